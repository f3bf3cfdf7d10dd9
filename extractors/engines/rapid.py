"""RapidOCR: small neural models that come inside the wheel, so pip alone brings a working engine.

Slower than Tesseract by an order, better on damaged print. The models are made when first
needed, once per process, and kept to one thread.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from threading import Lock
from typing import ClassVar

import numpy as np

from extractors.boxes import Box
from extractors.engines.baris_teks import lines_of
from extractors.engines.baru_dibaca import baru_dibaca
from extractors.engines.gambar import Gambar
from extractors.engines.jaringan_rapid import weights
from extractors.engines.pengenal import Kata, read_line
from extractors.sheets import Word

NAMA = "rapidocr"
_BARIS_YAKIN = 0.5
"""What is read less surely than this as a whole is no line of text."""
_LOCK = Lock()


@dataclass(frozen=True, slots=True)
class Rapid:
    """The engine.

    Attributes:
        berbahasa: whether it reads with the language in mind and looks for small print: for what is hardly legible.
    """

    berbahasa: bool = False
    nama: ClassVar[str] = NAMA
    huruf: ClassVar[float] = 18.0

    @property
    def versi(self) -> str:
        """Library and version."""
        return (
            f"{_version()}, berbahasa di atas 0.6, yang dikira disebut, berpita"
            if self.berbahasa
            else _version()
        )

    def tersedia(self) -> bool:
        """Whether the library and its runtime are installed."""
        return weights("det") is not None and weights("rec") is not None

    def read_page(self, picture: Gambar) -> list[Word]:
        """All words of a page."""
        with _LOCK:
            return _run(picture, berbahasa=self.berbahasa)

    def read_lines(self, crops: Sequence[Gambar], *, angka: bool = False) -> list[list[Word]]:
        """The words of each crop; ``angka`` changes nothing: the models know no list of allowed characters."""
        with _LOCK:
            return [_run_crop(crop, berbahasa=self.berbahasa) for crop in crops]


@cache
def _version() -> str:
    from importlib.metadata import version

    return f"rapidocr {version('rapidocr')} baris demi baris, yang besar separuh"


def _run(picture: Gambar, *, berbahasa: bool = False) -> list[Word]:
    if not picture.size or min(picture.shape[:2]) < 3:
        return []
    grey = np.ascontiguousarray(picture if picture.ndim == 2 else picture.min(axis=2))
    words: list[Word] = []
    for number, line in enumerate(lines_of(grey, halus=berbahasa)):
        part = grey[int(line.y0) : int(line.y1), int(line.x0) : int(line.x1)]
        read = read_line(part, berbahasa=berbahasa)
        letters = sum(len(word.text) for word in read)
        if sum(word.yakin * len(word.text) for word in read) >= _BARIS_YAKIN * letters:
            words += [_placed(word, line, number) for word in read]
    return words


_run_crop = baru_dibaca(_run)


def read_strip(picture: Gambar) -> list[Word]:
    """The words of a picture that is one line of text and nothing else: all of it is read, whatever runs through it.

    Args:
        picture: height x width greys, at least a pixel each.
    """
    height, width = picture.shape
    with _LOCK:
        return [_placed(word, Box(0, 0, width, height), 0) for word in read_line(picture)]


def _placed(word: Kata, line: Box, number: int) -> Word:
    x0, x1 = (line.x0 + part * line.width for part in (word.start, word.end))
    return Word(word.text, line._replace(x0=x0, x1=x1), word.yakin, NAMA, number, dikira=word.dikira)
