"""What is asked of the reading of a page, and what it gives."""

from dataclasses import dataclass
from typing import Literal

from extractors.boxes import Box
from extractors.sheets import Word

Peran = Literal["teks", "nomor", "gambar", "kepala", "isian"]
"""What a cell may hold: running text; a step number; symbols with at most short labels; a heading, which may stand on
end; what is filled in on an identity page, where stamps and signatures lie."""


@dataclass(frozen=True, slots=True)
class CellTask:
    """A cell to be read; ``box`` in pixels, its edges in the middle of its rules."""

    box: Box
    peran: Peran = "teks"


@dataclass(frozen=True, slots=True)
class Reading:
    """The words of a page in pixels, and what could not be read.

    Attributes:
        words: in no particular order; ``baris`` unique within the page.
        unread: boxes around writing that gave no credible words, such as handwriting.
    """

    words: tuple[Word, ...]
    unread: tuple[Box, ...] = ()
