"""Places on the pages of the file: the crop of a value from the picture of its page, and the page with all values.

A crop is no file of its own but a window over the picture: places and sizes are given in per cent
of the window, so that CSS alone can lay picture and marks.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from extractors.boxes import Box, shared, union
from normalizers.model import Bukti
from pipeline.naskah import Gambar, Naskah, Sisa

_MARGIN: Final = 14
"""Pixels of the picture shown around a place."""
_LEAST_WIDTH: Final = 220
_LEAST_HEIGHT: Final = 44
"""A window is at least this large: a single digit says nothing without its surroundings."""
_SCALE: Final = 0.8
"""Pixels on the screen for one of the picture: print then is about as large as the text beside it."""
_TALLEST: Final = 400
"""Pixels on the screen; a taller window is shown smaller."""

_INSIDE: Final = 0.8
"""The share of a place that lies in a larger one and makes it a part of that."""
_PAGE: Final = Box(0.0, 0.0, 1.0, 1.0)


@dataclass(frozen=True, slots=True)
class Persen:
    """A box in per cent of what it lies on."""

    kiri: float
    atas: float
    lebar: float
    tinggi: float


@dataclass(frozen=True, slots=True)
class Potret:
    """A window over the picture of a page.

    Attributes:
        halaman: page number.
        gambar: the picture.
        lebar: of the window in pixels of the picture, which is turned so that text stands upright.
        tinggi: the same.
        tampil: the widest it is shown, in pixels on the screen.
        letak: where the picture lies behind the window before it is turned about its middle.
        tanda: the places that are meant, in the window.
    """

    halaman: int
    gambar: Gambar
    lebar: int
    tinggi: int
    tampil: int
    letak: Persen
    tanda: tuple[Persen, ...]


@dataclass(frozen=True, slots=True)
class Tempat:
    """One place on a page: the HTML id that a crop leads to, the line of the report it belongs to, its name."""

    id: str
    jangkar: str
    sebut: str
    kotak: Persen


@dataclass(frozen=True, slots=True)
class Lembar:
    """One page of the file as the report shows it: a window over the whole of it, and the places on it."""

    potret: Potret
    tempat: tuple[Tempat, ...]


def crops(naskah: Naskah, evidence: Iterable[Bukti]) -> tuple[Potret, ...]:
    """One window for each page that the evidence names by place and whose picture is there."""
    places: dict[int, list[Box]] = {}
    for bukti in evidence:
        if bukti.kotak is not None:
            places.setdefault(bukti.halaman, []).append(Box(*bukti.kotak))
    return tuple(
        _window(page, naskah.gambar[page], places[page]) for page in sorted(places) if page in naskah.gambar
    )


def crop_of(naskah: Naskah, sisa: Sisa) -> Potret | None:
    """The window for a text that no value took; None where its place is not known."""
    picture = naskah.gambar.get(sisa.halaman)
    if sisa.kotak is None or picture is None:
        return None
    return _window(sisa.halaman, picture, [Box(*sisa.kotak)])


def sheets(naskah: Naskah, lines: Mapping[str, tuple[str, Sequence[Bukti]]]) -> tuple[Lembar, ...]:
    """The pages of the SOP that there are pictures of, each with the places of the values on it.

    Args:
        naskah: the SOP.
        lines: HTML id of a line of the report -> its name and evidence.
    """
    found: dict[int, list[Tempat]] = {page: [] for page in sorted(naskah.gambar)}
    for anchor, (name, evidence) in lines.items():
        for potret in crops(naskah, evidence):
            places = [Box(*b.kotak) for b in evidence if b.kotak and b.halaman == potret.halaman]
            whole = _in(_turned(union(places), potret.gambar.putar), _PAGE)
            found[potret.halaman].append(Tempat(target(anchor, potret.halaman), anchor, name, whole))
    return tuple(Lembar(_framed(page, naskah.gambar[page], _PAGE), tuple(on)) for page, on in found.items())


def target(anchor: str, halaman: int) -> str:
    """The HTML id of the place of a line on a page."""
    return f"hlm-{halaman}-{anchor}"


def _window(halaman: int, gambar: Gambar, places: Sequence[Box]) -> Potret:
    """The window around places of a page, wide enough to tell where they are."""
    boxes = [_turned(place, gambar.putar) for place in places]
    whole, (width, height) = union(boxes), _size(gambar)
    x0, x1 = _span(whole.x0, whole.x1, width, _LEAST_WIDTH)
    y0, y1 = _span(whole.y0, whole.y1, height, _LEAST_HEIGHT)
    return _framed(halaman, gambar, Box(x0, y0, x1, y1), _outermost(boxes))


def _framed(halaman: int, gambar: Gambar, window: Box, marks: Sequence[Box] = ()) -> Potret:
    """The window over a part of the upright page."""
    wide, high = _size(gambar)
    width, height = max(1, round(window.width * wide)), max(1, round(window.height * high))
    shown = round(width * min(_SCALE, _TALLEST / height))
    middle = (0.5 - window.x0) * wide, (0.5 - window.y0) * high
    left, top = middle[0] - gambar.lebar / 2, middle[1] - gambar.tinggi / 2
    picture = _in(Box(left, top, left + gambar.lebar, top + gambar.tinggi), Box(0.0, 0.0, width, height))
    return Potret(halaman, gambar, width, height, shown, picture, tuple(_in(box, window) for box in marks))


def _size(gambar: Gambar) -> tuple[int, int]:
    """Width and height of the upright page."""
    return (gambar.tinggi, gambar.lebar) if gambar.putar in (90, 270) else (gambar.lebar, gambar.tinggi)


def _turned(box: Box, putar: int) -> Box:
    """A place of the page as it lies in the file as one of the upright page."""
    x0, y0, x1, y1 = box
    by_turn = {
        90: Box(1 - y1, x0, 1 - y0, x1),
        180: Box(1 - x1, 1 - y1, 1 - x0, 1 - y0),
        270: Box(y0, 1 - x1, y1, 1 - x0),
    }
    return by_turn.get(putar, box)


def _outermost(boxes: Sequence[Box]) -> list[Box]:
    """The boxes without such as lie in another: the number of a law within its citation."""
    kept: list[Box] = []
    for box in sorted(boxes, key=lambda box: -box.area):
        if not any(shared(box, other) >= _INSIDE * box.area for other in kept):
            kept.append(box)
    return kept


def _span(low: float, high: float, pixels: int, least: int) -> tuple[float, float]:
    """A stretch of the page widened by the margin and to the least size, within the page."""
    missing = max(0.0, least / pixels - (high - low)) / 2
    grow = max(_MARGIN / pixels, missing)
    return max(0.0, low - grow), min(1.0, high + grow)


def _in(box: Box, frame: Box) -> Persen:
    """A box as parts of another."""
    width, height = max(frame.width, 1e-6), max(frame.height, 1e-6)
    return Persen(
        round((box.x0 - frame.x0) / width * 100, 2),
        round((box.y0 - frame.y0) / height * 100, 2),
        round(box.width / width * 100, 2),
        round(box.height / height * 100, 2),
    )
