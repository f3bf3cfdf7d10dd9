from io import BytesIO

import numpy as np
import pytest
from PIL import Image

from extractors.errors import BerkasTerlaluBesar, BerkasTidakTerbaca
from extractors.raster import picture

LEFT, RIGHT = (10, 20), (50, 20)


def image(mode: str = "RGB") -> Image.Image:
    """Dark on the left, white on the right."""
    plain = Image.new("L", (60, 40), 255)
    plain.paste(0, (0, 0, 30, 40))
    return plain.convert(mode)


def packed(one: Image.Image, kind: str, **options) -> bytes:
    store = BytesIO()
    one.save(store, kind, **options)
    return store.getvalue()


def brightness(data: bytes, at=LEFT) -> int:
    found = picture.decoded(data)
    assert found.dtype == np.uint8
    assert found.shape[2] == 3
    return int(found[at[1], at[0]].mean())


@pytest.mark.parametrize(
    ("mode", "kind"),
    [
        ("RGB", "PNG"),
        ("L", "PNG"),
        ("1", "PNG"),
        ("P", "PNG"),
        ("LA", "PNG"),
        ("RGBA", "PNG"),
        ("RGB", "JPEG"),
        ("CMYK", "JPEG"),
        ("1", "TIFF"),
        ("CMYK", "TIFF"),
        ("RGB", "WEBP"),
        ("RGB", "BMP"),
        ("RGB", "JPEG2000"),
    ],
)
def test_every_kind_of_colour_comes_out_alike(mode, kind):
    data = packed(image(mode), kind)
    assert brightness(data, LEFT) < 30
    assert brightness(data, RIGHT) > 225


def test_sixteen_bits_are_brought_to_eight():
    deep = Image.fromarray(np.asarray(image("L")).astype(np.uint16) * 257)
    data = packed(deep, "PNG")
    assert brightness(data, LEFT) < 5
    assert brightness(data, RIGHT) > 250


def test_what_is_transparent_is_paper():
    clear = Image.new("RGBA", (40, 40), (0, 0, 0, 0))
    assert brightness(packed(clear, "PNG"), (5, 5)) == 255


def test_the_camera_says_which_way_is_up():
    exif = Image.Exif()
    exif[0x0112] = 6
    data = packed(image(), "JPEG", exif=exif)
    found = picture.decoded(data)
    assert found.shape[:2] == (60, 40)
    assert found[10, 20].mean() < 30


def test_a_tiff_has_pages():
    store = BytesIO()
    image("1").save(store, "TIFF", save_all=True, append_images=[image("L"), image("RGB")])
    assert [page.shape for page in picture.frames(store.getvalue())] == [(40, 60, 3)] * 3


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "TIFF", "BMP"])
def test_a_truncated_file_says_so(kind):
    noise = Image.fromarray(np.random.default_rng(1).integers(0, 255, (200, 200, 3), dtype=np.uint8))
    data = packed(noise, kind)
    with pytest.raises(BerkasTidakTerbaca):
        list(picture.frames(data[: len(data) // 2]))


def test_no_picture_is_no_picture():
    with pytest.raises(BerkasTidakTerbaca):
        picture.decoded(b"%PDF-1.4 and more")


def test_a_bomb_is_refused_before_it_is_decoded():
    huge = packed(Image.new("1", (12_000, 9_000)), "PNG")
    with pytest.raises(BerkasTerlaluBesar):
        picture.decoded(huge)
    worse = packed(Image.new("1", (30_000, 30_000)), "PNG")
    with pytest.raises(BerkasTerlaluBesar):
        picture.decoded(worse)


def test_pages_whose_directory_is_cut_off_are_one_clear_error():
    pages = packed(image(), "TIFF", save_all=True, append_images=[image(), image()])
    told = 0
    for end in range(len(pages) // 4, len(pages), 7):
        try:
            list(picture.frames(pages[:end]))
        except BerkasTidakTerbaca as error:
            told += "rusak" in str(error)
    assert told > 5
