"""File to pages: pick the one reader whose file it is, and run it."""

from pathlib import Path

from extractors.composing.lent_headings import with_lent_headings
from extractors.errors import BerkasKosong, BerkasTerlaluBesar, BerkasTidakTerbaca, JenisTidakDikenal
from extractors.flow.marking import marked
from extractors.pages import Pages
from extractors.readers import READERS
from extractors.sheets import Ketelitian

BATAS_BYTE = 100_000_000
_HEAD = 4096
_LAMA = {
    b"\xd0\xcf\x11\xe0": "dokumen Office lama (.doc, .ppt)",
    b"{\\rtf": "dokumen RTF",
    b"PK\x03\x04": "berkas terkemas (ODT, PPTX, ZIP)",
}
"""Beginnings of documents that another program can turn into one of a known kind."""


def read(path: Path, batas_byte: int = BATAS_BYTE, ketelitian: Ketelitian = "cepat") -> Pages:
    """The pages of a file.

    Raises:
        SopError: the file cannot be read; the message says why.
    """
    return read_bytes(path.name, load(path, batas_byte), ketelitian)


def load(path: Path, batas_byte: int = BATAS_BYTE) -> bytes:
    """The bytes of a file, within the limit.

    Raises:
        BerkasTerlaluBesar: more bytes than the limit.
        BerkasTidakTerbaca: the system does not give them.
    """
    try:
        size = path.stat().st_size
        if size > batas_byte:
            raise BerkasTerlaluBesar(
                f"berkas terlalu besar: {size / 1e6:.1f} MB, batasnya {batas_byte / 1e6:.1f} MB"
            )
        return path.read_bytes()
    except OSError as error:
        raise BerkasTidakTerbaca(
            f"berkas tidak dapat dibuka: {error.strerror or type(error).__name__}"
        ) from error


def read_bytes(name: str, data: bytes, ketelitian: Ketelitian = "cepat") -> Pages:
    """The pages of a file whose bytes are at hand.

    Args:
        name: of the file; its ending tells text from text.
        data: its bytes.
        ketelitian: how much time reading from pixels may take.

    Raises:
        SopError: the file cannot be read; the message says why.
    """
    if not data:
        raise BerkasKosong("berkas kosong: ukurannya 0 byte")
    claimed = [reader for reader in READERS if reader.claims(name, data[:_HEAD])]
    if not claimed:
        for mark, jenis in _LAMA.items():
            if data.startswith(mark):
                raise JenisTidakDikenal(
                    f"{jenis} belum dapat dibaca; simpan sebagai DOCX atau PDF lalu coba lagi"
                )
        known = [reader.nama for reader in READERS]
        raise JenisTidakDikenal(
            f"jenis berkas ini belum dapat dibaca; yang dapat dibaca: {', '.join(known[:-1])}, dan {known[-1]}"
        )
    if len(claimed) > 1:
        names = " dan ".join(reader.nama for reader in claimed)
        raise JenisTidakDikenal(f"berkas ini diakui oleh lebih dari satu pembaca: {names}")
    return marked(with_lent_headings(claimed[0].read(data, ketelitian)))
