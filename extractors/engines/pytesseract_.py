"""Tesseract as a program, through pytesseract: for machines where the tesserocr wheel is not there."""

import os
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from extractors.engines.bahasa import BAHASA
from extractors.engines.gambar import Gambar
from extractors.engines.tsv import pages_of
from extractors.sheets import Word

NAMA = "tesseract"
BATAS_HALAMAN_S = 120
_BATAS_SEL_S = 300
"""For all crops of a page together."""
_SEKALI = "--dpi 200 -c tessedit_do_invert=0"
"""Fills are made white before: what is not surely read need not be tried as light on dark."""
_HALAMAN, _SEL = f"--psm 11 {_SEKALI}", f"--psm 6 {_SEKALI}"
_ANGKA = f"--psm 7 {_SEKALI} -c tessedit_char_whitelist=0123456789.,)"


class Pytesseract:
    """The engine; each call starts the program once, however many crops it is given."""

    nama = NAMA
    huruf = 34.0

    @property
    def versi(self) -> str:
        """Program and version."""
        return _version()

    def tersedia(self) -> bool:
        """Whether the library loads, the program runs and it knows Indonesian."""
        return bool(_version())

    def read_page(self, picture: Gambar) -> list[Word]:
        """All words of a page, scattered text included."""
        return read([picture], _HALAMAN, BATAS_HALAMAN_S)[0]

    def read_lines(self, crops: Sequence[Gambar], *, angka: bool = False) -> list[list[Word]]:
        """The words of each crop, each read as one block; digits only where told so."""
        return read(crops, _ANGKA if angka else _SEL, _BATAS_SEL_S) if crops else []


@cache
def _version() -> str:
    # Several threads per page cost four times the time of one.
    os.environ.setdefault("OMP_THREAD_LIMIT", "1")
    try:
        import pytesseract

        known = pytesseract.get_languages()
    except (ImportError, OSError, RuntimeError):
        return ""
    return f"tesseract {pytesseract.get_tesseract_version()}, gelap di terang" if BAHASA in known else ""


def read(pictures: Sequence[Gambar], config: str, limit: int) -> list[list[Word]]:
    """The words of each picture; nothing for pictures too small, or when the program fails.

    Args:
        pictures: read in one run of the program.
        config: its arguments.
        limit: seconds for all of them.
    """
    import pytesseract

    found: list[list[Word]] = [[] for _ in pictures]
    with TemporaryDirectory(prefix="sopbaku-") as folder:
        names: list[str] = []
        given: list[int] = []
        for number, picture in enumerate(pictures):
            if picture.size and min(picture.shape[:2]) >= 3:
                names.append(_save(picture, Path(folder) / f"{number}.ppm"))
                given.append(number)
        if not names:
            return found
        entry = Path(folder) / "daftar.txt"
        entry.write_text("\n".join(names) + "\n", encoding="utf-8")
        try:
            table = pytesseract.image_to_data(str(entry), lang=BAHASA, config=config, timeout=limit)
        except (RuntimeError, OSError):
            return found
    for page, words in pages_of(table, NAMA).items():
        found[given[page - 1]] = words
    return found


def _save(picture: Gambar, path: Path) -> str:
    """Written without compression: packing a page as PNG costs as much as reading it."""
    height, width = picture.shape[:2]
    kind = b"P5" if picture.ndim == 2 else b"P6"
    path.write_bytes(kind + b"\n%d %d\n255\n" % (width, height) + picture.tobytes())
    return str(path)
