import numpy as np
import pytest
from numpy.typing import NDArray

from extractors.errors import BerkasTerlaluBesar, BerkasTidakTerbaca
from extractors.vector.document import open_pdf
from extractors.vector.drawn import Letter
from extractors.vector.pdfium import OpenPage
from tests.extractors.vector.made import Page, pdf, text


def scan(high: int = 160, wide: int = 120) -> NDArray[np.uint8]:
    """A picture that looks different whichever way it is turned or mirrored."""
    pixels = np.full((high, wide, 3), 255, np.uint8)
    pixels[:40, :60] = (200, 0, 0)
    pixels[-30:, :30] = (0, 0, 200)
    pixels[60:70, 20:] = (0, 120, 0)
    return pixels


def apart(one: NDArray[np.uint8], other: NDArray[np.uint8]) -> float:
    """How much of two pictures differs, away from the edges that drawing softens."""
    return float((np.abs(one.astype(int) - other).max(axis=2) > 60).mean())


@pytest.mark.parametrize("rotate", [0, 90, 180, 270])
@pytest.mark.parametrize(
    "matrix",
    [
        "120 0 0 160 0 0",
        "-120 0 0 160 120 0",
        "120 0 0 -160 0 160",
        "-120 0 0 -160 120 160",
        "0 160 -120 0 120 0",
        "0 -160 120 0 0 160",
        "0 160 120 0 0 0",
        "0 -160 -120 0 120 160",
    ],
)
def test_stored_picture_is_the_page_however_it_is_turned(rotate: int, matrix: str) -> None:
    turned = matrix.startswith("0 ")
    pixels = scan(120, 160) if turned else scan()
    data = pdf(Page(f"q {matrix} cm /Im0 Do Q", 120, 160, rotate, (pixels,)))
    with open_pdf(data) as document:
        native = document.native_picture(1)
        assert native is not None
        seen = document.render(1, dpi=72)
        assert native[0].shape == seen.shape
        assert apart(native[0], seen) < 0.01
        assert native[1] == pytest.approx((1 / seen.shape[1], 0, 0, 0, 1 / seen.shape[0], 0, 0, 0, 1))
        assert apart(document.picture(1), seen) < 0.01


def test_picture_with_margins_lies_at_its_place_on_the_paper() -> None:
    data = pdf(Page("q 90 0 0 120 20 10 cm /Im0 Do Q", 120, 160, pictures=(scan(),)))
    with open_pdf(data) as document:
        native = document.native_picture(1)
        assert native is not None
        a, _, left, _, d, top, *_ = native[1]
        assert (left * 120, top * 160) == pytest.approx((20, 30))
        assert (a * 120 * 120, d * 160 * 160) == pytest.approx((90, 120))
        picture = document.picture(1)
        assert picture.shape == (213, 160, 3)
        assert apart(picture, document.render(1, max_side=213)) < 0.02


def test_black_and_white_scan_keeps_its_polarity() -> None:
    pixels = np.full((80, 64), 255, np.uint8)
    pixels[:20, :16] = 0
    data = pdf(Page("q 64 0 0 80 0 0 cm /Im0 Do Q", 64, 80, pictures=(pixels,), bits=1))
    with open_pdf(data) as document:
        picture = document.picture(1)
        assert picture[5, 5].tolist() == [0, 0, 0]
        assert picture[50, 50].tolist() == [255, 255, 255]


@pytest.mark.parametrize(
    "content",
    [
        "q 120 0 0 80 0 80 cm /Im0 Do Q q 120 0 0 80 0 0 cm /Im1 Do Q",  # strips
        "q 120 0 0 160 0 0 cm /Im0 Do Q q 40 0 0 40 50 50 cm /Im1 Do Q",  # something laid over it
        "q 120 0 0 160 0 0 cm /Im0 Do Q 1 0 0 rg 20 20 60 60 re f",
        "q 118 10 -10 158 8 0 cm /Im0 Do Q",  # aslant
    ],
)
def test_page_of_more_than_one_upright_picture_is_drawn(content: str) -> None:
    data = pdf(Page(content, 120, 160, pictures=(scan(), scan())))
    with open_pdf(data) as document:
        assert document.native_picture(1) is None
        # As fine as the finest of its pictures, and no coarser than a scan.
        dpi = 144 if "80 0 0 cm" in content else 100
        assert apart(document.picture(1), document.render(1, dpi=dpi)) == 0


def test_mark_of_a_scanning_app_does_not_matter() -> None:
    data = pdf(
        Page("q 120 0 0 150 0 10 cm /Im0 Do Q q 20 0 0 6 95 2 cm /Im1 Do Q", 120, 160, pictures=(scan(),) * 2)
    )
    with open_pdf(data) as document:
        assert document.native_picture(1) is not None


def test_crop_box_and_rotation_are_those_of_the_viewer() -> None:
    data = pdf(Page(text(60, 60, "tampak"), 400, 300, 90, boxes="/CropBox[50 40 250 140]"))
    with open_pdf(data) as document:
        assert document.size(1) == (100, 200)
        letter = document.content(1).letters[0]
        # The page is turned clockwise: what stood left is on top, what stood low is on the left.
        assert letter.base == pytest.approx((20, 10), abs=0.1)
        assert letter.turn == pytest.approx(90)


def test_render_is_bounded() -> None:
    with open_pdf(pdf(Page("", 14000, 14000))) as document:
        assert document.render(1, dpi=600, gray=True).size <= 30_100_000


@pytest.mark.parametrize("cut", [30, 200])
def test_truncated_file(cut: int) -> None:
    data = pdf(Page(text(50, 50, "isi")))
    with pytest.raises(BerkasTidakTerbaca, match="rusak atau terpotong"):
        open_pdf(data[:cut])


def test_locked_file_says_so() -> None:
    locked = (
        "/ID[<00><00>]/Encrypt<</Filter/Standard/V 1/R 2/P -4/O<" + "41" * 32 + ">/U<" + "42" * 32 + ">>>"
    )
    with pytest.raises(BerkasTidakTerbaca, match="kata sandi"):
        open_pdf(pdf(Page(""), trailer=locked))


def test_no_page_and_endless_page() -> None:
    with pytest.raises(BerkasTidakTerbaca):
        open_pdf(pdf())
    with open_pdf(pdf(Page("", 90000, 90000))) as document, pytest.raises(BerkasTerlaluBesar, match="titik"):
        document.render(1)


@pytest.mark.parametrize("decode", [b"", b"/Decode[1 0]"])
def test_stencils_are_drawn_because_their_pixels_are_not_colours(decode: bytes) -> None:
    pixels = np.full((160, 120), 255, np.uint8)
    pixels[:40, :60] = 0
    data = pdf(Page("q 120 0 0 160 0 0 cm /Im0 Do Q", 120, 160, pictures=(pixels,), bits=1))
    stencil = data.replace(b"/ColorSpace/DeviceGray", b"/ImageMask true" + decode)
    with open_pdf(stencil) as document:
        picture = document.picture(1)
        black = picture[20, 20, 0] == 0
        assert black == (decode == b"")
        assert (picture[-20, -20, 0] == 0) != black


def test_letters_are_read_once_for_words_and_picture(monkeypatch: pytest.MonkeyPatch) -> None:
    read = []
    letters = OpenPage.letters

    def counted(page: OpenPage) -> list[Letter]:
        read.append(page)
        return list(letters(page))

    monkeypatch.setattr(OpenPage, "letters", counted)
    data = pdf(Page("q 90 0 0 120 20 10 cm /Im0 Do Q", 120, 160, pictures=(scan(),)))
    with open_pdf(data) as document:
        document.content(1)
        document.picture(1)
    assert len(read) == 1
