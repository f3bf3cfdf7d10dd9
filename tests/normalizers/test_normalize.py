import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.pages import Source
from extractors.raw import IDENTITAS, KOTAK, RawField, RawMark, RawSop, RawStep
from extractors.spans import GLUE, Span
from normalizers.model import Sop
from normalizers.normalize import normalize
from normalizers.reading import INFERENSI, Saksi
from tests.builders import a_raw, a_sumber

TANGGAL = tuple(key for key in IDENTITAS if key.startswith("tanggal"))
DAFTAR = tuple(key for key in KOTAK if key != "dasar_hukum")


WHOLE: dict[str, Any] = {
    "kop": ["PEMERINTAH KABUPATEN WANASARI", "KECAMATAN SUKAMAJU"],
    "identitas": {
        "nomor_sop": "065/12/SOP/2021",
        "tanggal_pembuatan": "4 Januari 2021",
        "nama_sop": "PENGELOLAAN SURAT MASUK KECAMATAN SUKAMAJU",
        "disahkan_oleh": "CAMAT SUKAMAJU\nBAGAS WIRAYUDA, SH\nNIP. 19780315 200003 1 002",
    },
    "kotak": {
        "dasar_hukum": [
            "Undang-Undang Nomor 43 Tahun 2009 tentang Kearsipan",
            "Peraturan Bupati Nomor 7 Tahun 2019 tentang Tata Naskah Dinas",
        ],
        "peringatan": ["Surat yang tidak dicatat tidak dapat ditelusuri"],
    },
    "pelaksana": ["Camat", "Staf"],
    "bersimbol": True,
    "prosedur": [
        {"no": "1", "uraian": "Mencatat surat masuk", "waktu": "10 menit", "tanda": {1: "terminator"}},
        {"no": "2", "uraian": "Mendisposisi surat", "output": "Lembar disposisi"},
    ],
}


def a_whole_raw(**ganti: Any) -> RawSop:
    return a_raw(**WHOLE | ganti)


def test_whole_sop():
    sop, saksi = normalize(a_whole_raw(), a_sumber())
    assert sop.id == "kecamatan-sukamaju--pengelolaan-surat-masuk"
    assert sop.sumber == a_sumber()
    assert (sop.instansi.pemerintah, sop.instansi.unit) == (
        "Pemerintah Kabupaten Wanasari",
        "Kecamatan Sukamaju",
    )
    assert sop.identitas.tanggal_pembuatan == "2021-01-04"
    assert [(hukum.jenis, hukum.lembaga, hukum.nomor) for hukum in sop.dasar_hukum] == [
        ("UU", None, "43"),
        ("Perbup", "Kabupaten Wanasari", "7"),
    ]
    assert sop.peringatan == ["Surat yang tidak dicatat tidak dapat ditelusuri"]
    assert [column.id for column in sop.pelaksana] == ["camat", "staf"]
    assert [step.no for step in sop.prosedur] == [1, 2]
    assert sop.prosedur[0].pelaksana is not None
    assert sop.prosedur[0].pelaksana[0].id == "staf"
    assert not saksi
    assert Sop.model_validate_json(sop.model_dump_json()) == sop


def test_a_name_in_capitals_keeps_the_abbreviations_that_the_steps_use():
    steps = [
        {"no": "1", "uraian": "Menyusun rancangan ABO"},
        {"no": "2", "uraian": "Memeriksa ODE, lalu ode"},
    ]
    raw = a_whole_raw(identitas={"nama_sop": "PENYUSUNAN ABO DAN ODE"}, prosedur=steps)
    assert normalize(raw, a_sumber())[0].identitas.nama_sop == "Penyusunan ABO dan Ode"


def test_every_value_has_evidence():
    sop, _ = normalize(a_whole_raw(), a_sumber())
    assert list(sop.bukti) == [
        "/instansi/pemerintah",
        "/instansi/unit",
        "/identitas/nomor_sop",
        "/identitas/tanggal_pembuatan",
        "/identitas/nama_sop",
        "/identitas/disahkan_oleh/jabatan",
        "/identitas/disahkan_oleh/nama",
        "/identitas/disahkan_oleh/nip",
        "/dasar_hukum/0",
        "/dasar_hukum/0/jenis",
        "/dasar_hukum/0/nomor",
        "/dasar_hukum/0/tahun",
        "/dasar_hukum/0/tentang",
        "/dasar_hukum/1",
        "/dasar_hukum/1/jenis",
        "/dasar_hukum/1/nomor",
        "/dasar_hukum/1/tahun",
        "/dasar_hukum/1/tentang",
        "/dasar_hukum/1/lembaga",
        "/peringatan/0",
        "/pelaksana/0",
        "/pelaksana/1",
        "/prosedur/0/no",
        "/prosedur/0/uraian",
        "/prosedur/0/pelaksana/0",
        "/prosedur/0/waktu",
        "/prosedur/1/no",
        "/prosedur/1/uraian",
        "/prosedur/1/output",
    ]
    assert sop.bukti["/dasar_hukum/0/tahun"].mentah == "2009"
    assert sop.bukti["/dasar_hukum/1/lembaga"].mentah == "PEMERINTAH KABUPATEN WANASARI"
    assert sop.bukti["/dasar_hukum/1/lembaga"].cara == INFERENSI


def test_empty_raw():
    sop, saksi = normalize(RawSop(Source("")), a_sumber())
    assert sop == Sop(id="sop", sumber=a_sumber())
    assert saksi == ()


@pytest.mark.parametrize(
    ("kop", "nama", "id_"),
    [
        (["KECAMATAN SUKAMAJU"], "PENGELOLAAN SURAT", "kecamatan-sukamaju--pengelolaan-surat"),
        (["KECAMATAN SUKAMAJU"], "SURAT KECAMATAN SUKAMAJU", "kecamatan-sukamaju--surat"),
        (
            ["PEMERINTAH KABUPATEN WANASARI", "KECAMATAN SUKAMAJU"],
            "SURAT KECAMATAN SUKAMAJU KABUPATEN WANASARI",
            "kecamatan-sukamaju--surat",
        ),
        (["KECAMATAN SUKAMAJU"], "-", "kecamatan-sukamaju"),
        ([], "PENGELOLAAN SURAT", "pengelolaan-surat"),
        ([], "-", "sop"),
    ],
)
def test_id(kop, nama, id_):
    sop, _ = normalize(a_raw(kop=kop, identitas={"nama_sop": nama}), a_sumber())
    assert sop.id == id_


def test_id_is_short_enough_for_a_file():
    sop, _ = normalize(a_raw(identitas={"nama_sop": "Pengelolaan " * 60}), a_sumber())
    assert len(sop.id) <= 120
    assert not sop.id.endswith("-")


def test_unit_is_inferred_from_the_office():
    sop, _ = normalize(a_whole_raw(kop=[]), a_sumber())
    assert sop.instansi.unit == "Kecamatan Sukamaju"
    assert sop.bukti["/instansi/unit"].cara == INFERENSI
    assert sop.bukti["/instansi/unit"].mentah == "CAMAT SUKAMAJU"
    assert next(iter(sop.bukti)) == "/instansi/unit"


def test_name_of_the_officer_is_no_part_of_the_region():
    block = "CAMAT SUKAMAJU Kabupaten Wanasari BAGAS WIRAYUDA, S.STP NIP. 19780315 200003 1 002"
    sop, _ = normalize(a_raw(identitas={"disahkan_oleh": block}), a_sumber())
    assert sop.instansi.pemerintah == "Pemerintah Kabupaten Wanasari"


def test_letterhead_inside_a_value_counts_as_letterhead():
    values = {
        "nama_sop": "PENGELOLAAN SURAT\nPEMERINTAH KABUPATEN WANASARI\nKECAMATAN SUKAMAJU",
        "disahkan_oleh": "CAMAT SUKAMAJU\nBAGAS WIRAYUDA, SH",
    }
    sop, _ = normalize(a_raw(identitas=values), a_sumber())
    assert sop.instansi.pemerintah == "Pemerintah Kabupaten Wanasari"
    assert sop.identitas.nama_sop == "Pengelolaan Surat"
    assert sop.bukti["/identitas/nama_sop"].mentah == "PENGELOLAAN SURAT"
    assert sop.bukti["/instansi/unit"].mentah == "KECAMATAN SUKAMAJU"


def test_moved_items_are_witnessed_where_they_end_up():
    items = ["-", "Undang-Undang Nomor 43 Tahun 2009 tentang Kearsipan"]
    raw = a_raw(
        kotak={"dasar_hukum": items, "peringatan": ["-", "Awas"]},
        pindah=["/dasar_hukum/1", "/peringatan/1", "/tak_ada/0", "rusak"],
    )
    _, saksi = normalize(raw, a_sumber())
    assert [s for s in saksi if s.jenis == "kotak_lain"] == [
        Saksi("/dasar_hukum/0", "kotak_lain", ""),
        Saksi("/peringatan/0", "kotak_lain", ""),
    ]


# --- properties ---

TERCETAK = st.sampled_from(
    [
        "-",
        "PEMERINTAH KABUPATEN WANASARI",
        "KECAMATAN SUKAMAJU",
        "Kec. Sukamaju Kab. Wanasari",
        "KELURAHAN",
        "BAGIAN HUKUM SEKRETARIAT DAERAH",
        "SOP PENGELOLAAN SURAT\nKECAMATAN SUKAMAJU",
        "4 Januari 2021",
        "31 Februari 2021",
        "/ Kec. Sukamaju / 2019.",
        "065/ 1 b /2021",
        "Undang-Undang Nomor 43 Tahun 2009 tentang Kearsipan",
        "Peraturan Bupati Nomor 7 Tahun 2019; Perda No. 08 Tahun 2016 tentang Kearsipan (LN Tahun 2016 Nomor 3)",
        "Kasi / Kasubag",
        "30 menit/ bagian",
        "1-2 hari",
        "Setiap saat",
        "Jumlah",
        "Menyerahkan berkas kepada Kasi Y",
        "1. Undangan, 2. Surat tugas",
        "7",
        "1O",
    ]
)
BLOK = st.sampled_from(
    [
        "",
        "CAMAT SUKAMAJU",
        "Pt. CAMAT SUKAMAJU\nBAGAS WIRAYUDA, SH\nPembina\nNIP. 19780315 200003 1 002",
        "CAMAT SUKAMAJU KABUPATEN WANASARI BAGAS WIRAYUDA, S.STP. MM NIP. 197803152 00003 1 002",
        "a.n. BUPATI WANASARI\nSekretaris Daerah\nTIRTA KUSUMA\nNIP. 1978",
        "Kepala Dinas Kesehatan\n\nDrs. TIRTA KUSUMA, M.M\nPembina Utama Muda (IV/c)",
        "Wali Kota Sumberwangi",
    ]
)
TEKS = TERCETAK | st.text(max_size=30) | st.text("abcAB .,-/0123456789\n\t:;()|<", max_size=30)


@st.composite
def raws(draw):
    """Any RawSop: texts as printed and as they never were, spans with glue in them and out of order."""
    parts: list[str] = []
    place = 0

    def span(texts: st.SearchStrategy[str] = TEKS) -> Span:
        nonlocal place
        text = draw(texts)
        parts.append(text)
        offsets: list[int] | range = range(place, place + len(text))
        place += len(text) + 1
        if draw(st.booleans()):
            offsets = [GLUE if i % 7 == 3 else o for i, o in enumerate(offsets)]
        return Span(text, offsets)

    def field(texts: st.SearchStrategy[str] = TEKS) -> RawField:
        return RawField(
            span(texts), draw(st.sampled_from(["label", "tabel"])), draw(st.sampled_from([0.0, 0.5, 1.0]))
        )

    def fields(most: int, texts: st.SearchStrategy[str] = TEKS) -> tuple[RawField, ...]:
        return tuple(field(texts) for _ in range(draw(st.integers(0, most))))

    def maybe() -> RawField | None:
        return field() if draw(st.booleans()) else None

    def step() -> RawStep:
        marks = [
            RawMark(draw(st.integers(-1, 3)), span(), draw(st.sampled_from(["proses", None, "lain"])), 0.9)
            for _ in range(draw(st.integers(0, 2)))
        ]
        return RawStep(maybe(), maybe(), maybe(), maybe(), maybe(), maybe(), tuple(marks))

    raw = {
        "kop": fields(3),
        "identitas": {
            key: field(BLOK if key == "disahkan_oleh" else TEKS)
            for key in draw(st.lists(st.sampled_from(IDENTITAS), unique=True))
        },
        "tanda_tangan": field(BLOK) if draw(st.booleans()) else None,
        "judul": fields(2),
        "kotak": {key: fields(3) for key in draw(st.lists(st.sampled_from(KOTAK), unique=True))},
        "pelaksana": fields(3, TERCETAK),
        "bersimbol": draw(st.booleans()),
        "prosedur": tuple(step() for _ in range(draw(st.integers(0, 4)))),
        "pindah": tuple(draw(st.lists(st.sampled_from(["/dasar_hukum/1", "/peringatan/0", "", "/x/y"])))),
    }
    return RawSop(source=Source("\n".join(parts)), **raw)


@given(raws())
def test_any_raw_gives_a_valid_sop(raw):
    sop, saksi = normalize(raw, a_sumber())
    text = sop.model_dump_json()
    assert Sop.model_validate_json(text) == sop
    assert normalize(raw, a_sumber()) == (sop, saksi)
    data = json.loads(text)
    for pointer in sop.bukti:
        assert resolve(data, pointer) not in (None, "", [])
    for witness in saksi:
        resolve(data, witness.lokasi)


@given(raws())
def test_evidence_occurs_where_it_says(raw):
    sop, _ = normalize(raw, a_sumber())
    for bukti in sop.bukti.values():
        if bukti.baris is None:
            assert bukti.mentah == ""
            continue
        quoted = bukti.mentah.split("\n")
        numbers = range(bukti.baris[0], bukti.baris[1] + 1)
        lines = [raw.source.line(number) for number in numbers]
        for piece in quoted:
            while lines and piece not in lines[0]:
                lines.pop(0)
            assert lines, piece
            lines.pop(0)


@given(raws())
def test_twice_changes_nothing(raw):
    once, _ = normalize(raw, a_sumber())
    again, _ = normalize(written_down(once), a_sumber())
    skip = {"id", "bukti"}
    assert again.model_dump(exclude=skip) == once.model_dump(exclude=skip)


def resolve(data, pointer):
    """The value at a JSON Pointer; raises where there is none."""
    for key in pointer.split("/")[1:]:
        data = data[int(key)] if isinstance(data, list) else data[key]
    return data


def written_down(sop: Sop) -> RawSop:
    """A RawSop whose texts are the canonical values."""
    kepala, pejabat = sop.identitas, sop.identitas.disahkan_oleh
    office = " ".join(filter(None, (pejabat.status, pejabat.jabatan)))
    number = f"NIP. {pejabat.nip}" if pejabat.nip else None
    values = {key: getattr(kepala, key) for key in ("nomor_sop", "nama_sop", *TANGGAL)}
    values["disahkan_oleh"] = "\n".join(filter(None, (office, pejabat.nama, pejabat.pangkat, number)))
    place = {column.id: number for number, column in enumerate(sop.pelaksana)}
    return a_raw(
        kop=[name for name in (sop.instansi.pemerintah, sop.instansi.unit) if name],
        identitas={key: value for key, value in values.items() if value},
        kotak={
            "dasar_hukum": [hukum.teks for hukum in sop.dasar_hukum],
            **{key: getattr(sop, key) for key in DAFTAR},
        },
        pelaksana=[column.label for column in sop.pelaksana],
        bersimbol=any(step.pelaksana is not None for step in sop.prosedur),
        prosedur=[
            {
                "no": None if step.no is None else str(step.no),
                "uraian": step.uraian,
                "kelengkapan": step.kelengkapan,
                "waktu": step.waktu.teks if step.waktu else None,
                "output": step.output,
                "keterangan": step.keterangan,
                "tanda": {place[mark.id]: mark.simbol for mark in step.pelaksana or ()},
            }
            for step in sop.prosedur
        ],
    )
