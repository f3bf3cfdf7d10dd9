"""Rules on the wording of the steps: active verb and object, no subject, one activity."""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from pipeline.findings.data import table
from pipeline.findings.kata import Awal, awal, is_verba, kapital, rata
from pipeline.findings.peran import dituju, menamai
from pipeline.findings.rule import Aturan, Dokumen, Hit, rule

_SAMBUNG: Final = re.compile(r"\b(?:dan|kemudian|lalu|selanjutnya|serta)\s+(?=([^\W\d_]+))", re.I)
_OLEH: Final = re.compile(r"\boleh\b", re.I)


@rule("PR003", "peringatan")
def bukan_kata_kerja(dok: Dokumen) -> Iterator[Hit]:
    """Langkah tidak diawali kata kerja aktif.

    Uraian langkah ditulis dengan kata kerja aktif dan objek, tanpa subjek.

    Buruk: Surat masuk dicatat dalam buku agenda
    Baik: Mencatat surat masuk dalam buku agenda
    Sumber: PermenPAN-RB 35/2012, lampiran (penulisan langkah).
    """
    for i, uraian, mula in _langkah(dok):
        if mula.jenis == "lain" or (mula.jenis == "subjek" and not menamai(mula.depan, dok)):
            pesan = (
                f"Langkah “{_mulai(uraian)}” tidak diawali kata kerja aktif; mulai dengan me-… atau ber-…."
            )
            yield Hit(f"/prosedur/{i}/uraian", pesan)


@rule("PR004", "peringatan")
def bersubjek(dok: Dokumen) -> Iterator[Hit]:
    """Langkah menyebut pelakunya di depan kata kerja.

    Pelaku ditunjukkan oleh kolom pelaksana, tidak ditulis dalam uraian.

    Buruk: Sekretaris memerintahkan staf membuat konsep surat
    Baik: Memerintahkan staf membuat konsep surat
    Sumber: PermenPAN-RB 35/2012, lampiran (penulisan langkah).
    """
    for i, _, mula in _langkah(dok):
        if mula.jenis == "subjek" and menamai(mula.depan, dok):
            pesan = f"Langkah diawali pelakunya (“{mula.depan}”); hapus, karena sudah ditunjukkan kolom pelaksana."
            yield Hit(f"/prosedur/{i}/uraian", pesan, kapital(mula.sisa))


@rule("PR005", "info")
def nominal(dok: Dokumen) -> Iterator[Hit]:
    """Langkah diawali kata benda dari kata kerja.

    Bentuk "Penyusunan …" menyebut kegiatan tanpa menyuruh; pakai kata kerjanya.

    Buruk: Penandatanganan surat keterangan
    Baik: Menandatangani surat keterangan
    Sumber: PermenPAN-RB 35/2012, lampiran (penulisan langkah).
    """
    verba_dari: dict[str, str] = table("kata")["verba_dari"]
    for i, uraian, mula in _langkah(dok):
        if mula.jenis != "nominal":
            continue
        verba = verba_dari.get(mula.kata)
        saran = f"pakai “{verba}”" if verba else "pakai kata kerja aktif"
        # "Penandatanganan surat oleh Camat": with the verb alone the sentence would no longer hold.
        usulan = f"{verba} {mula.sisa}" if verba and not _OLEH.search(uraian) else None
        yield Hit(
            f"/prosedur/{i}/uraian", f"Langkah “{_mulai(uraian)}” berbentuk kata benda; {saran}.", usulan
        )


@rule("PR006", "info")
def kegiatan_ganda(dok: Dokumen) -> Iterator[Hit]:
    """Satu langkah memuat beberapa kegiatan untuk pelaku yang berbeda.

    Satu langkah, satu kegiatan; serah terima ke pelaku lain menjadi langkah sendiri.

    Buruk: Menyampaikan konsep kepada Camat kemudian diteruskan kepada Staf untuk dikirim
    Baik: langkah 1 Menyampaikan konsep kepada Camat; langkah 2 Meneruskan konsep kepada Staf
    Sumber: PermenPAN-RB 35/2012 (satu langkah satu kegiatan); perkiraan menurut kata.
    """
    for i, uraian, _ in _langkah(dok):
        bagian = _bagian(uraian)
        if len(bagian) < 2:
            continue
        pelaku = [set(dituju(teks, dok.sop.instansi.unit)) for teks in bagian]
        if any(a and b and not a & b for a, b in pairwise(pelaku)):
            pesan = "Langkah ini memuat beberapa kegiatan untuk pelaku yang berbeda; pecah menjadi beberapa langkah."
            yield Hit(f"/prosedur/{i}/uraian", pesan)


@rule("PR012", "info")
def langkah_kembar(dok: Dokumen) -> Iterator[Hit]:
    """Dua langkah berturut-turut berbunyi sama.

    Langkah yang terulang biasanya tersisa dari penyalinan, atau satu langkah yang terbaca dua kali.

    Buruk: 3. Memeriksa konsep surat; 4. Memeriksa konsep surat
    Baik: 3. Memeriksa konsep surat; 4. Menandatangani surat
    Sumber: uji keselarasan, tidak diatur tersendiri.
    """
    for i, (lalu, ini) in enumerate(pairwise(dok.sop.prosedur), 1):
        sama = rata(lalu.uraian) == rata(ini.uraian) != ""
        if sama and [t.id for t in lalu.pelaksana or ()] == [t.id for t in ini.pelaksana or ()]:
            pesan = f"Langkah {ini.no or f'ke-{i + 1}'} berbunyi sama dengan langkah sebelumnya; hapus atau bedakan."
            yield Hit(f"/prosedur/{i}/uraian", pesan)


def _langkah(dok: Dokumen) -> Iterator[tuple[int, str, Awal]]:
    for i, langkah in enumerate(dok.sop.prosedur):
        if langkah.uraian.strip():
            yield i, langkah.uraian, awal(langkah.uraian)


def _mulai(uraian: str) -> str:
    kata = uraian.split()
    return " ".join(kata[:5]) + (" …" if len(kata) > 5 else "")


def _bagian(uraian: str) -> list[str]:
    """The text cut before each further verb: "… kepada Camat | diteruskan kepada Staf"."""
    potong = [m for m in _SAMBUNG.finditer(uraian) if _verba_lanjut(rata(m[1]))]
    tepi = [0, *(m.start() for m in potong), len(uraian)]
    return [uraian[a:b] for a, b in pairwise(tepi)]


def _verba_lanjut(kata: str) -> bool:
    return is_verba(kata) or (len(kata) > 4 and kata.startswith("di"))


ATURAN: tuple[Aturan, ...] = (bukan_kata_kerja, bersubjek, nominal, kegiatan_ganda, langkah_kembar)
