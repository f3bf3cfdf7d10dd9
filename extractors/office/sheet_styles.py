"""What the styles of a workbook say about a cell: how its numbers are shown, whether it has a border, whether it wraps."""

from collections.abc import Mapping
from dataclasses import dataclass

from extractors.office.package import Element
from extractors.office.sheet_numbers import UMUM
from extractors.office.wordml import at

# Formats that the programs know by number (ECMA-376 part 1, 18.8.30). 14 and 22 follow the settings
# of the system, here those of Indonesia.
BAWAAN: Mapping[int, str] = {
    0: UMUM,
    1: "0",
    2: "0.00",
    3: "#,##0",
    4: "#,##0.00",
    9: "0%",
    10: "0.00%",
    11: "0.00E+00",
    14: "dd/mm/yyyy",
    15: "d-mmm-yy",
    16: "d-mmm",
    17: "mmm-yy",
    18: "h:mm AM/PM",
    19: "h:mm:ss AM/PM",
    20: "h:mm",
    21: "h:mm:ss",
    22: "dd/mm/yyyy h:mm",
    37: "#,##0;-#,##0",
    38: "#,##0;-#,##0",
    39: "#,##0.00;-#,##0.00",
    40: "#,##0.00;-#,##0.00",
    45: "mm:ss",
    46: "[h]:mm:ss",
    47: "mm:ss.0",
    48: "##0.0E+0",
    49: "@",
}
_SIDES = ("left", "right", "top", "bottom", "start", "end")


@dataclass(frozen=True, slots=True)
class Style:
    """How a cell looks."""

    format: str = UMUM
    bordered: bool = False
    wrapped: bool = False


def styles(root: Element | None) -> list[Style]:
    """The style of each number that cells refer to."""
    if root is None:
        return []
    formats = dict(BAWAAN)
    for entry in root.iterfind("{*}numFmts/{*}numFmt"):
        formats[_number(entry.get("numFmtId"))] = entry.get("formatCode") or UMUM
    borders = [
        any(_is_drawn(border, side) for side in _SIDES) for border in root.iterfind("{*}borders/{*}border")
    ]
    found = []
    for entry in root.iterfind("{*}cellXfs/{*}xf"):
        border, alignment = _number(entry.get("borderId")), at(entry, "alignment")
        found.append(
            Style(
                formats.get(_number(entry.get("numFmtId")), UMUM),
                0 <= border < len(borders) and borders[border],
                alignment is not None and alignment.get("wrapText") in ("1", "true"),
            )
        )
    return found


def _is_drawn(border: Element, side: str) -> bool:
    line = at(border, side)
    return line is not None and line.get("style", "none") != "none"


def _number(text: str | None) -> int:
    return int(text) if text and text.isascii() and text.isdecimal() and len(text) < 10 else -1
