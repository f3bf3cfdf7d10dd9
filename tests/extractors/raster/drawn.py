"""Pages drawn for the tests: tables with text, symbols and arrows, and what scanners and cameras do to them."""

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFont

from extractors.raster.learned import DPI, Maps

Picture = NDArray[np.uint8]
WIDTH, HEIGHT = 2338, 1653
XS = (150, 210, 700, 850, 1000, 1150, 1400, 1520, 1800, 2180)
YS = (150, 200, 280, 430, 600, 760, 920, 1080)
LINES = (
    "Pemohon mengajukan permohonan",
    "tertulis kepada kepala bidang",
    "lalu berkas diperiksa kembali",
)
FONT = ImageFont.load_default(26)


def unseen(gray: Picture, dpi: float) -> Maps:
    """What a network tells that sees no lines at all: ink alone decides."""
    size = tuple(round(side * DPI / dpi) for side in gray.shape)
    return Maps(*(np.zeros(size, np.uint8) for _ in range(5)))


def page(*, width: int = 3, shade: int = 0) -> Picture:
    """A procedure table, A4 across at 200 dpi: a header in two rows, five steps, boxes and arrows."""
    image = Image.new("RGB", (WIDTH, HEIGHT), "white")
    draw = ImageDraw.Draw(image)
    ink = (shade, shade, shade)
    for y in (YS[0], *YS[2:]):
        draw.line((XS[0], y, XS[-1], y), ink, width)
    draw.line((XS[2], YS[1], XS[-2], YS[1]), ink, width)
    for at, x in enumerate(XS):
        top = YS[0] if at in (0, 1, 2, 5, 8, 9) else YS[1]
        draw.line((x, top, x, YS[-1]), ink, width)
    draw.text((800, YS[0] + 8), "Pelaksana", "black", FONT)
    draw.text((1500, YS[0] + 8), "Mutu Baku", "black", FONT)
    for row, y in enumerate(YS[2:-1]):
        draw.text((XS[0] + 18, y + 10), str(row + 1), "black", FONT)
        for number, text in enumerate(LINES):
            draw.text((XS[1] + 12, y + 8 + 32 * number), text, "black", FONT)
            draw.text((XS[5] + 12, y + 8 + 32 * number), text[:15], "black", FONT)
        draw.text((XS[6] + 8, y + 20), f"{row + 2} jam", "black", FONT)
        _symbol(draw, row, y)
    return np.asarray(image)


def _symbol(draw: ImageDraw.ImageDraw, row: int, y: int) -> None:
    column = 2 + row % 3
    x0, x1 = XS[column] + 22, XS[column + 1] - 22
    draw.rectangle((x0, y + 40, x1, y + 90), outline="black", width=2)
    if row < 4:
        middle, following = (x0 + x1) // 2, 2 + (row + 1) % 3
        target = (XS[following] + XS[following + 1]) // 2
        bend = y + 120
        draw.line((middle, y + 90, middle, bend, target, bend, target, YS[row + 3] + 40), "black", 2)


def turned(picture: Picture, degrees: float, shade: int = 255) -> Picture:
    """The picture leaning, its size kept."""
    height, width = picture.shape[:2]
    matrix = cv2.getRotationMatrix2D((width / 2, height / 2), degrees, 1.0)
    return np.asarray(
        cv2.warpAffine(picture, matrix, (width, height), borderValue=(shade,) * 3), dtype=np.uint8
    )


def worn(picture: Picture, noise: float = 8.0) -> Picture:
    """The picture blurred, noisy, unevenly lit and packed as a poor JPEG."""
    chance = np.random.default_rng(7)
    soft = cv2.GaussianBlur(picture, (0, 0), 0.9).astype(np.float32)
    shade = np.linspace(0.8, 1.0, picture.shape[1], dtype=np.float32)[None, :, None]
    rough = soft * shade + chance.normal(0, noise, picture.shape[:2]).astype(np.float32)[:, :, None]
    packed = cv2.imencode(".jpg", np.clip(rough, 0, 255).astype(np.uint8), [cv2.IMWRITE_JPEG_QUALITY, 50])[1]
    return np.asarray(cv2.imdecode(packed, cv2.IMREAD_COLOR), dtype=np.uint8)


def photographed(picture: Picture) -> Picture:
    """The page on a dark desk, seen from an angle."""
    height, width = picture.shape[:2]
    flat = np.array(((0, 0), (width, 0), (width, height), (0, height)), np.float32)
    seen = np.array(((330, 210), (2500, 150), (2640, 1760), (210, 1700)), np.float32)
    size = (2900, 1950)
    matrix = cv2.getPerspectiveTransform(flat, seen)
    on_desk = cv2.warpPerspective(picture, matrix, size, borderValue=(60, 70, 90))
    return np.asarray(on_desk, dtype=np.uint8)
