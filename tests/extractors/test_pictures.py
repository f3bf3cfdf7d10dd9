"""Pictures of pages: as a person sees them in the file, small, and only of what has pages."""

from io import BytesIO
from pathlib import Path

import numpy as np
import pypdfium2
import pytest
from PIL import Image, ImageDraw

from extractors.errors import SopError
from extractors.pictures import page_pictures, size_of, webp

DARK = 90


def a_page(width: int = 400, height: int = 300) -> Image.Image:
    """A white page with its upper left corner black."""
    page = Image.new("RGB", (width, height), "white")
    ImageDraw.Draw(page).rectangle((0, 0, width // 4, height // 4), fill="black")
    return page


def saved(page: Image.Image, kind: str, **more: object) -> bytes:
    out = BytesIO()
    page.save(out, kind, **more)
    return out.getvalue()


def shown(data: bytes) -> Image.Image:
    ((number, picture),) = page_pictures(data, [1])
    assert number == 1
    return Image.open(BytesIO(picture)).convert("L")


def corner(picture: Image.Image) -> str:
    """Which corner is black."""
    width, height = picture.size
    places = {"kiri atas": (8, 8), "kanan atas": (width - 8, 8), "kiri bawah": (8, height - 8)}
    (found,) = [name for name, at in places.items() if picture.getpixel(at) < DARK]  # type: ignore[operator]
    return found


def rotated_pdf(turn: int) -> bytes:
    document = pypdfium2.PdfDocument(saved(a_page(), "PDF"))
    document[0].set_rotation(turn)
    out = BytesIO()
    document.save(out)
    document.close()
    return out.getvalue()


@pytest.mark.parametrize("kind", ["PDF", "PNG", "JPEG", "TIFF", "BMP", "WEBP"])
def test_each_kind_with_pages_has_pictures(kind: str) -> None:
    picture = shown(saved(a_page(), kind))
    assert picture.width > picture.height
    assert corner(picture) == "kiri atas"


def test_rotation_of_a_pdf_is_applied() -> None:
    picture = shown(rotated_pdf(90))
    assert picture.height > picture.width
    assert corner(picture) == "kanan atas"


def test_the_way_a_phone_was_held_is_applied() -> None:
    exif = Image.Exif()
    exif[0x0112] = 8  # to be turned a quarter to the left
    picture = shown(saved(a_page(), "JPEG", exif=exif))
    assert picture.height > picture.width
    assert corner(picture) == "kiri bawah"


def test_only_the_pages_asked_for() -> None:
    pages = [a_page(200, 100 + 50 * at) for at in range(4)]
    data = saved(pages[0], "TIFF", save_all=True, append_images=pages[1:])
    assert [number for number, _ in page_pictures(data, {3, 1, 9})] == [1, 3]


@pytest.mark.parametrize("data", [b"Nomor SOP : 12", b"PK\x03\x04 a document", b""])
def test_formats_without_pages_have_none(data: bytes) -> None:
    assert list(page_pictures(data, [1])) == []


@pytest.mark.parametrize("data", [b"%PDF-1.7 cut short", saved(a_page(), "PNG")[:60]])
def test_damaged_files_say_so(data: bytes) -> None:
    with pytest.raises(SopError):
        list(page_pictures(data, [1]))


def test_even_noise_stays_small(tmp_path: Path) -> None:
    noise = np.random.default_rng(3).integers(0, 256, (900, 1200, 3), dtype=np.uint8)
    picture = webp(noise, sisi_maks=1000, batas_byte=60_000)
    assert len(picture) <= 60_000
    (tmp_path / "a.webp").write_bytes(picture)
    width, height = size_of(tmp_path / "a.webp")
    assert width <= 1000
    assert width / height == pytest.approx(4 / 3, abs=0.02)
    assert webp(noise, sisi_maks=1000, batas_byte=60_000) == picture
