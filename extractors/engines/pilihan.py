"""Which engines a run uses, in order of preference."""

from collections.abc import Callable
from functools import cache

from extractors.engines.gambar import Gambar
from extractors.engines.mesin import Engine
from extractors.engines.pembaca import Pembaca
from extractors.engines.pytesseract_ import Pytesseract
from extractors.engines.rapid import Rapid, read_strip
from extractors.engines.tesserocr_ import Tesserocr
from extractors.errors import BerkasTidakTerbaca
from extractors.sheets import Ketelitian, Word


@cache
def engines(ketelitian: Ketelitian) -> tuple[Engine, ...]:
    """The engine that reads every page, and for ``teliti`` the one that gives a second opinion where there is one.

    Empty when none is installed.
    """
    rapid = Rapid()
    candidates: tuple[Engine, ...] = (Tesserocr(), Pytesseract(), rapid)
    first = next((engine for engine in candidates if engine.tersedia()), None)
    if first is None:
        return ()
    if ketelitian == "teliti" and first is not rapid and rapid.tersedia():
        return Pembaca(first), Pembaca(rapid)
    return (Pembaca(first),)


@cache
def second_opinion() -> Engine | None:
    """The engine that ``cepat``, too, asks about writing under stamps; None where there is only one engine."""
    first, rapid = engines("cepat"), Rapid()
    return Pembaca(rapid) if first and first[0].nama != rapid.nama and rapid.tersedia() else None


@cache
def versed_opinion() -> Engine | None:
    """The same engine, reading with the language in mind: for pages that are hardly legible."""
    return Pembaca(Rapid(berbahasa=True)) if second_opinion() else None


def strip_reader() -> Callable[[Gambar], list[Word]] | None:
    """What reads a picture of one line whatever runs through it, on its own scale of confidence; None where it is not installed."""
    return read_strip if Rapid().tersedia() else None


def required(ketelitian: Ketelitian) -> tuple[Engine, ...]:
    """The same, at least one.

    Raises:
        BerkasTidakTerbaca: none is installed.
    """
    able = engines(ketelitian)
    if not able:
        raise BerkasTidakTerbaca("halaman ini pindaian, tetapi tidak ada mesin OCR yang terpasang")
    return able
