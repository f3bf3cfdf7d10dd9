"""How likely a value read from pixels is right."""

from dataclasses import replace

import pytest

from extractors.pages import KAMUS, Place, Source
from extractors.raw import RawField, RawSop, RawStep
from extractors.spans import Span
from normalizers import kalibrasi
from normalizers.data import table
from normalizers.janggal import janggal
from normalizers.kalibrasi import golongan, peluang
from normalizers.model import DasarHukum, Identitas, Langkah, Pejabat, Sop, Sumber, Waktu
from normalizers.normalize import normalize, susun

SUMBER = Sumber(berkas="a.pdf", sha256="0" * 64, halaman=[1], jenis="pindaian")
TEKS = "1 Menerima surat permohonan\n2 Mencatat surat permohonan\n"


def _sop(keyakinan: float = 0.99, utuh: float = 1.0, mesin: str = "tesseract") -> RawSop:
    """A page of two steps, each word of it read alike."""
    places, at = [], 0
    for word in TEKS.split():
        at = TEKS.index(word, at)
        places.append(Place(at, at + len(word), 1, None, mesin, keyakinan, utuh))
        at += len(word)
    steps, start = [], 0
    for line in TEKS.splitlines():
        no, uraian = (
            RawField(Span(line[low:high], range(start + low, start + high)), "tabel", 0.98)
            for low, high in ((0, 1), (2, len(line)))
        )
        steps.append(RawStep(no, uraian, None, None, None, None))
        start += len(line) + 1
    return RawSop(Source(TEKS, tuple(places)), prosedur=tuple(steps))


def _yakin(raw: RawSop) -> float:
    return normalize(raw, SUMBER)[0].bukti["/prosedur/1/uraian"].keyakinan


def test_what_speaks_against_a_value_makes_it_less_sure() -> None:
    surely = _yakin(_sop())
    assert _yakin(_sop(keyakinan=0.6)) < surely
    assert _yakin(_sop(utuh=0.5)) < surely
    assert _yakin(replace(_sop(), prosedur=_sop().prosedur[::-1])) < surely  # numbers that do not rise


def test_a_text_that_no_engine_read_keeps_its_confidence() -> None:
    raw = _sop(mesin="")
    assert normalize(raw, SUMBER)[0].bukti == susun(raw, SUMBER)[0].bukti


def test_a_word_that_the_language_told_says_so_in_the_evidence() -> None:
    raw = _sop()
    told = replace(raw.source.places[2], mesin=f"rapidocr+{KAMUS}")
    source = replace(raw.source, places=(*raw.source.places[:2], told, *raw.source.places[3:]))
    sop, _ = normalize(replace(raw, source=source), SUMBER)
    assert sop.bukti["/prosedur/0/uraian"].cara == "tabel:kamus+rapidocr+tesseract"
    assert sop.bukti["/prosedur/1/uraian"].cara == "tabel:tesseract"


def test_all_weights_have_the_sign_that_sense_demands() -> None:
    tanda = table("kalibrasi")["tanda"]
    for nama in ("terendah", "rata", "tata", "baca", "halaman"):
        assert tanda[nama] >= 0
    for nama in (
        "tak_utuh",
        "panjang",
        "dua_mesin",
        "sisa",
        "hilang",
        "kosong",
        "tak_urut",
        "janggal",
        "waktu_janggal",
    ):
        assert tanda[nama] <= 0
    assert table("kalibrasi")["jarak"] >= 0


def test_a_probability_is_never_certain() -> None:
    assert peluang({"halaman": 1000.0}, "no") == 0.995
    assert 0 <= peluang({"halaman": -1000.0}, "no") < 0.001


@pytest.mark.parametrize(
    ("lokasi", "jenis"),
    [
        ("/prosedur/0/waktu", "waktu"),
        ("/identitas/disahkan_oleh/nama", "pejabat"),
        ("/dasar_hukum/3/lembaran/0", "hukum"),
        ("/keterkaitan/0", "kotak"),
        ("/alur/2", None),
        ("/prosedur/0/pelaksana/1", None),
    ],
)
def test_what_is_drawn_has_no_kind(lokasi: str, jenis: str | None) -> None:
    assert golongan(lokasi) == jenis


SOP = Sop(
    id="a",
    sumber=SUMBER,
    identitas=Identitas(
        nomor_sop="2624",
        nama_sop="Pelayanan Surat",
        tanggal_pembuatan="2024-03-01",
        tanggal_efektif="2024-01-01",
        disahkan_oleh=Pejabat(nama="Marta Wirayuda", nip="19680418"),
    ),
    dasar_hukum=[DasarHukum(teks="Undang-Undang", jenis="UU")],
    prosedur=[
        Langkah(no=1, uraian="Menerima surat dari", waktu=Waktu(teks="60 mena"), output="Surat"),
        Langkah(no=2, uraian="Surat", waktu=Waktu(teks="5 menit", nilai=5, satuan="menit"), output="10"),
        Langkah(no=3, uraian="Menutup surat", waktu=Waktu(teks="0 menit", nilai=0, satuan="menit")),
        Langkah(no=4, uraian="Menyimpan surat", waktu=Waktu(teks="10", nilai=10)),
    ],
)


def test_a_table_read_into_a_box_is_odd() -> None:
    for many, ganjil in ((12, False), (40, True)):
        whole = SOP.model_copy(update={"peringatan": [f"Berkas ke {n} ditolak." for n in range(many)]})
        assert janggal(whole, "/peringatan/3", "Berkas ke 3 ditolak.") == ganjil


def test_digits_alone_are_given_as_handwriting() -> None:
    text = "2624\n"
    source = Source(text, (Place(0, 4, 1, None, "tesseract", 0.99),))
    field = RawField(Span("2624", range(4)), "label", 0.98)
    sop = normalize(RawSop(source, identitas={"nomor_sop": field}), SUMBER)[0]
    assert sop.bukti["/identitas/nomor_sop"].keyakinan <= 0.4


@pytest.mark.parametrize(
    ("lokasi", "mentah", "ganjil"),
    [
        ("/prosedur/0/uraian", "Menerima surat dari", True),
        ("/prosedur/1/uraian", "Surat", True),
        ("/prosedur/0/output", "Surat", False),
        ("/prosedur/1/output", "10", True),
        ("/prosedur/0/waktu", "60 mena", True),
        ("/prosedur/1/waktu", "5 menit", False),
        ("/prosedur/2/waktu", "0 menit", True),
        ("/prosedur/3/waktu", "10", True),
        ("/prosedur/1/no", "2", False),
        ("/identitas/nomor_sop", "2624", True),
        ("/identitas/nama_sop", "Pelayanan Surat", False),
        ("/identitas/nama_sop", "Pelayanan Pelayanan Surat", True),
        ("/identitas/tanggal_efektif", "1-1-2024", True),
        ("/identitas/disahkan_oleh/nip", "19680418", True),
        ("/identitas/disahkan_oleh/nama", "Marta Wirayuda", False),
        ("/dasar_hukum/0/jenis", "Undang-Undang", True),
        ("/peringatan/0", "PERINGATAN:", True),
        ("/peringatan/0", "Kotak saran. Formulir pengaduan.", True),
        ("/peringatan/0", "Berkas tidak lengkap ditolak.", False),
        ("/instansi/unit", "BADAN PERENCANAAN DAN", True),
        ("/instansi/unit", "KECAMATAN SUKAMAJU", False),
    ],
)
def test_values_that_look_like_none(lokasi: str, mentah: str, ganjil: bool) -> None:
    assert janggal(SOP, lokasi, mentah) == ganjil


def test_a_number_is_no_surer_than_its_figures(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kalibrasi, "peluang", lambda *_: 0.97)

    def tahun(keyakinan: float) -> float:
        teks = "Undang-Undang Nomor 25 Tahun 2009 tentang Pelayanan Publik"
        places, at = [], 0
        for word in teks.split():
            at = teks.index(word, at)
            sure = keyakinan if word == "2009" else 0.99
            places.append(Place(at, at + len(word), 1, None, "tesseract", sure, 1.0))
            at += len(word)
        item = RawField(Span(teks, range(len(teks))), "label", 0.98)
        raw = replace(_sop(), source=Source(teks, tuple(places)), prosedur=(), kotak={"dasar_hukum": (item,)})
        return normalize(raw, SUMBER)[0].bukti["/dasar_hukum/0/tahun"].keyakinan

    assert tahun(0.99) == 0.97
    assert tahun(0.55) == 0.55


def test_an_odd_nip_is_doubtful_however_surely_it_was_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kalibrasi, "peluang", lambda *_: 0.97)

    def nip(teks: str) -> float:
        source = Source(teks, (Place(0, len(teks), 1, None, "tesseract", 0.99),))
        field = RawField(Span(teks, range(len(teks))), "label", 0.98)
        sop = normalize(RawSop(source, identitas={"disahkan_oleh": field}), SUMBER)[0]
        return sop.bukti["/identitas/disahkan_oleh/nip"].keyakinan

    assert nip("NIP. 197806132001102001") == 0.97
    assert nip("NIP. 19780613200102001") == 0.6
