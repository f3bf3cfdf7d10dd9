"""Which words belong to the language of offices."""

import re
from functools import cache

from extractors.data import table


@cache
def _known() -> frozenset[str]:
    return frozenset(str(table("kata")["kata"]).split())


def known(text: str) -> bool:
    """Whether a word, without the signs around it, belongs to the language of offices."""
    bare = text.strip("()[]\"'“”.,;:-/").casefold()
    return len(bare) > 1 and all(part in _known() for part in re.split(r"[-/]", bare) if part)
