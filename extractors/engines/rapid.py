"""RapidOCR: small neural models that come inside the wheel, so pip alone brings a working engine.

Slower than Tesseract by an order, better on damaged print. The models are made when first
needed, once per process, and kept to one thread.
"""

import os
import re
from collections.abc import Sequence
from functools import cache
from importlib.util import find_spec
from threading import Lock
from typing import Any

import numpy as np

from extractors.boxes import Box
from extractors.engines.baru_dibaca import baru_dibaca
from extractors.engines.gambar import Gambar
from extractors.engines.lembar_potongan import pack
from extractors.sheets import Word

NAMA = "rapidocr"
_SISI_BACA = 2400
"""Larger pictures are made smaller before they are read: A4 at 200 dpi stays as it is."""
_SISI_CARI = 1056
"""Lines are looked for in a picture of this size: at 2000 the same lines cost 350 MB more."""
_ASING = re.compile(r"[\u2600-\u26ff\u2e80-\uffef]")
"""Stars and signs of East Asia, which the models also know and stamps are read as; no document here has them."""
_LOCK = Lock()


class Rapid:
    """The engine."""

    nama = NAMA
    huruf = 18.0

    @property
    def versi(self) -> str:
        """Library and version."""
        from importlib.metadata import version

        return f"rapidocr {version('rapidocr')} tanpa bantalan"

    def tersedia(self) -> bool:
        """Whether the library and its runtime are installed."""
        return find_spec("rapidocr") is not None and find_spec("onnxruntime") is not None

    def read_page(self, picture: Gambar) -> list[Word]:
        """All words of a page."""
        with _LOCK:
            return _run(picture)

    def read_lines(self, crops: Sequence[Gambar], *, angka: bool = False) -> list[list[Word]]:
        """The words of each crop; the crops are read together on as few sheets as hold them.

        ``angka`` changes nothing: the models know no list of allowed characters.
        """
        found: list[list[Word]] = [[] for _ in crops]
        for sheet in pack(crops):
            with _LOCK:
                words = _run(sheet.gambar)
            for word in words:
                spot = sheet.at(*word.box.centre)
                if spot is not None:
                    box = Box(
                        word.box.x0 - spot.x, word.box.y0 - spot.y, word.box.x1 - spot.x, word.box.y1 - spot.y
                    )
                    found[spot.nomor].append(Word(word.text, box, word.keyakinan, NAMA, word.baris))
        return found


@cache
def _engine(process: int) -> Any:
    """The models for this process; a fork does not inherit another's."""
    from rapidocr import RapidOCR

    return RapidOCR(
        params={
            "Global.use_cls": False,  # pages arrive upright
            "Global.return_word_box": True,
            "Global.use_vertical_padding": False,  # white above and below a strip is four times the work
            "Global.max_side_len": _SISI_BACA,
            "Det.limit_type": "max",
            "Det.limit_side_len": _SISI_CARI,
            "Global.log_level": "critical",
            "EngineConfig.onnxruntime.intra_op_num_threads": 1,
            "EngineConfig.onnxruntime.inter_op_num_threads": 1,
            "EngineConfig.onnxruntime.enable_cpu_mem_arena": False,
            "Rec.rec_batch_num": 1,  # a batch is as wide as its longest line
        }
    )


@baru_dibaca
def _run(picture: Gambar) -> list[Word]:
    if not picture.size or min(picture.shape[:2]) < 3:
        return []
    # The models were trained on pictures with blue first.
    colours = np.stack([picture] * 3, axis=-1) if picture.ndim == 2 else picture[:, :, ::-1]
    result = _engine(os.getpid())(np.ascontiguousarray(colours))
    lines = getattr(result, "word_results", None)
    # A blank picture gives one empty line without a place.
    if not lines or getattr(result, "boxes", None) is None:
        return []
    return [word for number, line in enumerate(lines) for word in _words(line, number)]


def _words(line: Sequence[Any], number: int) -> list[Word]:
    words = []
    for text, score, quad in line:
        text = _ASING.sub("", "".join(str(text).split()))
        if text and quad is not None:
            xs, ys = [float(x) for x, _ in quad], [float(y) for _, y in quad]
            box = Box(min(xs), min(ys), max(xs), max(ys))
            words.append(Word(text, box, float(score), NAMA, number))
    return words
