"""Rules on the six boxes below the identity page."""

from collections.abc import Iterator
from typing import Final

from normalizers.pelaksana import peran
from pipeline.findings.data import table, words
from pipeline.findings.kata import rata
from pipeline.findings.rule import Aturan, Dokumen, Hit, rule

KOTAK: Final = {
    "dasar_hukum": "Dasar Hukum",
    "kualifikasi_pelaksana": "Kualifikasi Pelaksana",
    "keterkaitan": "Keterkaitan",
    "peralatan_perlengkapan": "Peralatan/Perlengkapan",
    "peringatan": "Peringatan",
    "pencatatan_pendataan": "Pencatatan dan Pendataan",
}


@rule("ID017", "peringatan")
def kosong(dok: Dokumen) -> Iterator[Hit]:
    """Salah satu dari enam kotak kosong.

    Dasar hukum, kualifikasi pelaksana, keterkaitan, peralatan/perlengkapan, peringatan, dan
    pencatatan/pendataan adalah bagian tetap halaman identitas.

    Buruk: Peringatan: (kosong)
    Baik: Peringatan: Bila terlambat, laporan tidak dapat disampaikan tepat waktu.
    Sumber: PermenPAN-RB 35/2012, lampiran (bagian identitas).
    """
    for key, nama in KOTAK.items():
        if not getattr(dok.sop, key):
            yield Hit(f"/{key}", f"Kotak {nama} kosong atau tidak ditemukan; isi atau periksa hasil bacanya.")


@rule("ID018", "info")
def hanya_jabatan(dok: Dokumen) -> Iterator[Hit]:
    """Kualifikasi pelaksana hanya menyebut jabatan.

    Yang diminta adalah kemampuan atau pendidikan pelaksana; siapa pelaksananya sudah tampak
    pada kolom prosedur.

    Buruk: 1. Camat 2. Sekretaris Kecamatan 3. Staf
    Baik: 1. Memahami tata naskah dinas 2. Mampu mengoperasikan komputer
    Sumber: PermenPAN-RB 35/2012 (arti kualifikasi pelaksana).
    """
    butir = dok.sop.kualifikasi_pelaksana
    if not butir or any(words("daftar", "kompetensi") & set(rata(teks).split()) for teks in butir):
        return
    if all(peran(teks) for teks in butir):
        pesan = (
            "Kualifikasi pelaksana hanya menyebut jabatan; tulis kemampuan atau pendidikan yang diperlukan."
        )
        yield Hit("/kualifikasi_pelaksana", pesan)


@rule("ID019", "info")
def bukan_sop(dok: Dokumen) -> Iterator[Hit]:
    """Keterkaitan tidak menyebut SOP lain.

    Kotak ini memuat SOP yang mendahului atau melanjutkan prosedur, bukan dokumen atau jabatan.

    Buruk: Keterkaitan: Renstra, DPA, LkjIP
    Baik: Keterkaitan: SOP Penyusunan Perjanjian Kinerja
    Sumber: PermenPAN-RB 35/2012 (arti keterkaitan).
    """
    butir = dok.sop.keterkaitan
    awalan = tuple(table("daftar")["sop"])
    if butir and not any(rata(teks).startswith(awalan) for teks in butir):
        pesan = "Keterkaitan tidak menyebut SOP lain; tulis nama SOP yang terkait, misalnya “SOP …”."
        yield Hit("/keterkaitan", pesan)


@rule("ID021", "info")
def penomoran(dok: Dokumen) -> Iterator[Hit]:
    """Nomor daftar meloncat, atau butir berada di kotak lain.

    Nomor yang meloncat dapat berarti ada butir yang hilang. Butir yang tercetak di kotak lain
    sudah dikembalikan ke daftarnya menurut nomor dan isinya.

    Buruk: Dasar Hukum: 1. … 2. … 4. …
    Baik: Dasar Hukum: 1. … 2. … 3. …
    Sumber: uji keselarasan; ditemukan pada SOP yang terbit.
    """
    for lokasi, kata in dok.kata_saksi("nomor_loncat").items():
        pesan = f"Penomoran butir tidak berurutan ({kata[0]}); periksa apakah ada butir yang hilang."
        yield Hit(lokasi, pesan)
    for lokasi in dok.kata_saksi("kotak_lain"):
        yield Hit(lokasi, "Butir ini tercetak di kotak lain; pastikan tempatnya benar.")


ATURAN: tuple[Aturan, ...] = (kosong, hanya_jabatan, bukan_sop, penomoran)
