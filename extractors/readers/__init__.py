"""One module per kind of file. A reader says whether a file is its own, and reads it.

To add a format: a module with ``claims(name, head)`` and ``read(data, ketelitian)``, and its line here.
"""

from collections.abc import Callable
from dataclasses import dataclass

from extractors.pages import Pages
from extractors.readers import docx, gambar, pdf, teks, xls, xlsx
from extractors.sheets import Ketelitian


@dataclass(frozen=True, slots=True)
class Reader:
    """What a reader offers: ``claims(file name, first bytes)`` and ``read(all bytes, ketelitian)``.

    ``nama`` says in a message to the user which files it reads.
    """

    nama: str
    claims: Callable[[str, bytes], bool]
    read: Callable[[bytes, Ketelitian], Pages]


READERS: tuple[Reader, ...] = (
    Reader("teks (TXT, Markdown, HTML)", teks.claims, teks.read),
    Reader("PDF", pdf.claims, pdf.read),
    Reader("DOCX", docx.claims, docx.read),
    Reader("XLSX", xlsx.claims, xlsx.read),
    Reader("XLS", xls.claims, xls.read),
    Reader("gambar (JPG, PNG, TIFF)", gambar.claims, gambar.read),
)
