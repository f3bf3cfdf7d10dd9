"""Bytes of a picture file to RGB arrays; the one door to Pillow's decoders.

What a scanner, a phone or an office program writes differs in colours, depth and which way up
it is stored; behind this module there is only one kind of picture, as a person sees it.
"""

import warnings
from collections.abc import Iterator
from io import BytesIO

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageOps

from extractors.errors import BerkasTerlaluBesar, BerkasTidakTerbaca

Rgb = NDArray[np.uint8]
"""Height x width x 3, 0..255."""

FORMATS = ("JPEG", "JPEG2000", "PNG", "TIFF", "WEBP", "BMP", "GIF", "MPO")
MOST_PIXELS = 80_000_000
"""A3 at 600 dpi has 70 million; what is larger is no scan."""
USEFUL_PIXELS = 20_000_000
"""A4 at 460 dpi; larger pictures are halved, which no reader of them notices."""
MOST_FRAMES = 500
LEAST_SIDE = 16
_SUBFILE, _REDUCED = 254, 1


def frames(data: bytes) -> Iterator[Rgb]:
    """The pictures of a file, one after the other; only TIFF holds several.

    Args:
        data: the file: JPEG, JPEG 2000, PNG, TIFF, WebP, BMP or GIF.

    Yields:
        Each page upright by its own EXIF word, on white where it was transparent.

    Raises:
        BerkasTidakTerbaca: it is no picture, or its end is missing.
        BerkasTerlaluBesar: it claims more pixels or pages than a scan has.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        image = _opened(data)
    count = _count(image)
    if count > MOST_FRAMES:
        raise BerkasTerlaluBesar(f"berkas gambar berisi {count} halaman; batasnya {MOST_FRAMES}")
    found = 0
    for number in range(count):
        picture = _frame(image, number)
        if picture is not None:
            found += 1
            yield picture
    if not found:
        raise BerkasTidakTerbaca("berkas gambar tidak berisi gambar yang dapat dibaca")


def decoded(data: bytes) -> Rgb:
    """The first picture of a file; raises as ``frames`` does."""
    return next(frames(data))


def _opened(data: bytes) -> Image.Image:
    try:
        return Image.open(BytesIO(data), formats=FORMATS)
    except Image.DecompressionBombError as error:
        raise BerkasTerlaluBesar("gambar terlalu besar untuk dibaca") from error
    except Exception as error:
        # Pillow's decoders raise whatever a broken header makes them stumble over.
        raise BerkasTidakTerbaca("berkas gambar rusak atau bukan gambar yang dikenal") from error


def _count(image: Image.Image) -> int:
    """How many pages there are; to know it, the directory of each of them is read."""
    if image.format != "TIFF":
        return 1
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return int(getattr(image, "n_frames", 1))
    except Exception as error:
        # What a directory that was cut short makes Pillow stumble over is of no one kind.
        raise BerkasTidakTerbaca("berkas gambar terpotong atau rusak") from error


def _frame(image: Image.Image, number: int) -> Rgb | None:
    """One page as an array; None for the small preview that some scanners store along."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            if number:
                image.seek(number)
            if number and _is_preview(image):
                return None
            width, height = image.size
            if width * height > MOST_PIXELS:
                raise BerkasTerlaluBesar(
                    f"gambar berukuran {width} x {height} piksel; terlalu besar untuk dibaca"
                )
            if min(width, height) < LEAST_SIDE:
                return None
            _draft(image)
            image.load()
            return _rgb(image)
    except BerkasTerlaluBesar:
        raise
    except Image.DecompressionBombError as error:
        raise BerkasTerlaluBesar("gambar terlalu besar untuk dibaca") from error
    except Exception as error:
        raise BerkasTidakTerbaca("berkas gambar terpotong atau rusak") from error


def _is_preview(image: Image.Image) -> bool:
    tags = getattr(image, "tag_v2", None)
    return tags is not None and bool(int(tags.get(_SUBFILE, 0)) & _REDUCED)


def _draft(image: Image.Image) -> None:
    """Lets the JPEG decoder halve a huge photograph while it decodes, which saves the memory of the whole."""
    width, height = image.size
    if image.format == "JPEG" and width * height > 2 * USEFUL_PIXELS:
        image.draft("RGB", (width // 2, height // 2))


def _rgb(image: Image.Image) -> Rgb:
    plain = _eight_bits(image)
    orientation = image.getexif().get(0x0112, 1)
    if plain.mode == "P":
        plain = plain.convert("RGBA" if "transparency" in plain.info else "RGB")
    if plain.mode in ("1", "CMYK", "YCbCr", "LAB", "HSV", "PA", "La", "RGBa", "RGBX"):
        plain = plain.convert("RGBA" if plain.mode in ("PA", "La", "RGBa") else "RGB")
    if plain.width * plain.height > USEFUL_PIXELS * 1.5:
        plain = plain.reduce(2)
    if plain.mode in ("LA", "RGBA"):
        full = plain.convert("RGBA")
        paper = Image.new("RGB", full.size, "white")
        paper.paste(full, mask=full.getchannel("A"))
        plain = paper
    plain = plain.convert("RGB")
    if orientation != 1:
        plain.getexif()[0x0112] = orientation
        plain = ImageOps.exif_transpose(plain)
    return np.ascontiguousarray(np.asarray(plain, dtype=np.uint8))


def _eight_bits(image: Image.Image) -> Image.Image:
    """Deep greys (16 bits, integers, floats) brought to 0..255."""
    if not image.mode.startswith(("I", "F")):
        return image
    values = np.nan_to_num(np.asarray(image).astype(np.float64), posinf=0.0, neginf=0.0)
    top = values.max(initial=0.0)
    if image.mode.startswith("I;16") or top > 255:
        values = values * (255.0 / 65535.0 if top > 4095 or image.mode.startswith("I;16") else 255.0 / 4095.0)
    elif top <= 1.0:
        values = values * 255.0
    return Image.fromarray(np.clip(values, 0, 255).astype(np.uint8))
