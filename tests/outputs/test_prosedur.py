"""How much room the procedure table takes, and which of its rows are parted."""

from itertools import accumulate

from benchmarks.dokumen_acak import janggal, utuh
from normalizers.model import Langkah, Sop
from pipeline.outputs import kolom
from pipeline.outputs.lembar import ruang, susun
from pipeline.outputs.prosedur import Tabel
from tests.builders import a_langkah, a_pelaksana, a_sop


def tabel(*langkah: Langkah) -> Tabel:
    sop = a_sop(pelaksana=[a_pelaksana("Camat"), a_pelaksana("Staf")])
    return susun(sop.model_copy(update={"prosedur": list(langkah), "alur": []})).tabel


def langkah(no: int, uraian: str) -> Langkah:
    return Langkah.model_validate({**a_langkah(no).model_dump(), "uraian": uraian})


def test_a_procedure_with_a_page_to_itself_is_set_larger() -> None:
    sedikit = tabel(*(langkah(n, "Memeriksa berkas") for n in range(1, 6)))
    banyak = tabel(*(langkah(n, "Memeriksa berkas") for n in range(1, 31)))
    assert len(sedikit.alur.halaman) == 1
    assert len(banyak.alur.halaman) > 1
    assert sedikit.tata.huruf > banyak.tata.huruf
    assert min(sedikit.alur.halaman[0].tinggi) >= kolom.LAPANG.baris > min(banyak.alur.halaman[-1].tinggi)
    assert min(sedikit.tata.kepala.lebar) > max(banyak.tata.kepala.lebar)


def test_more_room_never_takes_another_page() -> None:
    for n in range(12):
        for sop in (utuh(4, n), janggal(4, n)):
            isi = susun(sop)
            if isi.tabel.tata.huruf in {ukuran for _, ukuran in kolom.LAPANG.huruf} - {8.5}:
                assert len(isi.tabel.alur.halaman) == 1


def _tinggi(sop: Sop) -> tuple[Tabel, float]:
    isi = susun(sop)
    return isi.tabel, ruang(isi.kertas_prosedur)[1] - sum(isi.tabel.tata.kepala.tinggi)


def test_a_row_is_parted_only_where_it_is_higher_than_a_page() -> None:
    # As high as some two thirds of a page: too high to stand above the signature, but it need not.
    panjang = langkah(2, "Menyusun laporan pelaksanaan kegiatan " * 52)
    hasil = tabel(langkah(1, "Memeriksa"), panjang, *(langkah(n, "Mencatat") for n in range(3, 8)))
    assert kolom.tinggi_teks(hasil.baris[1].teks, hasil.tata) > 200
    assert not any(baris.lanjutan for baris in hasil.baris)
    sangat = langkah(2, "Menyusun laporan pelaksanaan kegiatan " * 200)
    assert any(baris.lanjutan for baris in tabel(langkah(1, "Memeriksa"), sangat).baris)


def test_no_row_is_higher_than_its_page() -> None:
    for n in range(20):
        hasil, bebas = _tinggi(janggal(6, n))
        for page in hasil.alur.halaman:
            assert list(accumulate(page.tinggi))[-1] <= bebas


def test_a_part_of_a_step_has_no_number_to_be_filled_in() -> None:
    bagian = langkah(2, "a. Mengumpulkan bukti").model_copy(update={"no": None})
    lain = langkah(3, "Memeriksa bukti").model_copy(update={"no": None})
    baris = tabel(langkah(1, "Menerima laporan"), bagian, lain).baris
    assert [each.teks.no for each in baris][:2] == ["1", ""]
    assert baris[2].teks.no not in ("", "3")
