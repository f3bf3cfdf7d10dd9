"""Rules on the symbols of the flow. Silent for a step whose symbols are not known."""

import re
from collections.abc import Iterator
from typing import Final

from pipeline.findings.data import words
from pipeline.findings.kata import awal
from pipeline.findings.rule import Aturan, Dokumen, Hit, rule
from pipeline.findings.simbol import simbol, terbaca

_PILIHAN: Final = re.compile(
    r"\b(?:jika|bila|bilamana|apabila|kalau)\b[^.;]*?\b(?:tidak|belum|kurang)\b", re.I
)


@rule("FL001", "peringatan")
def awal_bukan_terminator(dok: Dokumen) -> Iterator[Hit]:
    """Langkah pertama tidak bersimbol terminator.

    Alur dimulai dengan kapsul.

    Buruk: langkah 1 bersimbol kotak
    Baik: langkah 1 bersimbol kapsul
    Sumber: PermenPAN-RB 35/2012, lampiran (lima simbol).
    """
    if terbaca(dok):
        yield from _ujung(dok, 0, "pertama", "mulai")


@rule("FL002", "peringatan")
def akhir_bukan_terminator(dok: Dokumen) -> Iterator[Hit]:
    """Langkah terakhir tidak bersimbol terminator.

    Alur diakhiri dengan kapsul.

    Buruk: langkah terakhir bersimbol kotak
    Baik: langkah terakhir bersimbol kapsul
    Sumber: PermenPAN-RB 35/2012, lampiran (lima simbol).
    """
    if terbaca(dok) and not dok.kata_saksi("terpotong"):
        yield from _ujung(dok, len(dok.sop.prosedur) - 1, "terakhir", "selesai")


@rule("FL003", "peringatan")
def banyak_awal(dok: Dokumen) -> Iterator[Hit]:
    """Alur mempunyai lebih dari satu awal.

    Satu prosedur mulai di satu tempat.

    Buruk: langkah 1 berkapsul di kolom "Staf" dan di kolom "Camat"
    Baik: langkah 1 berkapsul di kolom "Staf"
    Sumber: PermenPAN-RB 35/2012 (alur); letaknya menurut kebiasaan.
    """
    if not terbaca(dok):
        return
    mulai = [t.id for t in dok.sop.prosedur[0].pelaksana or () if t.simbol == "terminator"]
    if len(mulai) > 1:
        pesan = f"Langkah pertama mempunyai {len(mulai)} simbol mulai; pakai satu saja."
        yield Hit("/prosedur/0/pelaksana", pesan)


@rule("FL005", "peringatan")
def pilihan_bukan_keputusan(dok: Dokumen) -> Iterator[Hit]:
    """Langkah memuat pilihan, tetapi simbolnya bukan keputusan.

    Langkah yang berbunyi "jika tidak …" bercabang, jadi digambar belah ketupat.

    Buruk: "Memeriksa konsep, jika tidak setuju dikembalikan" bersimbol kotak
    Baik: "Memeriksa konsep, jika tidak setuju dikembalikan" bersimbol belah ketupat
    Sumber: PermenPAN-RB 35/2012, lampiran (lima simbol).
    """
    for i, langkah in enumerate(dok.sop.prosedur):
        tanda = simbol(dok, i)
        if tanda and "keputusan" not in tanda and _PILIHAN.search(langkah.uraian):
            pesan = (
                "Langkah ini memuat pilihan, tetapi simbolnya bukan belah ketupat; gambar sebagai keputusan."
            )
            yield Hit(f"/prosedur/{i}/pelaksana", pesan)


@rule("FL006", "info")
def periksa_sebagai_proses(dok: Dokumen) -> Iterator[Hit]:
    """Langkah pemeriksaan digambar sebagai proses.

    Memeriksa biasanya berakhir dengan "ya" atau "tidak", jadi lebih tepat digambar belah ketupat.

    Buruk: "Memeriksa konsep surat" bersimbol kotak
    Baik: "Memeriksa konsep surat" bersimbol belah ketupat
    Sumber: PermenPAN-RB 35/2012, lampiran (lima simbol); perkiraan menurut kata.
    """
    for i, langkah in enumerate(dok.sop.prosedur):
        if simbol(dok, i) == {"proses"} and awal(langkah.uraian).kata in words("kata", "pemeriksaan"):
            if _PILIHAN.search(langkah.uraian):
                continue  # FL005 speaks of it
            pesan = "Langkah pemeriksaan ini digambar sebagai proses; pertimbangkan belah ketupat (ya/tidak)."
            yield Hit(f"/prosedur/{i}/pelaksana", pesan)


@rule("FL007", "peringatan")
def terminator_di_tengah(dok: Dokumen) -> Iterator[Hit]:
    """Terminator di tengah alur.

    Kapsul hanya untuk awal dan akhir. Akhir yang dituju cabang "Tidak" dibolehkan.

    Buruk: langkah 4 dari 9 bersimbol kapsul
    Baik: hanya langkah 1 dan 9 yang bersimbol kapsul
    Sumber: PermenPAN-RB 35/2012, lampiran (lima simbol).
    """
    if not terbaca(dok):
        return
    tidak = {tepi.ke.no for tepi in dok.sop.alur if tepi.label == "Tidak"}
    for i, langkah in enumerate(dok.sop.prosedur[1:-1], 1):
        if "terminator" in simbol(dok, i) and langkah.no not in tidak:
            pesan = f"Langkah {langkah.no or f'ke-{i + 1}'} di tengah alur bersimbol mulai/selesai; ganti simbolnya."
            yield Hit(f"/prosedur/{i}/pelaksana", pesan)


def _ujung(dok: Dokumen, i: int, letak: str, arti: str) -> Iterator[Hit]:
    tanda = simbol(dok, i)
    if tanda and "terminator" not in tanda:
        pesan = f"Langkah {letak} tidak bersimbol {arti} (kapsul); ganti simbolnya."
        yield Hit(f"/prosedur/{i}/pelaksana", pesan)


ATURAN: tuple[Aturan, ...] = (
    awal_bukan_terminator,
    akhir_bukan_terminator,
    banyak_awal,
    pilihan_bukan_keputusan,
    periksa_sebagai_proses,
    terminator_di_tengah,
)
