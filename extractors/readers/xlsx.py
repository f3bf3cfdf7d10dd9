"""XLSX: what Excel would show of each worksheet, cell by cell, with drawings kept at their places."""

from pathlib import PurePath

from extractors.errors import BerkasKosong
from extractors.pages import Pages
from extractors.readers.kemasan import folder_of
from extractors.sheets import Ketelitian

_SUFFIXES = frozenset((".xlsx", ".xlsm", ".xltx", ".xltm"))
_OLD_SUFFIXES = frozenset((".xls", ".xlt"))
_PACKED = b"PK\x03\x04"
_ENCRYPTED = b"\xd0\xcf\x11\xe0"
"""An encrypted workbook lies in a container of the old kind; whoever opens it says so."""


def claims(name: str, head: bytes) -> bool:
    """Whether a file of this name and beginning is a workbook of the newer kind, whatever its ending says."""
    if folder := folder_of(head):
        return folder == "xl"
    suffix = PurePath(name).suffix.casefold()
    packed = head.startswith(_PACKED)
    return (suffix in _SUFFIXES and (packed or head.startswith(_ENCRYPTED))) or (
        suffix in _OLD_SUFFIXES and packed
    )


def read(data: bytes, _: Ketelitian = "cepat") -> Pages:
    """The worksheets of a workbook, each as a page.

    Raises:
        BerkasTidakTerbaca: truncated, encrypted, or no workbook.
        BerkasTerlaluBesar: it unpacks to far too much, or holds far more than a form does.
        BerkasKosong: no text in any worksheet.
    """
    # This brings lxml, which a run over texts does without.
    from extractors.office.package import open_package
    from extractors.office.sheet_parts import worksheets
    from extractors.worksheets.pages import pages_of

    pages = pages_of("xlsx", worksheets(open_package(data)))
    if not pages.source.text.strip():
        raise BerkasKosong("buku kerja Excel kosong: tidak ada teks di dalamnya")
    return pages
