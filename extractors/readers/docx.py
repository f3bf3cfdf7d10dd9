"""DOCX: what Word would show, cell by cell, with automatic numbers made visible and drawings kept with their places."""

from pathlib import PurePath

from extractors.errors import BerkasKosong
from extractors.pages import Pages
from extractors.sheets import Ketelitian

_SUFFIXES = frozenset((".docx", ".docm", ".dotx", ".dotm"))
_PACKED = b"PK\x03\x04"
_ENCRYPTED = b"\xd0\xcf\x11\xe0"
"""An encrypted document lies in a container of the old kind; whoever opens it says so."""


def claims(name: str, head: bytes) -> bool:
    """Whether a file of this name and beginning is a Word document."""
    return PurePath(name).suffix.casefold() in _SUFFIXES and head.startswith((_PACKED, _ENCRYPTED))


def read(data: bytes, _: Ketelitian = "cepat") -> Pages:
    """The pages of a Word document; their heights are estimates.

    Raises:
        BerkasTidakTerbaca: truncated, encrypted, or no Word document.
        BerkasTerlaluBesar: it unpacks to far too much.
        BerkasKosong: nothing but white space in it.
    """
    # This brings lxml, which a run over texts does without.
    from extractors.office.docx_pages import pages_of
    from extractors.office.docx_parts import document_of
    from extractors.office.package import open_package

    pages = pages_of(document_of(open_package(data)))
    if not pages.source.text.strip():
        raise BerkasKosong("dokumen kosong: tidak ada teks di dalamnya")
    return pages
