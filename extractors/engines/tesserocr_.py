"""Tesseract in this process, through tesserocr: the same model as the program, without starting it.

The wheel brings the engine but no language; the model is looked for where Debian puts it and
where TESSDATA_PREFIX points.
"""

import os
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from threading import Lock
from typing import Any

from extractors.engines.bahasa import BAHASA, tessdata
from extractors.engines.baru_dibaca import baru_dibaca
from extractors.engines.gambar import Gambar
from extractors.engines.tsv import pages_of
from extractors.sheets import Word

NAMA = "tesseract"
_BATAS_HALAMAN_MS = 90_000
"""A page that takes longer is given up: damaged or hostile pictures never hold a run."""
_BATAS_SEL_MS = 15_000
_PSM_HALAMAN, _PSM_SEL, _PSM_BARIS = 11, 6, 7
_TITIK_PER_INCI = 200
"""Told to Tesseract so that it does not guess; its model does not depend on it."""
_ANGKA = "0123456789.,)"
_LOCK = Lock()


class Tesserocr:
    """The engine; one instance of Tesseract per process, made when first needed."""

    nama = NAMA
    huruf = 34.0

    @property
    def versi(self) -> str:
        """Library and version."""
        import tesserocr

        version = str(tesserocr.tesseract_version()).splitlines()[0]
        return f"tesserocr {version}, gelap di terang"

    def tersedia(self) -> bool:
        """Whether the library loads and the model is found."""
        return _folder() is not None

    def read_page(self, picture: Gambar) -> list[Word]:
        """All words of a page, scattered text included."""
        with _LOCK:
            return _run(picture, _PSM_HALAMAN, "", _BATAS_HALAMAN_MS)

    def read_lines(self, crops: Sequence[Gambar], *, angka: bool = False) -> list[list[Word]]:
        """The words of each crop, each read as one block; digits only where told so."""
        with _LOCK:
            if not angka:
                return [_run_crop(crop, _PSM_SEL, "", _BATAS_SEL_MS) for crop in crops]
            # What does not pass as a line may pass as a block.
            return [
                _run_crop(crop, _PSM_BARIS, _ANGKA, _BATAS_SEL_MS)
                or _run_crop(crop, _PSM_SEL, _ANGKA, _BATAS_SEL_MS)
                for crop in crops
            ]


@cache
def _folder() -> Path | None:
    try:
        import tesserocr  # noqa: F401
    except ImportError:
        return None
    return tessdata()


@cache
def _api(process: int) -> Any:
    """Tesseract for this process; a fork does not inherit another's."""
    import tesserocr

    api = tesserocr.PyTessBaseAPI(path=f"{_folder()}/", lang=BAHASA)
    # Fills are made white before: what is not surely read need not be tried as light on dark.
    api.SetVariable("tessedit_do_invert", "0")
    return api


def _run(picture: Gambar, psm: int, allowed: str, limit: int) -> list[Word]:
    if not picture.size or min(picture.shape[:2]) < 3:
        return []
    api = _api(os.getpid())
    height, width = picture.shape[:2]
    depth = 1 if picture.ndim == 2 else picture.shape[2]
    api.SetVariable("tessedit_char_whitelist", allowed)
    api.SetPageSegMode(psm)
    api.SetImageBytes(picture.tobytes(), width, height, depth, width * depth)
    api.SetSourceResolution(_TITIK_PER_INCI)
    try:
        if not api.Recognize(limit):
            return []
        table = api.GetTSVText(0)
    finally:
        api.Clear()
    return next(iter(pages_of(table, NAMA).values()), [])


_run_crop = baru_dibaca(_run)
