"""Pages of which the first engine is unsure as a whole: small or worn print.

Such a page is shown to the second engine, too, before its cells are known. Where the two stand on the same ink, the
surer reading is taken, or the one that is a word of the language. A page that was read surely costs nothing.
"""

from collections.abc import Mapping, Sequence
from typing import Final

from extractors.engines import Engine
from extractors.lexicon.vocabulary import known
from extractors.raster.writing.crops import Abu
from extractors.raster.writing.doubts import RAGU
from extractors.raster.writing.merge import merged
from extractors.sheets import Ketelitian, Word

_HURUF = 3
"""A word has so many letters at least; shorter ones are read off symbols, too."""
_TERBACA = 40
"""So many letters of words show that a page has text to be read."""
_MERAGUKAN: Final[Mapping[Ketelitian, float]] = {"cepat": 0.2, "teliti": 0.1}
"""A page is unsure from this share of its letters on that are of words hardly read, and of none that is known: below a fifth
few gain by a second or two of reading."""


def asked_whole(
    picture: Abu, seen: Sequence[Word], second: Engine | None, ketelitian: Ketelitian = "cepat"
) -> list[Word]:
    """The words of a page, those of a second engine among them where the first one was unsure of many.

    Args:
        picture: height x width greys, as the first engine was shown them.
        seen: what that one read.
        second: None where there is none.
        ketelitian: ``teliti`` asks about pages that are less unsure, too.
    """
    if second is None or not is_unsure(seen, _MERAGUKAN[ketelitian]):
        return list(seen)
    return merged(seen, second.read_page(picture))


def is_unsure(words: Sequence[Word], share: float = _MERAGUKAN["cepat"]) -> bool:
    """Whether so large a share of the letters of a page is of words that were hardly read, and that nobody knows."""
    long = [word for word in words if sum(map(str.isalpha, word.text)) >= _HURUF]
    letters = sum(len(word.text) for word in long)
    doubtful = sum(len(word.text) for word in long if word.keyakinan < RAGU and not known(word.text))
    return letters >= _TERBACA and doubtful >= share * letters
