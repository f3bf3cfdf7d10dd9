"""Labels of an identity page with the lines that were found for them so far."""

from dataclasses import dataclass, field
from typing import Final

from extractors.lexicon.labels import Label, fold
from extractors.lists.items import Piece

NAME_LINES: Final = 4
"""Lines of the name of an SOP at most."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A line of text with its row on the page, its column in characters, and its unit, the cell or the piece of its row."""

    piece: Piece
    row: int
    x: int
    unit: int


@dataclass(slots=True)
class Opened:
    """A label with its place, and the lines of its value; ``beside`` says that one stands in its own row."""

    label: Label
    row: int
    unit: int
    x: int
    lines: list[Placed] = field(default_factory=list)
    beside: bool = False


def says_again(opened: Opened, text: str) -> bool:
    """Whether a text is the title of the procedure, which says the name of the SOP again."""
    name = fold(" ".join(line.piece.span.text for line in opened.lines))
    return opened.label.key == "nama_sop" and bool(name) and fold(text).endswith(name)
