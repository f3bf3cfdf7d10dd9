"""Rules on the legal basis against the register of regulations: right name, right number, still in force."""

from collections.abc import Iterator

from pipeline.findings.rule import Aturan, Dokumen, Hit, rule


@rule("DH007", "peringatan")
def salah_nama(dok: Dokumen) -> Iterator[Hit]:
    """Jenis peraturan atau lembaganya salah disebut.

    Nomor, tahun, dan judul cocok dengan peraturan lain jenis atau lembaganya.

    Buruk: Keputusan Menteri Pemberdayaan Aparatur Negara Nomor 25 Tahun 2012
    Baik: Peraturan Menteri Pendayagunaan Aparatur Negara dan Reformasi Birokrasi Nomor 25 Tahun 2012
    Sumber: register peraturan; ditemukan pada SOP yang terbit.
    """
    for lokasi, kata in dok.kata_saksi("lembaga_salah").items():
        yield Hit(lokasi, f"Lembaga tertulis “{kata[0]}”, bukan nama resminya; betulkan penulisannya.")


ATURAN: tuple[Aturan, ...] = (salah_nama,)
