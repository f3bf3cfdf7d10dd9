"""The page upright and straight: paper found, turned, levelled and evened, in one interpolation.

Every step only refines one map from the upright picture to the input; the input is sampled anew
for each measurement and once more for the result, so nothing is blurred twice.
"""

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from extractors.raster.geometry import lie, paper, skew
from extractors.raster.geometry.feet import SURELY, Doubt, feet
from extractors.raster.geometry.paper import Gray, Quad, Rgb
from extractors.raster.geometry.streaks import without_streaks
from extractors.sheets import Transform

Matrix = NDArray[np.float64]
"""3 x 3, from pixels of the upright picture to pixels of the input."""

LONG_SIDE_INCHES = 11.69
"""A4; what a picture that does not say its size is taken for."""
WORKING_DPI, FINE_DPI = 200.0, 300.0
SMALL_LETTERS = 11.0
"""Height of small letters in pixels below which a page is worked on at the finer resolution."""
LOOK_SIDE = 1500
"""Long side in pixels of the picture in which the lie of the text is found."""
SURE_ACROSS, PLAINLY = 0.0, 0.45
"""Letters say that text runs across the picture; below the second figure narrow columns may say so as well, and reading tells."""
PASSES = 3
SETTLED = 0.0015
"""Slope below which no further pass is made: what is left once it is corrected cannot be measured."""
ROUGH = 0.5
"""The size at which slopes are measured first: a quarter of the pixels tells nearly all of them."""


@dataclass(frozen=True, slots=True)
class Upright:
    """A page as it is to be read.

    Attributes:
        gray: evenly lit, paper about 250, dark edges of the scanner taken away.
        rgb: the same picture in its own colours.
        transform: from pixels of both to fractions of the input picture.
        dpi: pixels per inch of both, as far as the size of the page is known or guessed.
        turned: by how many degrees the picture had to be turned clockwise: 0, 90, 180 or 270.
        photo: whether the paper's corners were found on a darker ground.
        sure: 0..1, how sure the turn is.
        letter: the usual height of letters in pixels, 0 with too few to tell.
    """

    gray: Gray
    rgb: Rgb
    transform: Transform
    dpi: float
    turned: int
    photo: bool
    sure: float
    letter: float


def upright(rgb: Rgb, doubt: Doubt | None = None, part: Quad | None = None) -> Upright:
    """Brings the picture of a page into the position in which a person reads it.

    Args:
        rgb: height x width x 3.
        doubt: asked when the letters do not say which way is up; without it, such a page stays as it lies.
        part: the corners of the page as fractions of the picture, where they are known.
    """
    rgb, gray = without_streaks(rgb, paper.gray_of(rgb))
    quad = paper.corners(gray) if part is None else part * (rgb.shape[1], rgb.shape[0]) - 0.5
    photo = part is None and quad is not None
    corners = quad if quad is not None else _whole(gray)
    across, small_letters = _look(gray, corners)
    turned = 0
    if across > SURE_ACROSS and not (
        across < PLAINLY and doubt and _reads(gray, corners, small_letters, doubt)
    ):
        # Tops to the left or to the right: the feet say which, once the lines are level.
        corners, turned = np.roll(corners, 1, axis=0), 90
    size, dpi = _working_size(corners, small_letters)
    matrix = _levelled(gray, corners, size)
    matrix, size = _straightened(gray, matrix, size, dpi, keystone=True)
    flat = _coloured(rgb, gray, matrix, size)
    stands = feet(paper.gray_of(flat), dpi, doubt)
    if stands.score < 0:
        turned = (turned + 180) % 360
        matrix = matrix @ np.array(((-1, 0, size[0] - 1), (0, -1, size[1] - 1), (0, 0, 1)), np.float64)
        flat = np.asarray(cv2.rotate(flat, cv2.ROTATE_180), dtype=np.uint8)
    shape = rgb.shape[:2]
    del rgb, gray  # the result and the pictures it is made of need the memory
    return _result(flat, matrix, shape, dpi, turned, photo, stands.sure, stands.letter)


def straighter(rgb: Rgb, page: Upright, level: skew.Slopes, plumb: skew.Slopes) -> Upright:
    """The page without what its rules still lean, seen anew in the picture that it was made of.

    Args:
        rgb: that picture, height x width x 3.
        page: as ``upright`` made it.
        level: how its level rules lean.
        plumb: how its upright ones do.
    """
    height, width = page.gray.shape
    to_fractions = np.array(page.transform, np.float64).reshape(3, 3)
    inputs = np.diag((rgb.shape[1], rgb.shape[0], 1.0))
    matrix = _shift(-0.5) @ inputs @ to_fractions @ _shift(0.5) @ _leaning(level, plumb, (width, height))
    flat = _coloured(*without_streaks(rgb, paper.gray_of(rgb)), matrix, (width, height))
    return _result(flat, matrix, rgb.shape[:2], page.dpi, page.turned, page.photo, page.sure, page.letter)


def _result(
    colours: Rgb,
    matrix: Matrix,
    shape: tuple[int, int],
    dpi: float,
    turned: int,
    photo: bool,
    sure: float,
    letter: float,
) -> Upright:
    """The page from its upright picture; ``shape`` is height and width of the input."""
    gray = paper.gray_of(colours)
    clean = paper.without_dark_edges(gray, dpi)
    even = paper.even_light(np.asarray(cv2.max(gray, cv2.bitwise_not(clean)), dtype=np.uint8), dpi)
    even[clean == 0] = 250
    height, width = shape
    # Pixel k covers k..k+1: its middle is half a pixel on, in both pictures.
    to_fractions = np.diag((1 / width, 1 / height, 1.0)) @ _shift(0.5) @ matrix @ _shift(-0.5)
    to_fractions /= to_fractions[2, 2]
    values = tuple(float(v) for v in to_fractions.ravel())
    a, b, c, d, e, f, g, h, i = values
    return Upright(even, colours, (a, b, c, d, e, f, g, h, i), dpi, turned, photo, sure, letter)


def _shift(by: float) -> Matrix:
    return np.array(((1, 0, by), (0, 1, by), (0, 0, 1)), np.float64)


def _whole(gray: Gray) -> Quad:
    height, width = gray.shape
    return np.array(((0, 0), (width - 1, 0), (width - 1, height - 1), (0, height - 1)), np.float64)


def _sides(corners: Quad) -> tuple[float, float]:
    """Mean width and height of a four-sided figure."""
    top, right, bottom, left = (float(np.hypot(*(corners[(at + 1) % 4] - corners[at]))) for at in range(4))
    return (top + bottom) / 2, (left + right) / 2


def _look(gray: Gray, corners: Quad) -> tuple[float, float]:
    """How much speaks for text across, and the height of small letters as a share of the long side."""
    width, height = _sides(corners)
    scale = min(1.0, LOOK_SIDE / max(width, height))
    size = (max(1, round(width * scale)), max(1, round(height * scale)))
    small = _sampled(gray, _onto(corners, size), size)
    dpi = max(size) / LONG_SIDE_INCHES
    mask = lie.ink(small, dpi)
    boxes = lie.letters(mask, dpi)
    across = lie.lies_across(mask, dpi)
    if len(boxes) < lie.LEAST_LETTERS:
        return across, 0.0
    tall = np.percentile(boxes[:, 2] if across > SURE_ACROSS else boxes[:, 3], 35)
    return across, float(tall) / max(size)


def _reads(gray: Gray, corners: Quad, small_letters: float, doubt: Doubt) -> bool:
    """Whether a page reads well as it lies, or upside down."""
    size, _ = _working_size(corners, small_letters)
    flat = _sampled(gray, _levelled(gray, corners, size), size)
    return doubt(flat) >= SURELY or doubt(np.ascontiguousarray(flat[::-1, ::-1])) >= SURELY


def _working_size(corners: Quad, small_letters: float) -> tuple[tuple[int, int], float]:
    """The size in pixels to work in and its resolution; small print gets more where the input has more."""
    width, height = _sides(corners)
    own = max(width, height) / LONG_SIDE_INCHES
    dpi = WORKING_DPI
    letters = small_letters * LONG_SIDE_INCHES * WORKING_DPI
    if 0 < letters < SMALL_LETTERS and own > WORKING_DPI:
        dpi = min(own, FINE_DPI, WORKING_DPI * SMALL_LETTERS / letters)
    scale = dpi / own
    return (max(1, round(width * scale)), max(1, round(height * scale))), dpi


def _onto(corners: Quad, size: tuple[int, int]) -> Matrix:
    """The map from a picture of a size onto four corners."""
    width, height = size
    flat = np.array(((0, 0), (width - 1, 0), (width - 1, height - 1), (0, height - 1)), np.float32)
    matrix = cv2.getPerspectiveTransform(flat, corners.astype(np.float32))
    return np.asarray(matrix, dtype=np.float64)


def _sampled(picture: NDArray[np.uint8], matrix: Matrix, size: tuple[int, int]) -> NDArray[np.uint8]:
    """The input seen through a map; shrunk first where the map would step over pixels."""
    step = float(np.sqrt(abs(np.linalg.det(matrix[:2, :2]))))
    factor = int(step)
    if factor >= 2:
        height, width = picture.shape[0] // factor, picture.shape[1] // factor
        picture = np.asarray(
            cv2.resize(
                picture[: height * factor, : width * factor], (width, height), interpolation=cv2.INTER_AREA
            ),
            dtype=np.uint8,
        )
        inner = (factor - 1) / 2
        matrix = (
            np.array(((1 / factor, 0, -inner / factor), (0, 1 / factor, -inner / factor), (0, 0, 1))) @ matrix
        )
    way = cv2.INTER_CUBIC if step < 0.8 else cv2.INTER_LINEAR
    return np.asarray(
        cv2.warpPerspective(
            picture, matrix, size, flags=way | cv2.WARP_INVERSE_MAP, borderMode=cv2.BORDER_REPLICATE
        ),
        dtype=np.uint8,
    )


def _coloured(rgb: Rgb, gray: Gray, matrix: Matrix, size: tuple[int, int]) -> Rgb:
    """The input in its colours seen through a map; one of greys is sampled once, not for each colour.

    Args:
        rgb: the input.
        gray: the same in grey.
        matrix: the map.
        size: width and height of what is seen.
    """
    if not paper.is_grey(rgb):
        return _sampled(rgb, matrix, size)
    return np.asarray(cv2.cvtColor(_sampled(gray, matrix, size), cv2.COLOR_GRAY2RGB), dtype=np.uint8)


def _levelled(gray: Gray, corners: Quad, size: tuple[int, int]) -> Matrix:
    """The first map: onto the corners, turned so that lines are level to a tenth of a degree."""
    scale = 900 / max(size)
    look = (max(1, round(size[0] * scale)), max(1, round(size[1] * scale)))
    onto = _onto(corners, size)
    small = _sampled(gray, onto @ np.diag((1 / scale, 1 / scale, 1.0)), look)
    mask = lie.ink(small, 900 / LONG_SIDE_INCHES)
    frame = max(4, round(0.02 * max(look)))
    mask[:frame] = mask[-frame:] = 0
    mask[:, :frame] = mask[:, -frame:] = 0
    angle = skew.turn(mask)
    middle = ((size[0] - 1) / 2, (size[1] - 1) / 2)
    turning = np.vstack((cv2.getRotationMatrix2D(middle, -angle, 1.0), (0, 0, 1)))
    return np.asarray(onto @ turning, dtype=np.float64)


def _straightened(
    gray: Gray, matrix: Matrix, size: tuple[int, int], dpi: float, *, keystone: bool
) -> tuple[Matrix, tuple[int, int]]:
    """The map refined until ruled lines, or else lines of text, are level and plumb; then grown to hold the page."""
    for scale in (ROUGH, *[1.0] * (PASSES - 1)):
        level, plumb = _measured(gray, matrix, size, dpi, scale, keystone=keystone)
        matrix = matrix @ _leaning(level, plumb, size)
        if max(abs(v) for v in (level.first, level.last, plumb.first, plumb.last)) < SETTLED:
            break
    return matrix, size


def _measured(
    gray: Gray, matrix: Matrix, size: tuple[int, int], dpi: float, scale: float, *, keystone: bool
) -> tuple[skew.Slopes, skew.Slopes]:
    """How the lines of the page lean, level ones and plumb ones, measured at a part of its size."""
    dpi *= scale
    look = (max(1, round(size[0] * scale)), max(1, round(size[1] * scale)))
    # Pixel k covers k..k+1, so that of a smaller picture lies half a pixel of both sizes aside.
    larger = _shift(-0.5) @ np.diag((size[0] / look[0], size[1] / look[1], 1.0)) @ _shift(0.5)
    mask = lie.ink(_sampled(gray, matrix @ larger if scale < 1 else matrix, look), dpi)
    frame = round(0.1 * dpi)
    mask[:frame] = mask[-frame:] = 0
    mask[:, :frame] = mask[:, -frame:] = 0
    level = skew.slopes(mask, dpi, upright=False, keystone=keystone)
    plumb = skew.slopes(mask, dpi, upright=True, keystone=keystone)
    if level.length < skew.MANY_RULES:
        if level.length < skew.LEAST_RULES:
            left = float(np.tan(np.radians(skew.text_turn(lie.letters(mask, dpi), dpi))))
            level = skew.Slopes(left, left, 0.0)
        text = skew.of_text(lie.written(mask, dpi), dpi, look[1]) if keystone else None
        level = skew.sharper(mask, level, text)
    if plumb.length < skew.LEAST_UPRIGHTS:
        # A turn leans uprights the other way than it tilts levels.
        turned = (level.first + level.last) / 2
        plumb = skew.Slopes(-turned, -turned, 0.0)
    return level, plumb


def _leaning(level: skew.Slopes, plumb: skew.Slopes, size: tuple[int, int]) -> Matrix:
    """The map from a picture with straight rules to one whose rules lean as measured."""
    width, height = size[0] - 1, size[1] - 1
    half_w, half_h = width / 2, height / 2
    leaning = np.array(
        (
            (-plumb.first * half_h, -level.first * half_w),
            (width - plumb.last * half_h, level.first * half_w),
            (width + plumb.last * half_h, height + level.last * half_w),
            (plumb.first * half_h, height - level.last * half_w),
        )
    )
    return _onto(leaning, size)
