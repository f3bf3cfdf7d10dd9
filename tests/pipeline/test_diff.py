from copy import deepcopy
from time import perf_counter
from typing import Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from normalizers.model import Bukti, Sop
from pipeline.data import table
from pipeline.diff import Jenis, Perubahan, bandingkan, kata, mentah, tampil
from tests.builders import a_langkah, a_sop

KATA = ("surat", "Surat", "masuk", "draf", "laporan", "memeriksa", "mengetik", "2019", "10", "\n", "-")
teks = st.lists(st.sampled_from(KATA), min_size=1, max_size=6).map(" ".join)


@st.composite
def sops(draw: st.DrawFn) -> Sop:
    tanda = st.none() | st.lists(st.sampled_from(["camat", "staf"]), unique=True)
    langkah = [
        a_langkah(
            draw(st.none() | st.integers(1, 9)),
            uraian,
            pelaksana=None if (ids := draw(tanda)) is None else [{"id": i, "simbol": None} for i in ids],
            waktu=draw(st.none() | st.builds(dict, teks=teks, menit=st.none() | st.integers(1, 9))),
            output=draw(st.none() | teks),
        )
        for uraian in draw(st.lists(teks, max_size=5))
    ]
    dasar = [
        {"teks": t, "tahun": draw(st.none() | st.integers(2000, 2003))}
        for t in draw(st.lists(teks, max_size=4))
    ]
    return a_sop(
        prosedur=langkah,
        dasar_hukum=dasar,
        peringatan=draw(st.lists(teks, max_size=5)),
        instansi={"unit": draw(st.none() | teks)},
    )


@pytest.mark.parametrize(
    ("lama", "baru", "coretan"),
    [
        ("", "", []),
        ("sama saja", "sama saja", [("sama", "sama saja")]),
        ("", "baru", [("tambah", "baru")]),
        ("lama", "", [("hapus", "lama")]),
        ("10 Menit", "10 menit", [("sama", "10 "), ("hapus", "Menit"), ("tambah", "menit")]),
        ("Alat\nTulis", "Alat Tulis", [("sama", "Alat"), ("hapus", "\n"), ("tambah", " "), ("sama", "Tulis")]),
        # two changed words with only a blank between them are one change
        ("a KANTOR CAMAT b", "a Kantor Camat b",
         [("sama", "a "), ("hapus", "KANTOR CAMAT"), ("tambah", "Kantor Camat"), ("sama", " b")]),
        ("Pt. Camat", "Plt. Camat", [("hapus", "Pt"), ("tambah", "Plt"), ("sama", ". Camat")]),
    ],
)  # fmt: skip
def test_kata(lama: str, baru: str, coretan: list[tuple[str, str]]) -> None:
    assert kata(lama, baru) == coretan


@given(st.text() | teks, st.text() | teks)
def test_kata_holds_both_texts(lama: str, baru: str) -> None:
    pieces = kata(lama, baru)
    assert "".join(t for tanda, t in pieces if tanda != "tambah") == lama
    assert "".join(t for tanda, t in pieces if tanda != "hapus") == baru
    assert all(t for _, t in pieces)


def test_kata_of_a_whole_book_is_quick() -> None:
    lama, baru = "surat masuk " * 20_000, "masuk surat " * 20_000
    began = perf_counter()
    assert kata(lama, baru) == [("hapus", lama), ("tambah", baru)]
    assert perf_counter() - began < 2


def read(lokasi: str, dibaca: str, cara: str = "label", usulan: bool = False, **ganti: Any) -> str:
    """The kind of change of one value that was read as given."""
    sop = a_sop(
        bukti={lokasi: Bukti(mentah=dibaca, cara=cara, keyakinan=0.9)},
        temuan=[{"kode": "X1", "tingkat": "galat", "lokasi": lokasi, "pesan": "", "usulan": "a"}]
        if usulan
        else [],
        **ganti,
    )
    (change,) = mentah(sop)
    assert (change.lokasi, change.lama) == (lokasi, dibaca)
    return change.jenis


@pytest.mark.parametrize(
    ("jenis", "lokasi", "dibaca"),
    [
        ("sama", "/instansi/unit", "Kecamatan Sukamaju"),
        ("sama", "/prosedur/1/no", "2."),
        ("ubah", "/prosedur/1/no", "3"),
        # whatever its form, a number that is not the one read is a change
        ("ubah", "/dasar_hukum/0/tahun", "Tahun 2099"),
        ("ubah", "/dasar_hukum/1/nomor", "Nomor 17"),
        ("ubah", "/prosedur/0/waktu", "15 mnt"),
        ("ubah", "/identitas/disahkan_oleh/nip", "NIP. 19780315 200003 1 0023"),
        ("bentuk", "/identitas/disahkan_oleh/nip", "NIP. 19780315 200003 1 002"),
        ("petik", "/dasar_hukum/1/nomor", "No. 07"),
        ("spasi", "/instansi/unit", "Kecamatan\n Sukamaju"),
        ("spasi", "/instansi/unit", "Kecamatan Suka-\nmaju"),
        ("spasi", "/instansi/unit", "**Kecamatan <br/>Sukamaju**"),
        ("spasi", "/identitas/disahkan_oleh/nip", "19780315 200003 1 002"),
        ("kapital", "/instansi/unit", "KECAMATAN SUKAMAJU"),
        ("tanda", "/peringatan/0", "Surat yang tidak dicatat, tidak dapat ditelusuri;"),
        ("bentuk", "/identitas/tanggal_pembuatan", "4 Januari 2021"),
        ("bentuk", "/identitas/disahkan_oleh/nama", "BAGAS WIRAYUDA, SSTP"),
        ("bentuk", "/dasar_hukum/0/jenis", "Undang-Undang"),
        ("satuan", "/prosedur/0/waktu", "10 mnt"),
        ("petik", "/dasar_hukum/0/tahun", "Tahun 2009"),
        ("petik", "/dasar_hukum/0/nomor", "Nomor 43"),
        ("ejaan", "/keterkaitan/0", "SOP Pengelolaam Surat Keluar"),
        ("ubah", "/keterkaitan/0", "Undangan rapat"),
        ("ubah", "/identitas/nomor_sop", "065/13/SOP/2021"),
    ],
)
def test_kind_of_a_value_as_read(jenis: Jenis, lokasi: str, dibaca: str) -> None:
    assert read(lokasi, dibaca) == jenis


def test_kind_of_a_role() -> None:
    pelaksana = [{"id": "kepala-desa", "nama": "Kepala Desa", "label": "Kades", "anggota": []}]
    assert read("/pelaksana/0/nama", "Kades", pelaksana=pelaksana) == "peran"


@pytest.mark.parametrize(
    ("jenis", "lokasi", "dibaca", "cara"),
    [
        ("ejaan", "/keterkaitan/0", "SOP Pengelolaan Surat Keiuar", "koreksi"),
        ("koreksi", "/identitas/nomor_sop", "065/12/SOP/2O21", "koreksi"),
        ("koreksi", "/prosedur/0/waktu", "l0 menit", "koreksi"),
        # a repair that touches nothing but layout is none
        ("spasi", "/identitas/nomor_sop", "065 / 12 / SOP / 2021", "koreksi"),
        ("inferensi", "/dasar_hukum/1/lembaga", "Peraturan Bupati Nomor 7", "inferensi"),
    ],
)
def test_kind_by_how_it_was_found(jenis: Jenis, lokasi: str, dibaca: str, cara: str) -> None:
    assert read(lokasi, dibaca, cara) == jenis


def test_kind_of_a_value_that_is_null() -> None:
    tanpa = {"tanggal_revisi": None}
    assert read("/identitas/tanggal_revisi", "--", identitas=tanpa) == "kosong"
    assert read("/identitas/tanggal_revisi", "32 Januari", identitas=tanpa) == "hilang"
    assert read("/identitas/tanggal_revisi", "\ufffd 2024", identitas=tanpa) == "buram"


def test_the_end_of_a_line_on_a_page_is_no_change() -> None:
    known = {"mentah": "Kecamatan\nSukamaju", "cara": "label", "keyakinan": 0.9}
    on_page = Bukti.model_validate(known | {"kotak": (0.1, 0.1, 0.2, 0.2)})
    kinds = [
        mentah(a_sop(instansi={"unit": "Kecamatan Sukamaju"}, bukti={"/instansi/unit": bukti}))[0].jenis
        for bukti in (on_page, Bukti.model_validate(known))
    ]
    assert kinds == ["sama", "spasi"]


def test_kind_of_a_value_kept_as_read_with_a_suggestion() -> None:
    assert read("/dasar_hukum/0/tahun", "2009", usulan=True) == "usulan"


def test_mentah_is_in_document_order_and_leaves_out_what_points_nowhere() -> None:
    bukti = {
        lokasi: Bukti(mentah="x", cara="label", keyakinan=1)
        for lokasi in ("/prosedur/0/uraian", "/dasar_hukum/9/teks", "/instansi/unit", "/identitas/nama_sop")
    }
    found = [change.lokasi for change in mentah(a_sop(bukti=bukti))]
    assert found == ["/instansi/unit", "/identitas/nama_sop", "/prosedur/0/uraian"]


def test_every_kind_has_its_words() -> None:
    assert set(get_args(Jenis)) == set(table("istilah")["perubahan"])


def test_a_changed_value() -> None:
    assert bandingkan(a_sop(), a_sop(instansi={"pemerintah": None, "unit": "KECAMATAN SUKAMAJU"})) == [
        Perubahan("/instansi/pemerintah", "Pemerintah Kabupaten Wanasari", None, "hilang"),
        Perubahan("/instansi/unit", "Kecamatan Sukamaju", "KECAMATAN SUKAMAJU", "kapital"),
    ]


def test_a_step_put_in_between_is_one_addition() -> None:
    lama = a_sop()
    langkah = a_langkah(2, "Menggandakan lembar pengantar")
    baru = lama.model_copy(update={"prosedur": [lama.prosedur[0], langkah, *lama.prosedur[1:]]})
    (change,) = bandingkan(lama, baru)
    assert (change.lokasi, change.jenis, change.lama) == ("/prosedur/1", "tambah", None)
    assert tampil(change.baru) == "Menggandakan lembar pengantar"
    (change,) = bandingkan(baru, lama)
    assert (change.lokasi, change.jenis, change.baru) == ("/prosedur/1", "hilang", None)


def test_a_misspelt_item_keeps_its_partner() -> None:
    lama = a_sop(peralatan_perlengkapan=["Kornputer", "Buku agenda", "Perinter"])
    baru = a_sop(peralatan_perlengkapan=["Meja", "Komputer", "Printer"])
    assert [(c.lokasi, c.lama, c.baru, c.jenis) for c in bandingkan(lama, baru)] == [
        ("/peralatan_perlengkapan/0", None, "Meja", "tambah"),
        ("/peralatan_perlengkapan/1", "Kornputer", "Komputer", "ejaan"),
        ("/peralatan_perlengkapan/1", "Buku agenda", None, "hilang"),
        ("/peralatan_perlengkapan/2", "Perinter", "Printer", "ejaan"),
    ]


def test_findings_are_compared_by_what_they_say() -> None:
    def sop(lokasi: str, *pesan: str) -> Sop:
        return a_sop(temuan=[{"kode": "K1", "tingkat": "info", "lokasi": lokasi, "pesan": p} for p in pesan])

    assert bandingkan(sop("/prosedur/1", "Waktu kosong"), sop("/prosedur/2", "Waktu kosong")) == []
    (change,) = bandingkan(sop("", "Waktu kosong"), sop("", "Waktu kosong", "Nomor ganda"))
    assert (change.lokasi, change.jenis, tampil(change.baru)) == ("/temuan/1", "tambah", "K1 Nomor ganda")


@given(sops())
def test_nothing_differs_from_itself(sop: Sop) -> None:
    assert bandingkan(sop, sop.model_copy(deep=True)) == []


@given(sops(), sops())
def test_the_changes_make_the_new_one_of_the_old(lama: Sop, baru: Sop) -> None:
    changes = bandingkan(lama, baru)
    assert apply(lama.model_dump(), changes) == baru.model_dump()


@given(sops(), sops())
def test_the_way_back_undoes_as_many_items(lama: Sop, baru: Sop) -> None:
    def items(changes: list[Perubahan], jenis: str) -> int:
        return sum(
            c.jenis == jenis and c.lokasi.count("/") == 2 and "/prosedur/" in c.lokasi for c in changes
        )

    there, back = bandingkan(lama, baru), bandingkan(baru, lama)
    assert items(there, "tambah") - items(there, "hilang") == len(baru.prosedur) - len(lama.prosedur)
    assert items(back, "hilang") - items(back, "tambah") == len(baru.prosedur) - len(lama.prosedur)


def test_a_broken_file_with_thousands_of_items_is_quick() -> None:
    lama = a_sop(peringatan=[f"butir lama {i} {i * i}" for i in range(2000)])
    baru = a_sop(peringatan=[f"hal baru {i} {i * 7}" for i in range(1500)])
    began = perf_counter()
    changes = bandingkan(lama, baru)
    assert perf_counter() - began < 5
    assert apply(lama.model_dump(), changes) == baru.model_dump()


def apply(data: Any, changes: list[Perubahan]) -> Any:
    """The data with the changes made: items out and in from the outermost list inwards, then the values."""
    data = deepcopy(data)
    items = [c for c in changes if c.jenis in ("hilang", "tambah") and c.lokasi.rpartition("/")[2].isdigit()]
    for depth in sorted({c.lokasi.count("/") for c in items}):
        level = [c for c in items if c.lokasi.count("/") == depth]
        for change in reversed([c for c in level if c.jenis == "hilang"]):
            holder, index = find(data, change.lokasi)
            assert holder[int(index)] == change.lama
            del holder[int(index)]
        for change in (c for c in level if c.jenis == "tambah"):
            holder, index = find(data, change.lokasi)
            holder.insert(int(index), change.baru)
    for change in (c for c in changes if c not in items):
        holder, key = find(data, change.lokasi)
        place = int(key) if isinstance(holder, list) else key
        assert holder[place] == change.lama
        holder[place] = change.baru
    return data


def find(data: Any, lokasi: str) -> tuple[Any, str]:
    *path, last = lokasi.split("/")[1:]
    for part in path:
        data = data[int(part)] if isinstance(data, list) else data[part]
    return data, last
