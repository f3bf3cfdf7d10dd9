"""Span: a piece of text that knows where each of its characters stood in the source.

Cleaning (tags, entities, glue between wrapped lines) never loses positions, so every
value can show the exact raw text it came from. Offsets count characters of the decoded
source from 0; glue that was put in between pieces has the offset -1.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

GLUE = -1
"""Offset of a character that did not stand in the source."""
BARIS = "\n"
"""The source broke the line here."""
SELA = "\x1c"
"""The source put a break into the text of a cell here (``<br>``)."""
PARAGRAF = "\x1d"
"""The source began a paragraph here (``<p>``, an empty line)."""
BUTIR = "\x1e"
"""The source began a list item here (``<li>``)."""
BENTUK = "\x1f"
"""Behind this stands the glyph of a drawn symbol. All five are white space to ``str.split`` and ``\\s``."""


@dataclass(frozen=True, slots=True)
class Span:
    """Text with one source offset per character."""

    text: str
    offsets: Sequence[int]

    def cut(self, start: int, end: int | None = None) -> "Span":
        """The part of the text between two positions of it, as a Span."""
        return Span(self.text[start:end], self.offsets[start:end])

    def strip(self) -> "Span":
        """The same without white space at either end."""
        text = self.text
        end = len(text.rstrip())
        start = len(text) - len(text.lstrip())
        if start == 0 and end == len(text):
            return self
        return self.cut(start, end) if end > start else EMPTY

    def split(self, pattern: re.Pattern[str]) -> "list[Span]":
        """The stripped, non-empty pieces between the matches of a pattern."""
        pieces, start = [], 0
        for match in pattern.finditer(self.text):
            pieces.append(self.cut(start, match.start()).strip())
            start = match.end()
        pieces.append(self.cut(start).strip())
        return [piece for piece in pieces if piece.text]

    @property
    def first(self) -> int:
        """The source offset of the first character that stood in the source, -1 if none did."""
        offsets = self.offsets
        if offsets and offsets[0] != GLUE:
            return offsets[0]
        return next((o for o in offsets if o != GLUE), GLUE)

    @property
    def last(self) -> int:
        """The source offset of the last character that stood in the source, -1 if none did."""
        offsets = self.offsets
        if offsets and offsets[-1] != GLUE:
            return offsets[-1]
        return next((o for o in reversed(offsets) if o != GLUE), GLUE)

    def __bool__(self) -> bool:
        return bool(self.text)


EMPTY = Span("", ())


def join(spans: Iterable[Span], glue: str = " ") -> Span:
    """The spans one after the other with glue between them; empty ones are left out."""
    parts = [span for span in spans if span.text]
    if len(parts) < 2:
        return parts[0] if parts else EMPTY
    offsets: list[int] = []
    for part in parts:
        if offsets:
            offsets.extend([GLUE] * len(glue))
        offsets.extend(part.offsets)
    return Span(glue.join(part.text for part in parts), offsets)
