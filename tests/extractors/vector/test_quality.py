import re

import numpy as np
import pytest
from numpy.typing import NDArray

from extractors.vector.document import open_pdf
from extractors.vector.page import sheet_of
from extractors.vector.quality import is_searchable_scan, is_trustworthy, nonsense
from tests.extractors.vector.made import Page, pdf, table, text

LINES = [
    "Pemohon mengajukan berkas permohonan kepada petugas",
    "Petugas memeriksa kelengkapan dan keabsahan berkas",
    "Kepala seksi menandatangani surat keterangan",
    "Surat diserahkan kepada pemohon dan diarsipkan",
]
BODY = "".join(text(50, 700 - 15 * at, words) for at, words in enumerate(LINES))


def page_of_text(wide: int = 300, high: int = 420) -> NDArray[np.uint8]:
    """What a scan of a page looks like: dark lines on white."""
    pixels = np.full((high, wide, 3), 255, np.uint8)
    for row in range(30, high - 30, 12):
        pixels[row : row + 4, 20:-20:3] = 0
    return pixels


def trusted(page: Page) -> bool:
    with open_pdf(pdf(page)) as document:
        return is_trustworthy(document, 1, sheet_of(document, 1))


WHOLE = "q 595 0 0 842 0 0 cm /Im0 Do Q "


def test_a_digital_page_is_trusted() -> None:
    assert trusted(Page(BODY + table([40, 300, 500], [600, 650, 720])))


def test_an_empty_page_needs_no_reading() -> None:
    with open_pdf(pdf(Page(""))) as document:
        found = sheet_of(document, 1)
        assert found.catatan == ("kosong",)
        assert is_trustworthy(document, 1, found)


@pytest.mark.parametrize(
    "content",
    [
        WHOLE,
        WHOLE + BODY.replace(" Tf ", " Tf 3 Tr "),  # an invisible layer over a scan
        BODY + WHOLE,  # a layer below a scan
        WHOLE + text(400, 8, "Dipindai dengan CamScanner", 6),
        WHOLE + text(300, 300, "DITERIMA") + text(300, 280, "12 Januari"),
    ],
)
def test_scans_are_read_from_their_pixels(content: str) -> None:
    assert not trusted(Page(content, pictures=(page_of_text(),)))


def test_text_on_a_pale_ground_picture_is_trusted() -> None:
    pale = np.full((100, 70, 3), 225, np.uint8)
    assert trusted(Page(WHOLE + BODY, pictures=(pale,)))


def test_a_garbled_layer_is_not_trusted() -> None:
    # The codes of the glyphs stand for the letters, 29 places off, as where a font lacks its table.
    shifted = [re.sub("[A-Za-z]", lambda m: chr(ord(m[0]) - 29), words) for words in LINES]
    body = "".join(text(50, 700 - 15 * at, words.replace("\\", "/")) for at, words in enumerate(shifted))
    assert not trusted(Page(body))


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (" ".join(LINES).split(), False),
        (
            [
                "STANDAR",
                "OPERASIONAL",
                "PROSEDUR",
                "BPKAD",
                "DPMPTSP",
                "SKPD",
                "RSUD",
                "NIP",
                "ATK",
                "KTP",
                "KK",
                "UPTD",
                "BKPSDM",
            ],
            False,
        ),
        (["15", "menit", "-", "1", "hari"] * 8, False),
        (["3HUDWXUDQ", "1RPRU", "7DKXQ", "WHQWDQJ", "3HPEHQWXNDQ"] * 5, True),
        (list("pemohonmengajukanberkas"), True),
        (["pemohonmengajukanberkaspermohonan", "petugasmemeriksakelengkapan"] * 8, True),
        (["P3m0h0n", "m3nga1ukan", "b3rka5ny4", "k3pad4"] * 5, True),
    ],
)
def test_nonsense(words: list[str], expected: bool) -> None:
    assert nonsense(words) is expected


@pytest.mark.parametrize(
    ("content", "pictures", "told"),
    [
        (WHOLE + BODY.replace(" Tf ", " Tf 3 Tr "), (page_of_text(),), True),
        (WHOLE + BODY, (page_of_text(),), False),
        (BODY.replace(" Tf ", " Tf 3 Tr "), (), False),  # without a picture the words are asked
        (WHOLE, (page_of_text(),), False),
    ],
)
def test_letters_laid_unseen_on_a_picture_are_known_before_they_are_words(
    content: str, pictures: tuple[NDArray[np.uint8], ...], told: bool
) -> None:
    with open_pdf(pdf(Page(content, pictures=pictures))) as document:
        assert is_searchable_scan(document.content(1)) is told
