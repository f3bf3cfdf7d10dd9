import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFont

from extractors.errors import BerkasTidakTerbaca
from extractors.raster import learned
from extractors.raster.geometry import lie
from extractors.raster.geometry.paper import gray_of
from tests.extractors.raster import drawn
from tests.extractors.raster.test_faint import faded

DPI = 200.0
LIKELY = 128


def likely(channel, x0, y0, x1, y1):
    """The share of a stretch of the drawn page, in its pixels, along which something is likely."""
    by = learned.DPI / DPI
    around = channel[round(y0 * by) - 1 : round(y1 * by) + 2, round(x0 * by) - 1 : round(x1 * by) + 2]
    return float((around.max(axis=0 if x1 - x0 > y1 - y0 else 1) >= LIKELY).mean())


@pytest.fixture(scope="module")
def seen():
    return learned.maps(gray_of(faded(drawn.page(width=2, shade=110), lost=0.2)), DPI)


def test_rules_that_are_faint_and_broken_are_seen_as_whole(seen):
    for y in (drawn.YS[0], *drawn.YS[2:]):
        assert likely(seen.level, drawn.XS[0] + 10, y, drawn.XS[-1] - 10, y) > 0.9
    for x in drawn.XS:
        assert likely(seen.plumb, x, drawn.YS[2] + 10, x, drawn.YS[-1] - 10) > 0.9


def test_the_sides_of_a_box_and_its_arrow_are_no_rules(seen):
    y, x0, x1 = drawn.YS[2], drawn.XS[2] + 22, drawn.XS[3] - 22
    assert likely(seen.level, x0 + 6, y + 40, x1 - 6, y + 40) < 0.3
    assert likely(seen.level, x0 + 6, y + 90, x1 - 6, y + 90) < 0.3
    assert likely(seen.symbols, x0 + 6, y + 40, x1 - 6, y + 40) > 0.7
    middle, target = (x0 + x1) // 2, (drawn.XS[3] + drawn.XS[4]) // 2
    assert likely(seen.level, middle + 12, y + 120, target - 12, y + 120) < 0.3
    assert likely(seen.arrows, middle + 12, y + 120, target - 12, y + 120) > 0.7


def test_text_is_no_rule(seen):
    for row in range(3):
        y = drawn.YS[2] + 8 + 32 * row + 26
        assert likely(seen.level, drawn.XS[1] + 12, y - 20, drawn.XS[1] + 400, y) < 0.3


@pytest.mark.parametrize("size", [13, 15])
def test_close_lines_of_small_print_are_no_rules(size):
    small = ImageFont.load_default(size)
    image = Image.new("RGB", (1600, 900), "white")
    draw = ImageDraw.Draw(image)
    draw.rectangle((60, 60, 1540, 840), outline="black", width=2)
    text = " ".join(drawn.LINES * 4)
    for number, y in enumerate(range(64, 820, size + 2)):
        draw.text((70, y), text[3 * number :][: 1250 // size], "black", small)
    gray = gray_of(drawn.worn(np.asarray(image), 3))
    seen = learned.maps(gray, DPI, lie.on_its_feet(lie.ink(gray, DPI), DPI).letter)
    assert seen.level.shape == (450, 800)
    assert (seen.level[45:400, 50:380] >= LIKELY).mean() < 0.01


def test_dots_of_rules_are_no_small_print(monkeypatch):
    image = Image.fromarray(drawn.page(width=2, shade=0))
    draw = ImageDraw.Draw(image)
    for y in range(60, image.height - 60, 60):
        for x in range(40, image.width - 40, 14):
            draw.rectangle((x, y, x + 6, y + 6), "black")
    shown = []
    original = learned.seen

    def seen(gray, dpi, session):
        shown.append(dpi)
        return original(gray, dpi, session)

    monkeypatch.setattr(learned, "seen", seen)
    gray = gray_of(np.asarray(image))
    learned.maps(gray, DPI, lie.on_its_feet(lie.ink(gray, DPI), DPI).letter)
    assert shown == [DPI]


def test_an_empty_page_shows_nothing():
    assert all(channel.max() < LIKELY for channel in learned.maps(np.full((800, 1100), 250, np.uint8), DPI))


def test_the_same_page_gives_the_same_bytes(seen):
    again = learned.maps(gray_of(faded(drawn.page(width=2, shade=110), lost=0.2)), DPI)
    assert all((one == other).all() for one, other in zip(seen, again, strict=True))


def test_weights_that_are_not_installed_are_named(monkeypatch):
    monkeypatch.setattr(learned, "FILE", "tidak_ada.onnx")
    learned._installed.cache_clear()
    try:
        with pytest.raises(BerkasTidakTerbaca, match=r"tidak_ada\.onnx"):
            learned.maps(np.full((80, 110), 250, np.uint8), DPI)
    finally:
        learned._installed.cache_clear()


class Watched:
    """A network that notes the sizes of what it is shown; it sees ink as level rules."""

    def __init__(self):
        self.shown = []

    def run(self, _, given):
        ink = given["tinta"]
        self.shown.append(ink.shape[2:])
        return [np.repeat((ink * 255).astype(np.uint8), 4, axis=1)]


def test_bare_paper_is_not_shown_to_the_network_and_a_pale_line_is_none():
    gray = np.full((1200, 800), 250, np.uint8)
    gray[200, 100:300] = 40
    gray[900:1100, 400] = 230
    network = Watched()
    found = learned.seen(gray, learned.DPI, network)
    assert sum(high * wide for high, wide in network.shown) < gray.size / 3
    assert all(high > 2 * learned.BESIDE and wide > 2 * learned.BESIDE for high, wide in network.shown)
    assert (found.level[200, 100:300] == 255 - 40).all()
    assert (found.level[900:1100, 400] == 255 - 230).all()
    assert not learned.seen(np.full_like(gray, 250), learned.DPI, network).level.any()


def test_a_page_seen_in_its_stretches_is_seen_as_whole(seen, monkeypatch):
    monkeypatch.setattr(learned, "BESIDE", 10_000)
    whole = learned.maps(gray_of(faded(drawn.page(width=2, shade=110), lost=0.2)), DPI)
    for part, all_of_it in zip(seen, whole, strict=True):
        assert ((part >= LIKELY) != (all_of_it >= LIKELY)).mean() < 1e-3
