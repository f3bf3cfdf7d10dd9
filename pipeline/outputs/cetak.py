"""Texts as they can be printed: on one line, without what no format can carry."""

import re
from typing import Final

# XML forbids most of it, and some would turn the reading direction round.
_TAK_TERCETAK: Final = re.compile("[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ufffe\uffff\ud800-\udfff]")


_TAK_PUTUS: Final = "\u00a0"
"""A blank that no line ends at."""


def padu(teks: str) -> str:
    """The text with no place to break behind "/ ": there a reader takes the line break for no blank."""
    return teks.replace("/ ", f"/{_TAK_PUTUS}")


def bersih(teks: str | None) -> str:
    """The text on one line, "" for None."""
    return " ".join(_TAK_TERCETAK.sub(" ", teks).split()) if teks else ""
