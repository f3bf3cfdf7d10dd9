"""Bullets that a program drew as discs, as browsers do."""

from extractors.sheets import Sheet, by_line
from extractors.vector.document import open_pdf
from extractors.vector.page import sheet_of
from tests.extractors.vector.made import Page, pdf, text


def disc(x: float, y: float, r: float = 1.2) -> str:
    """A filled circle around a place (from the lower left)."""
    k = 0.5523 * r
    return (
        f"{x - r} {y} m {x - r} {y + k} {x - k} {y + r} {x} {y + r} c {x + k} {y + r} {x + r} {y + k} {x + r} {y} c "
        f"{x + r} {y - k} {x + k} {y - r} {x} {y - r} c {x - k} {y - r} {x - r} {y - k} {x - r} {y} c f\n"
    )


def read(content: str) -> list[str]:
    with open_pdf(pdf(Page(content))) as document:
        sheet: Sheet = sheet_of(document, 1)
    return [" ".join(word.text for word in row) for row in by_line(sheet.words)]


def test_discs_before_lines_are_bullets() -> None:
    content = text(100, 700, "Komputer dan printer") + text(100, 686, "Alat tulis") + text(100, 672, "kantor")
    content += disc(90, 703.5) + disc(90, 689.5)
    assert read(content) == ["• Komputer dan printer", "• Alat tulis", "kantor"]


def test_a_disc_within_a_line_or_as_large_as_its_letters_is_none() -> None:
    content = text(60, 700, "Pukul") + text(100, 700, "Komputer") + disc(92, 703.5)
    content += text(100, 660, "Camat") + disc(88, 663, 5)
    assert read(content) == ["Pukul Komputer", "Camat"]
