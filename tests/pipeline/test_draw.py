"""Overlays: every kind of thing is drawn where it lies on the page as seen in the file."""

from io import BytesIO
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image
from typer.testing import CliRunner

from extractors.boxes import Box
from extractors.pages import Cell, Pages, Row, Source, Table
from extractors.sheets import Drawing, Rule, Sheet, Word
from extractors.spans import EMPTY
from pipeline import cli
from pipeline.config import Settings
from pipeline.draw import draw, overlay, pages_named
from pipeline.inputs import WrongUseError
from pipeline.outputs import documents
from tests.outputs.contoh import a_naskah
from tests.pipeline.contoh import sop_text, write

TURNED = (0.0, -1 / 200, 1.0, 1 / 100, 0.0, 0.0, 0.0, 0.0, 1.0)
"""From a sheet of 100 x 200 to a page on which it lies a quarter turned: x' = 1 - y, y' = x."""


def a_sheet(**more: Any) -> Sheet:
    return Sheet(**({"halaman": 1, "width": 200.0, "height": 100.0} | more))


def drawn(sheet: Sheet, *cells: Cell, teks: bool = False) -> np.ndarray[Any, np.dtype[np.uint8]]:
    """The page below the strip, 400 x 200 pixels white before anything was drawn."""
    blocks = (Table((Row(cells),)),) if cells else ()
    pages = Pages("pdf", Source(""), blocks, 1, (sheet,))
    image = overlay(Image.new("RGB", (400, 200), "white"), sheet, pages, teks)
    return np.asarray(image)[-200:]


def touched(picture: np.ndarray[Any, np.dtype[np.uint8]]) -> tuple[int, int, int, int]:
    """The box of all that is not white."""
    rows, columns = np.nonzero((picture < 250).any(axis=2))
    return int(columns.min()), int(rows.min()), int(columns.max()), int(rows.max())


@pytest.mark.parametrize(
    "content",
    [
        {"words": (Word("Camat", Box(50, 40, 100, 60)),)},
        {"rules": (Rule(tegak=False, at=50, start=50, end=100),)},
        {"drawings": (Drawing("path", Box(50, 40, 100, 60), ((50, 40), (100, 60))),)},
    ],
    ids=["kata", "garis", "gambar"],
)
def test_things_lie_where_they_are_on_the_page(content: dict[str, Any]) -> None:
    x0, y0, x1, y1 = touched(drawn(a_sheet(**content)))
    assert abs(x0 - 100) <= 3
    assert abs(x1 - 200) <= 3
    assert 60 <= y0 <= 101
    assert 98 <= y1 <= 124


def test_a_sheet_that_was_turned_is_drawn_on_the_page_as_it_lies() -> None:
    sheet = a_sheet(width=100.0, height=200.0, ke_halaman=TURNED, words=(Word("Camat", Box(10, 20, 90, 30)),))
    x0, y0, x1, y1 = touched(drawn(sheet))
    assert (x0, x1) == pytest.approx((340, 360), abs=3)
    assert (y0, y1) == pytest.approx((20, 180), abs=3)


def test_doubtful_words_are_red_and_sure_ones_green() -> None:
    def edge(keyakinan: float) -> list[int]:
        words = (Word("Camat", Box(50, 40, 100, 60), keyakinan, "tesseract"),)
        return [int(value) for value in drawn(a_sheet(words=words))[80, 150]]

    red, green = edge(0.3), edge(0.95)
    assert red[0] > red[1] + 50
    assert green[1] > green[0] + 50


def test_cells_and_texts_are_drawn() -> None:
    cell = Cell(EMPTY, 2, 3, Box(20, 20, 180, 80), 1)
    assert touched(drawn(a_sheet(), cell)) == pytest.approx((40, 40, 360, 160), abs=3)
    word = Word("Camat", Box(50, 40, 100, 60))
    with_text, without = (drawn(a_sheet(words=(word,)), teks=teks) for teks in (True, False))
    assert touched(with_text)[1] < touched(without)[1]


@pytest.mark.parametrize(
    ("text", "numbers"), [("2", {2}), ("1-3", {1, 2, 3}), ("1-2,7", {1, 2, 7}), ("3 - 3", {3})]
)
def test_pages_named(text: str, numbers: set[int]) -> None:
    assert pages_named(text) == numbers


@pytest.mark.parametrize("text", ["", "x", "1-", "0", "3-1", "-2", "1,,2", "1-999999999"])
def test_what_names_no_pages(text: str) -> None:
    with pytest.raises(WrongUseError):
        pages_named(text)


def test_a_file_without_pages(tmp_path: Path) -> None:
    source = write(tmp_path, {"a.txt": sop_text()})
    result = CliRunner().invoke(cli.app, ["draw", str(source / "a.txt"), "-o", str(tmp_path / "out")])
    assert result.exit_code == 2
    assert "tidak punya halaman" in result.stderr
    assert not (tmp_path / "out").exists()


def test_a_pdf_from_the_command_line(tmp_path: Path) -> None:
    out = BytesIO()
    Image.new("RGB", (300, 200), "white").save(out, "PDF")
    source = write(tmp_path, {"a.pdf": out.getvalue()})
    arguments = ["draw", str(source / "a.pdf"), "-o", str(tmp_path / "out"), "--pages", "1"]
    result = CliRunner().invoke(cli.app, arguments)
    assert result.exit_code == 0, result.stderr
    (picture,) = (tmp_path / "out").iterdir()
    assert picture.name == "a-1.png"
    with Image.open(picture) as image:
        assert image.width > 300


def test_shapes_of_an_office_file_are_drawn_on_blank_paper(tmp_path: Path) -> None:
    source = write(tmp_path, {"a.docx": documents.docx(a_naskah().sop)})
    drawn_pages = list(draw(source / "a.docx", Settings()))
    assert [number for number, _ in drawn_pages] == list(range(1, len(drawn_pages) + 1))
    with Image.open(BytesIO(drawn_pages[0][1])) as image:
        assert max(image.size) > 2000
