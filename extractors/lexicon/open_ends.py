"""Texts that end in the middle of a sentence, and places where a number is part of one.

The words are in ``data/tanda.toml``, in groups; what is open in a list of regulations may be whole in a cell.
"""

import re
from functools import cache, lru_cache
from typing import Literal

from extractors.data import table

Group = Literal["kutipan", "judul", "kotak", "unit", "orang"]
_SIGNS = r"[,/&(]|\S[–-]"
"""Signs behind which a text goes on; a dash alone fills a cell or marks an entry."""
_TAIL = 40
"""Letters at the end of a text that tell how it ends."""


@lru_cache(maxsize=4096)
def is_open(text: str, *groups: Group) -> bool:
    """Whether something is still to come behind a text; an empty one is not open.

    Args:
        text: the text; blanks at its end do not count.
        groups: which words count besides those behind which any sentence goes on.
    """
    return _ends_with(("kata", *groups), text)


def cannot_end(text: str) -> bool:
    """Whether no entry of a list ends as this text does, whatever stands behind it."""
    return _ends_with(("tak_selesai",), text, signs=False)


def names_another(text: str) -> bool:
    """Whether a title ends so that the name of another regulation follows: "Pelaksanaan", "Perubahan"."""
    return _ends_with(("judul",), text, signs=False)


def awaits_number(text: str) -> bool:
    """Whether a number behind a text belongs to its last word and marks no entry: "Nomor", "Pasal", "Tk."."""
    return _ends_with(("bernomor",), text)


def _ends_with(groups: tuple[str, ...], text: str, *, signs: bool = True) -> bool:
    text = text.rstrip()
    return _pattern(groups, signs).search(text, max(len(text) - _TAIL, 0)) is not None


@cache
def _pattern(groups: tuple[str, ...], signs: bool) -> re.Pattern[str]:
    words = "|".join(word for group in groups for word in table("tanda")["terbuka"][group])
    return re.compile(rf"(?:\b(?:{words}){f'|{_SIGNS}' if signs else ''})$", re.IGNORECASE)
