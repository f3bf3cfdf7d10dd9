"""Lists inside a cell, ``1. … 2. …`` in one text: each item on a line of its own, set in behind its number."""

import re
from itertools import count, pairwise
from string import ascii_lowercase
from typing import Final

MENJOROK: Final = 1.12
"""How far the lines of an item behind the first are set in, in em: as wide as ``1.`` with a blank."""
_TANDA: Final = re.compile(r"(?<!\S)(\d{1,2}|[a-z])([.)])(?=\s*[^\W\d])")


def berbaris(teks: str) -> str:
    """The text with a line break before each item of its list; as it is where it holds none.

    A list has two items or more, numbered or lettered from the first on without a gap.
    """
    marks = list(_TANDA.finditer(teks))
    for at, mark in enumerate(marks):
        if mark[1] in ("1", "a"):
            run = _daftar(marks[at:])
            if len(run) > 1:
                return _terputus(teks, run)
    return teks


def menjorok(baris: str) -> bool:
    """Whether a line is an item of a list."""
    return _TANDA.match(baris) is not None


def _daftar(marks: list[re.Match[str]]) -> list[int]:
    """Where the items begin of the list that begins with the first of the marks."""
    first = marks[0]
    wanted = iter(ascii_lowercase) if first[1] == "a" else map(str, count(1))
    run: list[int] = []
    expected = next(wanted)
    for mark in marks:
        if (mark[1], mark[2]) == (expected, first[2]):
            run.append(mark.start())
            expected = next(wanted, "")
    return run


def _terputus(teks: str, awal: list[int]) -> str:
    bounds = [0, *(at for at in awal if at), len(teks)]
    return "\n".join(teks[a:b].strip() for a, b in pairwise(bounds))
