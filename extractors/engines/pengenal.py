"""The words of one line of text, read by RapidOCR's network.

Its answers are kept to the letters that documents here are written with: it also knows signs of East Asia, which
stamps look like.
"""

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

import cv2
import numpy as np
from numpy.typing import NDArray

from extractors.engines.ejaan import is_usual, meant
from extractors.engines.gambar import Gambar
from extractors.engines.jaringan_rapid import answer, session

_TINGGI, _LEBAR = 48, 160
"""The height in pixels in which the network reads, and the least width."""
_JAUH = 5
"""Letters more steps apart than this are of two words."""
_TERBACA = ((0.7, 0.92), (0.6, 0.88))
"""How sure a word of the language is at least, or one that is told by the language, where the network is as sure of its
letters: of such words seven to nine of ten are right, of others that it is no surer of hardly any. What it is still less
sure of is no word that the language can tell."""
_BUKAN_ASCII = "–—‘’“”•·…°½"


class Kata(NamedTuple):
    """A word of a line: text, start and end (0..1 of the width), mean certainty of its letters, whether the language told it."""

    text: str
    start: float
    end: float
    yakin: float
    dikira: bool = False


def read_line(picture: Gambar, *, berbahasa: bool = False) -> list[Kata]:
    """The words of a picture of one line.

    Args:
        picture: height x width greys, at least a pixel each.
        berbahasa: whether words of the language are expected: what is none, but nearly one, is taken for that one.
    """
    height, width = picture.shape
    wide = max(1, round(width * _TINGGI / height))
    # What lies beyond the line is of the grey that the network was shown there.
    given = np.zeros((_TINGGI, max(wide, _LEBAR)), np.float32)
    given[:, :wide] = cv2.resize(picture, (wide, _TINGGI)).astype(np.float32) / 127.5 - 1
    letters, which = _letters()
    return _words(answer("rec", given)[:, which], letters, given.shape[1] / wide, berbahasa=berbahasa)


@cache
def _letters() -> tuple[Sequence[str], NDArray[np.int64]]:
    """The letters that may be read, and which of the network's answers are theirs."""
    known = session("rec").get_modelmeta().custom_metadata_map["character"].splitlines()
    # The first answer is that there is no letter, the last one a space.
    every = ["", *known, " "]
    which = [at for at, letter in enumerate(every) if letter.isascii() or letter in _BUKAN_ASCII]
    return [every[at] for at in which], np.array(which)


def _words(
    seen: NDArray[np.float32], letters: Sequence[str], beyond: float, *, berbahasa: bool
) -> list[Kata]:
    """Answers along a line to words: the same one twice in a row is one letter.

    Args:
        seen: steps along the line x letters, how sure each is.
        letters: what the columns stand for.
        beyond: the width that was read, in widths of the line.
        berbahasa: as for ``read_line``.
    """
    best, sure = seen.argmax(axis=1), seen.max(axis=1)
    new = (best > 0) & np.append(True, best[1:] != best[:-1])
    words: list[list[int]] = [[]]
    for at in np.flatnonzero(new).tolist():
        if words[-1] and at - words[-1][-1] > _JAUH:
            words.append([])
        if letters[best[at]].isspace():
            words.append([])
        else:
            words[-1].append(at)
    step = beyond / len(seen)
    read = []
    for word in filter(None, words):
        text, yakin = "".join(letters[best[at]] for at in word), float(np.mean(sure[word]))
        least = next((enough for clear, enough in _TERBACA if yakin >= clear), 0.0) if berbahasa else 0.0
        likely = meant(seen, letters, word) if least else None
        if likely:
            text, yakin = likely, least
        elif least and is_usual(text):
            yakin = max(yakin, least)
        start, end = max(0.0, (word[0] - 0.5) * step), min(1.0, (word[-1] + 1.5) * step)
        read.append(Kata(text, start, end, yakin, likely is not None))
    return read
