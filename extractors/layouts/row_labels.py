"""The labels of a row of an identity page, also those that only their neighbours make believable."""

import re
from collections.abc import Iterable, Sequence

from extractors.fragments import FlowRow
from extractors.lexicon.labels import Label, standing_alone
from extractors.lexicon.signs import NIP
from extractors.texts.running_lines import is_page_number

ONLY_COLON = re.compile(r"[\s:;.=]*")
"""A cell or a line that says nothing but that a value follows."""

_OFFICER_ROWS = 8
"""Rows below an office within which its officer's NIP stands."""


def is_running_head(row: FlowRow) -> bool:
    """Whether a row of a table is the head of each page: the name of the SOP, its number, "Halaman 2 dari 3"."""
    return row.fragments[-1].unit > 0 and any(is_page_number(f.span.text) for f in row.fragments)


def labels_of(row: FlowRow, strong: Iterable[str] = ()) -> list[Label | None]:
    """The label of each fragment of a row; weak spellings only for keys that have no strong one."""
    labels = [
        f.label or (standing_alone(f.span, _beside_cell(row, at)) if f.unit else None)
        for at, f in enumerate(row.fragments)
    ]
    return [None if one and one.weak and (one.key in strong or not strong) else one for one in labels]


def _beside_cell(row: FlowRow, at: int) -> str:
    """What stands in the next cell of a row that holds more than a colon."""
    texts = (fragment.span.text for fragment in row.fragments[at + 1 :])
    return next((text for text in texts if not ONLY_COLON.fullmatch(text)), "")


def officer_rows(rows: Sequence[FlowRow]) -> frozenset[int]:
    """The rows below the office of who approves, down to the NIP: they are his, also where that office stands in a table."""
    found: set[int] = set()
    start: int | None = None
    for at, row in enumerate(rows):
        keys = {fragment.label.key for fragment in row.fragments if fragment.label}
        if keys:
            start = at if keys == {"disahkan_oleh"} else None
        elif start is not None and at - start <= _OFFICER_ROWS and NIP.search(row.text):
            found.update(range(start + 1, at + 1))
            start = None
    return frozenset(found)
