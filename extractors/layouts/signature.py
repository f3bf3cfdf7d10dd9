"""The signature block below the procedure: the officer's title, name, rank and NIP."""

from collections.abc import Sequence
from difflib import SequenceMatcher

from extractors.fragments import FlowRow, Fragment
from extractors.layouts.fields import Value
from extractors.lexicon.labels import find, signs_otherwise
from extractors.lexicon.signs import NIP, certifies_copy, is_office, opens_signature
from extractors.pages import Row
from extractors.raw import RawField
from extractors.spans import Span, join

_MAX_LINES = 14
_SAME_COLUMN = 16
_ALIKE = 0.85
"""How alike a line must be to an office that a stamp garbled in it."""
_HEADED = 5
"""What it weighs that a block is headed "Disetujui oleh": more than title and NIP together."""


def read_signature(rows: Sequence[FlowRow], stated: Value | None = None) -> RawField | None:
    """The signature block among the rows below the procedure, None when there is none.

    Args:
        rows: in the order of the page.
        stated: who approves as the identity page says, by whose office a garbled one is known.

    Where several officers sign side by side, the one whose block is headed as that of who approves is taken, else
    the one that has both a title of office and a NIP; the later one when both have.
    """
    columns: list[list[Fragment]] = []
    halaman = rows[0].halaman if rows else 0
    for row in rows:
        over, halaman = row.halaman != halaman, row.halaman
        for fragment in row.fragments:
            column = next((found for found in columns if _same_column(found[-1], fragment)), None)
            if column is None and over:
                column = _cut_by_page(columns, fragment)
            if column is None:
                columns.append([fragment])
            else:
                column.append(fragment)
    spans = [[fragment.span for fragment in found] for found in columns]
    offices = [line.span.text for line in stated.lines if is_office(line.span.text)] if stated else []
    blocks = [
        (_weight(block, offices) + _HEADED * _is_headed(lines), block)
        for lines in spans
        if (block := _block(lines, offices))
    ]
    best = max(enumerate(blocks), key=lambda entry: (entry[1][0], entry[0]), default=None)
    if best is None or _weight(best[1][1], offices) == 0:
        return None
    return RawField(join(best[1][1], "\n"), "tanda_tangan", 0.9)


def _cut_by_page(columns: Sequence[list[Fragment]], fragment: Fragment) -> list[Fragment] | None:
    """The block whose NIP opens the next page: the nearest that has none, for positions differ from page to page."""
    if not NIP.search(fragment.span.text):
        return None
    lacking = [found for found in columns if not any(NIP.search(f.span.text) for f in found)]
    return min(lacking, key=lambda found: abs(found[-1].x - fragment.x), default=None)


def _same_column(above: Fragment, fragment: Fragment) -> bool:
    """Whether a piece stands below another: it begins near it, or in a centred block lies over it by half."""
    if above.unit != fragment.unit:
        return False
    if fragment.unit:
        return above.x == fragment.x
    if abs(above.x - fragment.x) < _SAME_COLUMN:
        return True
    widths = len(above.span.text), len(fragment.span.text)
    common = min(above.x + widths[0], fragment.x + widths[1]) - max(above.x, fragment.x)
    return 2 * common >= min(widths)


def is_signature_row(row: Row) -> bool:
    """Whether a table row belongs to the signature block below the procedure."""
    cells = [cell.span.text for cell in row.cells if cell.span]
    if not cells or len(cells) > 2 or any(len(text) > 160 for text in cells):
        return False
    first = cells[0].strip(" .)")
    if first.isdigit() and len(cells) > 1:
        return False
    return any(NIP.search(text) or opens_signature(text) for text in cells) or (
        len(cells) == 1 and is_office(cells[0]) and cells[0].isupper()
    )


def _block(spans: Sequence[Span], offices: Sequence[str]) -> list[Span]:
    """From the line that opens a signature or names an office to the NIP."""
    if _is_headed(spans):
        heading = next(at for at, span in enumerate(spans) if _approves(span))
        return list(spans[heading + 1 : heading + _MAX_LINES])
    if any(signs_otherwise(span.text) for span in spans[:2]):
        return []
    start = next(
        (
            at
            for at, span in enumerate(spans)
            if opens_signature(span.text) or _names_office(span.text, offices)
        ),
        None,
    )
    if start is None:
        start = next((max(at - 3, 0) for at, span in enumerate(spans) if NIP.search(span.text)), None)
    if start is None or any(certifies_copy(span.text) for span in spans[max(start - 1, 0) : start + 2]):
        return []
    end = next((at + 1 for at, span in enumerate(spans) if at >= start and NIP.search(span.text)), len(spans))
    if (
        end < len(spans)
        and not any(c.isdigit() for c in spans[end - 1].text)
        and any(c.isdigit() for c in spans[end].text)
    ):
        end += 1  # "NIP" and its digits on two lines
    return list(spans[start : min(end, start + _MAX_LINES)])


def _is_headed(spans: Sequence[Span]) -> bool:
    return any(map(_approves, spans))


def _approves(span: Span) -> bool:
    """Whether a line is the heading "Disetujui oleh" of a signature and nothing else."""
    label = find(span)
    return label is not None and label.key == "disahkan_oleh" and not label.weak and not label.rest


def _names_office(line: str, offices: Sequence[str]) -> bool:
    """Whether a line begins like the title of an officer, or a stamp left most of the letters of one of ``offices``."""
    read = _letters(line)
    return is_office(line) or any(
        SequenceMatcher(None, read, _letters(office), autojunk=False).ratio() >= _ALIKE for office in offices
    )


def _letters(text: str) -> str:
    return "".join(filter(str.isalpha, text)).casefold()


def _weight(block: Sequence[Span], offices: Sequence[str]) -> int:
    office = any(_names_office(line, offices) for span in block for line in span.text.splitlines())
    return 2 * any(NIP.search(span.text) for span in block) + 2 * office
