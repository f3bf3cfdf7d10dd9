"""Rules on the evidence: what was repaired or is doubtful must be looked at."""

import re
from collections.abc import Iterator
from typing import Final

from extractors.sheets import TAK_TERBACA
from normalizers.model import Sop, Waktu
from normalizers.reading import INFERENSI, KOREKSI
from pipeline.findings.kata import rata
from pipeline.findings.lokasi import resolves, value
from pipeline.findings.rule import SALAH_NAMA, Aturan, Dokumen, Hit, rule

# Where a repair may change a fact of law or a number; spelling elsewhere is no matter for an officer.
_BERARTI: Final = re.compile(
    r"/identitas/(?:nomor_sop|tanggal_\w+|disahkan_oleh/(?:nama|nip))"
    r"|/dasar_hukum/\d+/(?:jenis|lembaga|nomor|tahun)|/prosedur/\d+/waktu"
)
PANJANG_KUTIPAN: Final = 60
ANGKA: Final = 0.2
"""Facts and numbers are doubted so much earlier than texts: nothing around a figure shows that it is another one."""


@rule("BK001", "info")
def diperbaiki(dok: Dokumen) -> Iterator[Hit]:
    """Angka, tanggal, NIP, atau nama diperbaiki atau disimpulkan saat dibaca.

    Perbaikan semacam ini mengubah fakta, jadi perlu dibandingkan dengan dokumen aslinya.

    Buruk: tercetak "1O menit", dibaca "10 menit"
    Baik: tercetak "10 menit", dibaca "10 menit"
    Sumber: kebiasaan sopbaku: tidak ada perbaikan diam-diam.
    """
    for lokasi, bukti in dok.sop.bukti.items():
        if bukti.jalan not in (KOREKSI, INFERENSI) or not _BERARTI.fullmatch(lokasi):
            continue
        nilai = _nilai(dok.sop, lokasi)
        if nilai is None or _salah_nama(dok, lokasi):
            continue
        if bukti.jalan == INFERENSI:
            pesan = f"Nilai “{nilai}” disimpulkan, tidak tertulis begitu; bandingkan dengan dokumen asli."
        elif _rapat(bukti.mentah) == _rapat(nilai):
            # "19800412 200312 2 001" of the signature block, instead of what the identity page shows.
            pesan = f"Nilai “{nilai}” dibetulkan menurut bagian lain dokumen; bandingkan dengan dokumen asli."
        else:
            pesan = f"Tercetak “{_kutip(bukti.mentah)}”, dibaca “{nilai}”; bandingkan dengan dokumen asli."
        yield Hit(lokasi, pesan)


@rule("BK002", "info")
def meragukan(dok: Dokumen) -> Iterator[Hit]:
    """Hasil baca meragukan.

    Keyakinan pembacaan di bawah batas yang disetel, untuk angka, tanggal, dan nama pada pindaian sedikit di
    atasnya; nilainya mungkin salah.

    Buruk: teks pindaian yang rusak, keyakinan 0,4
    Baik: teks yang terbaca jelas, keyakinan 0,95
    Sumber: kebiasaan sopbaku: nilai yang ragu ditunjukkan.
    """
    for lokasi, bukti in dok.sop.bukti.items():
        batas = dok.setelan.keyakinan_ragu + (ANGKA if bukti.mesin and _BERARTI.fullmatch(lokasi) else 0.0)
        if bukti.jalan == INFERENSI or bukti.keyakinan >= batas:
            continue
        if TAK_TERBACA in bukti.mentah:  # BK004 says so
            continue
        if resolves(dok.sop, lokasi):
            persen = f"{bukti.keyakinan:.0%}".replace("%", " %")
            pesan = (
                f"Hasil baca dari “{_kutip(bukti.mentah)}” meragukan (keyakinan {persen}); periksa nilainya."
            )
            yield Hit(lokasi, pesan)


@rule("BK003", "info")
def ejaan(dok: Dokumen) -> Iterator[Hit]:
    """Ejaan yang agaknya salah.

    Kata ini mungkin salah ketik atau salah baca, tetapi mengubahnya dapat mengubah isi, jadi
    hanya diusulkan.

    Buruk: Ketidacermatan dalam pendataan
    Baik: Ketidakcermatan dalam pendataan
    Sumber: daftar ejaan sopbaku.
    """
    for lokasi, kata in dok.kata_saksi("usul_ejaan").items():
        yield Hit(lokasi, f"Ejaan agaknya salah; mungkin maksudnya “{_kutip(kata[0])}”.", kata[0])


def _salah_nama(dok: Dokumen, lokasi: str) -> bool:
    """Whether a kind or body was misnamed: DH007 speaks of that."""
    return any(dok.saksi_pertama(jenis, lokasi) is not None for jenis in SALAH_NAMA)


def _nilai(sop: Sop, lokasi: str) -> str | None:
    """The value at a pointer as the report shows it; None where it is null or no single value."""
    nilai = value(sop, lokasi)
    if isinstance(nilai, Waktu):
        return nilai.teks
    return str(nilai) if isinstance(nilai, str | int) else None


def _rapat(teks: str) -> str:
    return rata(teks).replace(" ", "")


def _kutip(mentah: str) -> str:
    teks = " ".join(mentah.split())
    return teks if len(teks) <= PANJANG_KUTIPAN else teks[:PANJANG_KUTIPAN].rstrip() + " …"


@rule("BK004", "peringatan")
def tak_terbaca(dok: Dokumen) -> Iterator[Hit]:
    """Tulisan tidak terbaca.

    Ada tulisan pada tempat nilai ini, misalnya tulisan tangan atau teks di bawah cap, yang tidak dapat
    dibaca mesin. Nilainya dikosongkan; lihat potongan gambarnya lalu isi dengan tangan.

    Buruk: tanggal efektif ditulis tangan dan tidak terbaca
    Baik: tanggal efektif tercetak
    Sumber: kebiasaan sopbaku: yang tidak terbaca dikosongkan, bukan ditebak.
    """
    for lokasi in dok.kata_saksi("tidak_terbaca"):
        yield Hit(lokasi, "Ada tulisan di sini yang tidak terbaca; lihat gambarnya dan isi dengan tangan.")


ATURAN: tuple[Aturan, ...] = (diperbaiki, meragukan, ejaan, tak_terbaca)
