"""What the branches of a decision are called: Ya, Tidak and their kin."""

import re
from difflib import SequenceMatcher
from functools import cache
from typing import Final, Literal

from extractors.data import table

Cabang = Literal["Ya", "Tidak"]

_BLANK = re.compile(r"[^a-z]+")
WHOLE: Final = 4
"""Letters from which on a misread word can be known again."""
LEFT, LOST = 3, 3
"""The first letters of a name, at least and at most so many, tell it when it was cut off."""
ALIKE: Final = 0.72
"""Likeness (0..1) that a misread word must have to one name, and to none of the other branch."""


def branch(text: str) -> Cabang | None:
    """Which branch a text names, None where it says anything else besides."""
    words = [word for word in _BLANK.split(text.casefold()) if word]
    positive, negative, filler = kinds()
    if not words or any(word not in positive | negative | filler for word in words):
        return None
    if any(word in negative for word in words):
        return "Tidak"
    return "Ya" if any(word in positive for word in words) else None


def branch_word(text: str) -> bool:
    """Whether a word may be part of the name of a branch."""
    words = [word for word in _BLANK.split(text.casefold()) if word]
    return bool(words) and all(any(word in kind for kind in kinds()) for word in words)


def answers(text: str) -> bool:
    """Whether a text is an answer and nothing else: no question is written so, wherever it stands."""
    words = [word for word in _BLANK.split(text.casefold()) if word]
    return bool(words) and all(word in table("cabang")["jawaban"] for word in words)


def branch_read(text: str) -> str | None:
    """The name of a branch that a text read beside a decision, where little else stands, most likely is.

    Args:
        text: as read from a small piece of the page.

    Returns:
        The name in small letters; None where the text may as well be something else.
    """
    if branch(text):
        return " ".join(_BLANK.split(text.casefold())).strip()
    letters = "".join(char for char in text if not char.isspace())
    short = table("cabang")["keliru"]
    if letters in short:
        return str(short[letters])
    apart = [part for word in _BLANK.split(text.casefold()) for part in _parted(word)]
    words = [_known(word) for word in apart if len(word) > 1]
    joined = " ".join(word for word in words if word)
    return joined if joined and all(words) and branch(joined) else None


def _parted(word: str) -> tuple[str, ...]:
    """A word in two where it is a negative one that the next was glued to: "tidaklengkap" is like "lengkap", and no Ya."""
    cuts = (len(name) for name in kinds()[1] if len(name) >= WHOLE and word.startswith(name))
    cut = max(cuts, default=0)
    return (word[:cut], word[cut:]) if cut and len(word) - cut >= LEFT else (word,)


def _known(word: str) -> str | None:
    """The name of a branch that a word is nearly written like, where those it is most like are of one branch."""
    names = frozenset.union(*kinds())
    if word in names:
        return word
    cut = {name for name in names if name.startswith(word) and len(name) <= len(word) + LOST}
    if len(word) >= LEFT and len({branch(name) for name in cut}) == 1:
        return min(cut, key=len)
    ranked = sorted(
        ((SequenceMatcher(None, word, name).ratio(), name) for name in names if len(name) >= WHOLE),
        reverse=True,
    )
    (best, name), (second, other) = ranked[0], ranked[1]
    kin = name in other or other in name or branch(name) == branch(other)
    return name if best >= ALIKE and (best > second or kin) else None


@cache
def kinds() -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """Words that name the positive and the negative branch, and those that may stand beside them."""
    known = table("cabang")
    return frozenset(known["positif"]), frozenset(known["negatif"]), frozenset(known["pengisi"])
