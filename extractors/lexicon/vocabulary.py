"""Which words belong to the language of offices."""

import re
from functools import cache

from extractors.data import table


@cache
def listed() -> frozenset[str]:
    """All words of it, in small letters."""
    return frozenset(str(table("kata")["kata"]).split())


def known(text: str) -> bool:
    """Whether a word, without the signs around it, belongs to the language of offices."""
    bare = text.strip("()[]\"'“”.,;:-/").casefold()
    return len(bare) > 1 and all(part in listed() for part in re.split(r"[-/]", bare) if part)
