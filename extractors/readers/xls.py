"""XLS: old Excel workbooks, and what calls itself one but is a web page, as many systems export it."""

from pathlib import PurePath

from extractors.errors import BerkasKosong
from extractors.pages import Pages
from extractors.readers import teks
from extractors.sheets import Ketelitian

_SUFFIXES = frozenset((".xls", ".xlt"))
_PACKED = b"PK\x03\x04"
_COMPOUND = b"\xd0\xcf\x11\xe0"
_BARE = (b"\x09\x00", b"\x09\x02", b"\x09\x04", b"\x09\x08")
"""How workbooks of the early nineties begin."""


def claims(name: str, head: bytes) -> bool:
    """Whether a file calls itself an old workbook and is no package of the newer kind."""
    return PurePath(name).suffix.casefold() in _SUFFIXES and not head.startswith(_PACKED)


def read(data: bytes, ketelitian: Ketelitian = "cepat") -> Pages:
    """The worksheets of an old workbook, each as a page.

    Raises:
        BerkasTidakTerbaca: truncated, encrypted, or no workbook.
        BerkasTerlaluBesar: it holds far more than a form does.
        BerkasKosong: no text in any worksheet.
    """
    if not data.startswith((_COMPOUND, *_BARE)):
        return teks.read(data, ketelitian)
    # This brings xlrd, which a run over texts does without.
    from extractors.office.biff import worksheets
    from extractors.worksheets.pages import pages_of

    pages = pages_of("xlsx", worksheets(data))
    if not pages.source.text.strip():
        raise BerkasKosong("buku kerja Excel kosong: tidak ada teks di dalamnya")
    return pages
