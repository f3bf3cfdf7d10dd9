"""Rules on other regions in the texts: what was copied from an SOP of another kabupaten or kota."""

import re
from collections.abc import Iterator
from typing import Final

from pipeline.findings.kata import rata
from pipeline.findings.rule import Aturan, Dokumen, Hit, rule
from pipeline.findings.tulisan import tulisan
from pipeline.findings.wilayah import disebut, sama

JENIS: Final = ("kabupaten", "kota")
_SENDIRI: Final = re.compile(r"(?:Pemerintah\s+)?(?:Daerah\s+)?(Kabupaten|Kota)\s+(.+)", re.I)


@rule("ID024", "info")
def daerah_lain(dok: Dokumen) -> Iterator[Hit]:
    """Teks menyebut kabupaten atau kota lain.

    SOP yang disalin dari daerah lain sering masih menyebut daerah itu. Nama SOP yang menyebut daerah lain adalah
    peringatan; di tempat lain hanya info, karena daerah lain dapat disebut dengan alasan. Peraturan daerah lain
    dilaporkan DH012, kecamatan dan desa lain ID016.

    Buruk: Pemerintah Kabupaten Sukamaju, keterkaitan "SOP Pelaporan Kota Mandalika"
    Baik: Pemerintah Kabupaten Sukamaju, keterkaitan "SOP Pelaporan Kabupaten Sukamaju"
    Sumber: uji keselarasan; contoh SOP yang masih menyebut daerah lain.
    """
    sendiri = _SENDIRI.fullmatch(dok.sop.instansi.pemerintah or "")
    if sendiri is None:
        return
    jenis_sendiri, nama_sendiri = sendiri[1].lower(), rata(sendiri[2])
    for lokasi, teks in tulisan(dok.sop):
        for jenis in JENIS:
            asing = next(
                (
                    nama
                    for nama in disebut(teks, jenis)
                    if not (jenis == jenis_sendiri and sama(nama, nama_sendiri))
                ),
                None,
            )
            # "Kabupaten Wanasari" of the kabupaten whose capital is a kota of that name is hardly ever meant otherwise.
            if asing and not sama(asing, nama_sendiri):
                pesan = (
                    f"Teks ini menyebut “{jenis.capitalize()} {asing.title()}”, padahal SOP ini milik "
                    f"{dok.sop.instansi.pemerintah}; periksa apakah tersalin dari daerah lain."
                )
                yield Hit(lokasi, pesan, tingkat="peringatan" if lokasi.startswith("/identitas") else None)
                break


ATURAN: tuple[Aturan, ...] = (daerah_lain,)
