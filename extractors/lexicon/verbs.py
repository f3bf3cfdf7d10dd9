"""Which words are verbs: steps of a procedure begin with one. The exceptions are in ``data/langkah.toml``."""

import re
from functools import cache

from extractors.data import table

_VERB = re.compile(r"(?:[Mm]e(?:m|n|l|r|w|y|ng|ny)?[a-z]{3,}|Mc[a-z]{4,})")
"""With "me-", which an engine may have read as "mc-"."""
_DERIVED = re.compile(r"(?:m[ec]|ber|di|pe[nm])[a-z]{3,}", re.IGNORECASE)


def is_verb(word: str) -> bool:
    """Whether a word is a verb of what somebody does: "Menerima"."""
    bare = word.casefold().strip(".,;:()")
    if bare in _known("kata_kerja"):
        return True
    return bool(_VERB.match(word)) and bare not in _known("bukan_kata_kerja")


def begins_like_verb(text: str) -> bool:
    """Whether a text begins with a capital and the prefix of a verb, or of a noun made of one: "Dicatat", "Pencatatan"."""
    return text[:1].isupper() and _DERIVED.match(text) is not None


@cache
def _known(name: str) -> frozenset[str]:
    return frozenset(table("langkah")[name])
