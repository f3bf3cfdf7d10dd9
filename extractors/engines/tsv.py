"""Tesseract's table of results: one row per page, block, paragraph, line and word."""

from extractors.boxes import Box
from extractors.sheets import Word

_KATA = "5"
"""The level of a row that is a word."""
_KOLOM = 12
"""Columns of a row: level, page, block, paragraph, line, word, left, top, width, height, conf, text."""


def pages_of(tsv: str, mesin: str) -> dict[int, list[Word]]:
    """The words of each page of a table, by its page number, in Tesseract's order.

    Boxes are pixels, ``keyakinan`` is Tesseract's own 0..100 as 0..1, ``baris`` counts lines from 0 within a page.
    Rows that are no words, and words without a letter, digit or sign, are passed over.
    """
    pages: dict[int, list[Word]] = {}
    lines: dict[tuple[str, ...], int] = {}
    for row in tsv.splitlines():
        fields = row.split("\t")
        if len(fields) < _KOLOM or fields[0] != _KATA or not fields[11].strip():
            continue
        line = lines.setdefault(tuple(fields[1:5]), len(lines))
        x, y, width, height = (float(field) for field in fields[6:10])
        conf = min(1.0, max(0.0, float(fields[10]) / 100))
        word = Word("".join(fields[11].split()), Box(x, y, x + width, y + height), conf, mesin, line)
        pages.setdefault(int(fields[1]), []).append(word)
    return pages
