"""Rules on the steps: numbering and the mutu baku of each. Wording has its own module."""

import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import Final

from normalizers.model import Langkah
from pipeline.findings.data import words
from pipeline.findings.kata import rata
from pipeline.findings.rule import Aturan, Dokumen, Hit, rule

KOLOM_HILANG: Final = 3
"""From so many steps on, a column that is empty throughout is reported once."""

_ANGKA: Final = re.compile("[0-9]+")
_ANAK: Final = re.compile(r"[a-z][.)]\s")
"""How a part of a step begins that stands in a row of its own."""


@rule("PR001", "galat")
def tanpa_langkah(dok: Dokumen) -> Iterator[Hit]:
    """Langkah prosedur tidak ditemukan.

    Bagian prosedur berisi langkah, pelaksana, dan mutu baku; tanpa itu dokumen bukan SOP.

    Buruk: hanya halaman identitas
    Baik: halaman identitas dan tabel prosedur
    Sumber: PermenPAN-RB 35/2012, lampiran (bagian prosedur).
    """
    if not dok.sop.prosedur:
        yield Hit(
            "/prosedur", "Langkah prosedur tidak ditemukan; periksa apakah halaman prosedur ikut terbaca."
        )


@rule("PR002", "peringatan")
def nomor_langkah(dok: Dokumen) -> Iterator[Hit]:
    """Nomor langkah berulang, hilang, atau meloncat.

    Langkah dinomori berurutan mulai dari 1. Yang dinilai adalah nomor yang tercetak, juga bila
    nomor itu sudah diperbaiki saat dibaca. Bagian langkah yang berhuruf (a., b.) dalam baris
    sendiri tidak memerlukan nomor.

    Buruk: 5, 6, 6
    Baik: 5, 6, 7
    Sumber: uji keselarasan; ditemukan pada SOP yang terbit.
    """
    tercetak = dok.kata_saksi("nomor_tercetak")
    lalu = 0
    for i, langkah in enumerate(dok.sop.prosedur):
        lokasi = f"/prosedur/{i}/no"
        if langkah.no is None and lalu and _ANAK.match(langkah.uraian):
            continue
        cetak = tercetak.get(lokasi, (None,))[0]
        if cetak is not None and str(langkah.no) not in _ANGKA.findall(cetak):
            tertulis = f"tercetak “{' '.join(cetak.split())}”" if cetak else "tidak tercetak"
            benar = langkah.no if langkah.no is not None else lalu + 1
            yield Hit(lokasi, f"Nomor langkah ke-{i + 1} {tertulis}; seharusnya {benar}.", str(benar))
        elif langkah.no is None:
            yield Hit(lokasi, f"Langkah ke-{i + 1} tidak bernomor; seharusnya {lalu + 1}.", str(lalu + 1))
        elif langkah.no > lalu + 1:
            pesan = (
                f"Nomor langkah meloncat dari {lalu} ke {langkah.no}; periksa apakah ada langkah yang hilang."
            )
            yield Hit(lokasi, pesan)
        elif langkah.no <= lalu:
            pesan = f"Nomor {langkah.no} berulang atau mundur sesudah nomor {lalu}; seharusnya {lalu + 1}."
            yield Hit(lokasi, pesan, str(lalu + 1))
        lalu = langkah.no if langkah.no is not None else lalu + 1


@rule("PR013", "galat")
def tanpa_uraian(dok: Dokumen) -> Iterator[Hit]:
    """Uraian langkah kosong.

    Uraian menyebut apa yang dikerjakan; baris tanpa uraian bukan langkah.

    Buruk: Uraian: (kosong)
    Baik: Uraian: Mencatat surat masuk
    Sumber: PermenPAN-RB 35/2012, lampiran (bagian prosedur).
    """
    return kolom_kosong(dok, "uraian", "Uraian", lambda langkah: not langkah.uraian)


@rule("PR007", "peringatan")
def tanpa_kelengkapan(dok: Dokumen) -> Iterator[Hit]:
    """Kelengkapan langkah kosong.

    Kelengkapan adalah masukan yang diperlukan langkah itu, bagian dari mutu baku.

    Buruk: Kelengkapan: (kosong)
    Baik: Kelengkapan: Lembar disposisi
    Sumber: PermenPAN-RB 35/2012, lampiran (mutu baku).
    """
    return kolom_kosong(dok, "kelengkapan", "Kelengkapan", lambda langkah: langkah.kelengkapan is None)


@rule("PR008", "peringatan")
def tanpa_output(dok: Dokumen) -> Iterator[Hit]:
    """Output langkah kosong.

    Output adalah hasil langkah itu, bagian dari mutu baku.

    Buruk: Output: (kosong)
    Baik: Output: Konsep surat
    Sumber: PermenPAN-RB 35/2012, lampiran (mutu baku).
    """
    return kolom_kosong(dok, "output", "Output", lambda langkah: langkah.output is None)


@rule("PR009", "info")
def rantai_dokumen(dok: Dokumen) -> Iterator[Hit]:
    """Kelengkapan yang harus sudah dibuat tidak muncul pada langkah sebelumnya.

    Konsep, hasil, laporan, dan sejenisnya lazimnya keluaran langkah sebelumnya. Berkas dari luar
    dan alat kantor tidak dinilai.

    Buruk: langkah 1 Output "Konsep surat", langkah 2 Kelengkapan "Hasil pemeriksaan lapangan"
    Baik: langkah 1 Output "Konsep surat", langkah 2 Kelengkapan "Konsep surat"
    Sumber: PermenPAN-RB 35/2012 (masukan dan hasil); perkiraan menurut kata.
    """
    dikenal: set[str] = set()
    for i, langkah in enumerate(dok.sop.prosedur):
        perlu = _benda(langkah.kelengkapan or "")
        dibuat = rata(langkah.kelengkapan or "").partition(" ")[0] in words("daftar", "dibuat")
        if i and dibuat and perlu and not perlu & dikenal:
            pesan = (
                f"Kelengkapan “{langkah.kelengkapan}” tidak muncul pada langkah sebelumnya; periksa asalnya."
            )
            yield Hit(f"/prosedur/{i}/kelengkapan", pesan)
        dikenal |= perlu | _benda(langkah.output or "") | _benda(langkah.uraian)


@rule("PR010", "info")
def catatan_meluber(dok: Dokumen) -> Iterator[Hit]:
    """Satu catatan tersebar di beberapa baris Keterangan.

    Catatan yang panjang sering melewati batas baris tabel. Isinya dibiarkan di tempat
    tercetak; pindahkan ke satu baris atau ke bawah tabel.

    Buruk: Keterangan langkah 5 "Rumus :", langkah 6 "1. Jumlah …", langkah 7 "2. Lama …"
    Baik: Keterangan langkah 5 "Rumus: lihat lampiran"
    Sumber: ditemukan pada SOP yang terbit.
    """
    for lokasi, akhir in dok.kata_saksi("catatan_meluber").items():
        sampai = f"sampai langkah {akhir[0]}" if akhir[0] else "di baris berikutnya"
        yield Hit(lokasi, f"Satu catatan berlanjut pada Keterangan {sampai}; satukan pada satu langkah.")


def kolom_kosong(dok: Dokumen, key: str, nama: str, kosong: Callable[[Langkah], bool]) -> Iterator[Hit]:
    """A hit per step whose cell is empty; one for all where the column is empty throughout.

    A cell that is merged with the one above says what that says.
    """
    langkah = dok.sop.prosedur
    gabung = dok.kata_saksi("sel_gabung")
    hilang = [i for i, satu in enumerate(langkah) if kosong(satu) and f"/prosedur/{i}/{key}" not in gabung]
    if len(hilang) == len(langkah) >= KOLOM_HILANG:
        pesan = f"Kolom {nama} tidak ada atau kosong pada semua langkah; lengkapi atau periksa hasil bacanya."
        yield Hit("/prosedur", pesan)
        return
    for i in hilang:
        pesan = f"{nama} langkah {langkah[i].no or f'ke-{i + 1}'} kosong; isi {nama.lower()}nya."
        yield Hit(f"/prosedur/{i}/{key}", pesan)


@lru_cache(maxsize=4096)
def _benda(teks: str) -> frozenset[str]:
    """The words of a cell that tell one thing from another: "Konsep surat tugas" gives surat and tugas."""
    kata = frozenset(k for k in rata(teks).split() if len(k) > 3)
    return kata - words("daftar", "perlengkapan") - words("daftar", "dibuat")


ATURAN: tuple[Aturan, ...] = (
    tanpa_langkah,
    nomor_langkah,
    tanpa_uraian,
    tanpa_kelengkapan,
    tanpa_output,
    rantai_dokumen,
    catatan_meluber,
)
