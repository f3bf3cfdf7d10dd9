"""Documents that lie whole inside a Word document (``altChunk``): another package, or a page of HTML.

Word takes them in when it opens the file; who exports forms from a web page writes nothing else. HTML becomes the
WordprocessingML that Word would make of it, as far as text and tables go.
"""

from dataclasses import dataclass, field
from email import message_from_bytes
from html import escape
from html.parser import HTMLParser
from typing import Final

from extractors.errors import BerkasTidakTerbaca
from extractors.office.package import Element, Package, open_package, parsed

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_PACKED = b"PK\x03\x04"
_MIME = b"MIME-Version"
_BLOCKS = frozenset(("p", "div", "br", "li", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "hr", "center"))
_SILENT = frozenset(("script", "style", "head", "title"))
MOST_SPAN: Final = 60
"""Columns or rows that a cell spans at most."""


def chunk_of(data: bytes) -> Package | Element | None:
    """What a chunk holds: a package to be read as a document, or an element with paragraphs and tables.

    None where it is neither a Word document nor text; then nothing of it can be shown.
    """
    if data.startswith(_PACKED):
        return open_package(data)
    if data[:200].lstrip().startswith(_MIME):
        data = _from_mime(data)
    if b"\x00" in data[:1000] and not data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return None
    page = _Page()
    page.feed(_decoded(data))
    page.close()
    try:
        return parsed(page.xml().encode(), "altChunk")
    except BerkasTidakTerbaca:
        return None


def _from_mime(data: bytes) -> bytes:
    """The HTML of a page that was saved with its pictures."""
    for part in message_from_bytes(data).walk():
        if part.get_content_type() == "text/html":
            payload = part.get_payload(decode=True)
            return payload if isinstance(payload, bytes) else b""
    return b""


def _decoded(data: bytes) -> str:
    for encoding in ("utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig", "cp1252"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    return data.decode("latin-1")


@dataclass(slots=True)
class _Cell:
    columns: int
    rows: int
    blocks: list[str] = field(default_factory=list)


@dataclass(slots=True)
class _Table:
    rows: list[list[_Cell]] = field(default_factory=list)


class _Page(HTMLParser):
    """Collects paragraphs and tables; what stands in a cell goes to the innermost open one."""

    def __init__(self) -> None:
        super().__init__()
        self._blocks: list[str] = []
        self._tables: list[_Table] = []
        self._text: list[str] = []
        self._silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin a table, a row, a cell or a paragraph."""
        if tag in _SILENT:
            self._silent += 1
        elif tag == "table":
            self._end_paragraph()
            self._tables.append(_Table())
        elif self._tables and tag == "tr":
            self._end_paragraph()
            self._tables[-1].rows.append([])
        elif self._tables and tag in ("td", "th"):
            self._end_paragraph()
            given = dict(attrs)
            rows = self._tables[-1].rows or [[]]
            self._tables[-1].rows = rows
            rows[-1].append(_Cell(_span(given.get("colspan")), _span(given.get("rowspan"))))
        elif tag in _BLOCKS:
            self._end_paragraph()

    def handle_endtag(self, tag: str) -> None:
        """End what began."""
        if tag in _SILENT:
            self._silent = max(0, self._silent - 1)
        elif tag == "table" and self._tables:
            self._end_paragraph()
            table = self._tables.pop()
            self._place().append(_table(table))
        elif tag in _BLOCKS or tag in ("td", "th", "tr"):
            self._end_paragraph()

    def handle_data(self, data: str) -> None:
        """Add to the paragraph."""
        if not self._silent:
            self._text.append(data)

    def xml(self) -> str:
        """All as the body of a document."""
        self._end_paragraph()
        while self._tables:
            self.handle_endtag("table")
        return f'<w:body xmlns:w="{_W}">{"".join(self._blocks)}</w:body>'

    def _place(self) -> list[str]:
        open_rows = [table.rows[-1] for table in self._tables if table.rows and table.rows[-1]]
        return open_rows[-1][-1].blocks if open_rows else self._blocks

    def _end_paragraph(self) -> None:
        text = " ".join("".join(self._text).split())
        self._text.clear()
        if text:
            clean = "".join(c for c in text if c.isprintable())
            self._place().append(f"<w:p><w:r><w:t>{escape(clean, quote=False)}</w:t></w:r></w:p>")


def _span(value: str | None) -> int:
    return min(max(int(value), 1), MOST_SPAN) if value and value.strip().isdecimal() else 1


def _table(table: _Table) -> str:
    """A table, its cells over several rows as merged ones."""
    width = max((sum(cell.columns for cell in row) for row in table.rows), default=0)
    covered: dict[int, tuple[int, int]] = {}  # column -> rows that are still covered from above, and columns
    rows = []
    for row in table.rows:
        below: dict[int, tuple[int, int]] = {}
        waiting, cells, column = list(row), [], 0
        while waiting or column in covered:
            if column in covered:
                rest, span = covered[column]
                cells.append(_cell(span, "<w:vMerge/>", ""))
            else:
                cell = waiting.pop(0)
                rest, span = cell.rows, cell.columns
                merge = '<w:vMerge w:val="restart"/>' if rest > 1 else ""
                cells.append(_cell(span, merge, "".join(cell.blocks)))
            if rest > 1:
                below[column] = (rest - 1, span)
            column += span
        covered = below
        rows.append(f"<w:tr>{''.join(cells)}</w:tr>")
    return f"<w:tbl><w:tblGrid>{'<w:gridCol/>' * width}</w:tblGrid>{''.join(rows)}</w:tbl>"


def _cell(columns: int, merge: str, blocks: str) -> str:
    return f'<w:tc><w:tcPr><w:gridSpan w:val="{columns}"/>{merge}</w:tcPr>{blocks or "<w:p/>"}</w:tc>'
