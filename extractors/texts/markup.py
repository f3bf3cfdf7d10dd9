"""Leftover tags, entities and Markdown marks to clean text that keeps its place in the source.

Owns: which tags mean a break, which a cell, which nothing. Does not decide what is a row
or a label. Tables survive as control characters that ``blocks`` turns into rows.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from html import unescape

from extractors.lexicon.glyphs import shown
from extractors.pages import Source
from extractors.spans import BUTIR, GLUE, PARAGRAF, SELA, Span
from extractors.texts.latex import POLA, printed
from extractors.texts.latex_tables import with_tags
from extractors.texts.web_shapes import symbol_in

TABLE, ROW, CELL, END_CELL, END_TABLE = "\ue001", "\ue002", "\ue003", "\ue004", "\ue005"
"""Where a table, a row and a cell begin, and where a cell and a table end."""

_BREAKS = {
    **dict.fromkeys(
        ("p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "ol", "ul", "center", "section"), PARAGRAF
    ),
    **dict.fromkeys(("br", "hr", "caption", "pre", "dd", "dt"), SELA),
    "li": BUTIR,
}
_CELLS = {"table": TABLE, "tr": ROW, "td": CELL, "th": CELL}
_END_CELLS = {"table": END_TABLE, "td": END_CELL, "th": END_CELL}
_INLINE = frozenset(
    [
        "a",
        "abbr",
        "b",
        "big",
        "body",
        "col",
        "colgroup",
        "em",
        "font",
        "html",
        "i",
        "img",
        "ins",
        "label",
        "main",
        "meta",
        "nobr",
        "s",
        "small",
        "span",
        "strike",
        "strong",
        "sub",
        "sup",
        "tbody",
        "tfoot",
        "thead",
        "title",
        "tt",
        "u",
        "header",
        "footer",
        "article",
        "figure",
        "link",
        "wbr",
        "input",
    ]
)
_HIDDEN = {
    "script": re.compile(r"</script\b", re.IGNORECASE),
    "style": re.compile(r"</style\b", re.IGNORECASE),
    "svg": re.compile(r"</svg\b", re.IGNORECASE),
    "head": re.compile(r"</head\b|<body\b", re.IGNORECASE),
    "page_number": re.compile(r"</page_number\b", re.IGNORECASE),
    "watermark": re.compile(r"</watermark\b", re.IGNORECASE),
    "signature": re.compile(r"</signature\b", re.IGNORECASE),
    "stamp": re.compile(r"</stamp\b", re.IGNORECASE),
    "logo": re.compile(r"</logo\b", re.IGNORECASE),
}
"""Tags whose text no reader sees, or is none of the document's own, with what ends it."""
_TOKEN = re.compile(
    r"<!--.*?(?:-->|\Z)|<!(?:doctype[^<>]*|\[[^\[\]<>]*\])>|<\?xml[^<>]*>|<img>[^<>]{0,300}</img>|</?([a-z][a-z0-9:_]*)(?:\s[^<>]*|/)?>"
    rf"|&(?:#\d{{1,6}}|#x[0-9a-f]{{1,5}}|[a-z]{{2,8}});|\*\*|__|{POLA}|\\[.*_#()\[\]+\-!>~]",
    re.IGNORECASE | re.DOTALL,
)
_OFFICE = re.compile(r"(?:[movwx]|st\d):")
"""How the names of tags begin that an office program puts among those of HTML: "o:p", "st1:place"."""
_FONT_TAGS = frozenset(("font", "span"))
_FONT = re.compile(
    r"(?:(?<![\w-])font(?:-family)?\s*:[^;>]*?|mso-symbol-font-family\s*:\s*|face\s*=\s*)"
    r"(?:[\"'\s]|&quot;)*\b(wingdings(?: [23])?|webdings|symbol)\b",
    re.IGNORECASE,
)
_OTHER_FONT = re.compile(r"(?<![\w-])font(?:-family)?\s*:|face\s*=", re.IGNORECASE)
_SPAN = re.compile(r"(col|row)span\s*=\s*[\"']?\s*(\d{1,3})", re.IGNORECASE)
_IS_HTML = re.compile(r"<(?:html|body|!doctype)\b", re.IGNORECASE)
_MAX_SPAN = 60
_WIDE = {0xFF01 + at: 0x21 + at for at in range(94)}
"""Letters and signs as wide as Chinese ones, which models trained on these write: "Nomor SOP：7"."""
_DRAWN = str.maketrans(
    {
        **dict.fromkeys("│┃║", "|"),
        **dict.fromkeys("─━═", "-"),
        **dict.fromkeys("┌┬┐├┼┤└┴┘╔╦╗╠╬╣╚╩╝┏┳┓┣╋┫┗┻┛", "+"),
    }
)
"""Lines of tables drawn with characters, to those of ASCII."""
_IS_DRAWN = re.compile("[┌├└╔╠╚┏┣┗][─━═]{2}")
_WRITTEN = "&$\\"
"""What begins a token that stands for characters of the text."""
_NOT_TEXT = re.compile("[\x00-\x1f\x7f\x85\xa0\u2028\u2029\ue001-\ue005]")
"""What an entity may not bring into the text: line ends and our own marks."""


@dataclass(slots=True)
class _Draft:
    """The clean text while it is made, and the tags that may name a symbol font and are open, innermost last."""

    text: list[str] = field(default_factory=list)
    offsets: list[int] = field(default_factory=list)
    fonts: list[tuple[str, str]] = field(default_factory=list)

    def turn(self, token: str, tag: str, closing: bool) -> None:
        """Go on behind a tag; "" is any font that shows letters, and none lasts beyond its cell."""
        if tag in _CELLS:
            self.fonts.clear()
        if tag not in _FONT_TAGS:
            return
        if closing:
            last = next((at for at in range(len(self.fonts) - 1, -1, -1) if self.fonts[at][0] == tag), None)
            del self.fonts[len(self.fonts) if last is None else last :]
            return
        font = _FONT.search(token)
        above = self.fonts[-1][1] if self.fonts else ""
        self.fonts.append((tag, font[1] if font else "" if _OTHER_FONT.search(token) else above))

    def write(self, text: str, places: Sequence[int]) -> None:
        """Add characters, those of a symbol font as what they show."""
        if self.fonts and (font := self.fonts[-1][1]):
            shown_at = [(shown(char, font), at) for char, at in zip(text, places, strict=True)]
            text = "".join(glyph for glyph, _ in shown_at)
            places = [at for glyph, at in shown_at if glyph]
        self.text.append(text)
        self.offsets.extend(places)


@dataclass(frozen=True, slots=True)
class Clean:
    """A whole file without markup.

    Attributes:
        span: the text; breaks and tables as the control characters of this module.
        widths: (columns, rows) that each CELL of the text covers, in order.
    """

    span: Span
    widths: tuple[tuple[int, int], ...] = ()


def clean(source: Source) -> Clean:
    """The text of a file free of tags, entities and bold marks.

    In an HTML document a line end is mere white space; in a text with leftover tags it
    still ends the line, as in a cell that an OCR engine wrote as ``<ol>1. …;2. …``.
    """
    plain = source.text.translate(_WIDE)
    tagged = with_tags(plain.translate(_DRAWN) if _IS_DRAWN.search(plain) else plain)
    text, places = tagged.text, tagged.offsets
    if not _TOKEN.search(text):
        return Clean(tagged)
    is_html = bool(_IS_HTML.search(text[:5000]))
    draft = _Draft()
    widths: list[tuple[int, int]] = []
    position, hidden = 0, ""
    endless: set[str] = set()  # tags that nothing ends from here on

    def keep(start: int, end: int) -> None:
        if hidden or end <= start:
            return
        piece = text[start:end]
        draft.write(piece.replace("\n", " ") if is_html else piece, places[start:end])

    for token in _TOKEN.finditer(text):
        keep(position, token.start())
        position = token.end()
        tag = (token.group(1) or "").lower()
        closing = token.group().startswith("</")
        hidden = _hidden(hidden, token, endless)
        if hidden:
            continue
        draft.turn(token.group(), tag, closing)
        mark = _mark(token.group(), tag, closing)
        if mark == "" and not tag and widths and (glyph := symbol_in(token.group())):
            draft.write(f" {glyph} ", [places[token.start()]] * (len(glyph) + 2))
            continue
        if mark is None:
            keep(token.start(), token.end())
        elif mark:
            written = token.group()[0] in _WRITTEN
            draft.write(mark, [places[token.start()] if written else GLUE] * len(mark))
            if mark == CELL:
                widths.append(_width(token.group()))
    keep(position, len(text))
    return Clean(Span("".join(draft.text), draft.offsets), tuple(widths))


def _hidden(before: str, token: re.Match[str], endless: set[str]) -> str:
    """The tag that hides the text behind a token, "" for none; one that nothing ends hides nothing."""
    if before:
        return "" if _HIDDEN[before].match(token.group()) else before
    tag = (token.group(1) or "").lower()
    if tag not in _HIDDEN or tag in endless or token.group().startswith("</"):
        return ""
    if _HIDDEN[tag].search(token.string, token.end()):
        return tag
    endless.add(tag)
    return ""


def _mark(token: str, tag: str, closing: bool) -> str | None:
    """What stands for a token in the clean text; None when the token is text after all."""
    if token[0] == "&":
        plain = unescape(token)
        return None if plain == token else _NOT_TEXT.sub(" ", plain)
    if token[0] == "\\" and not token[1:].isalpha() and len(token) == 2:
        return token[1]  # a sign of Markdown that is meant as it stands: "1\\. Komputer"
    if token[0] in "$\\":
        return printed(token)
    if token.startswith("<!--") and not token.endswith("-->"):
        return None
    if not tag:  # comment, doctype, condition or name space of an office program, a picture told in words, ** or __ (a run of underscores is a blank line to fill in)
        return None if token == "__" else ""
    if tag in _CELLS:
        return _END_CELLS.get(tag, "") if closing else _CELLS[tag]
    if tag in _BREAKS:
        return "" if closing and tag == "li" else PARAGRAF if closing and tag != "br" else _BREAKS[tag]
    return "" if tag in _INLINE or tag in _HIDDEN or _OFFICE.match(tag) else None


def _width(token: str) -> tuple[int, int]:
    spans = {kind.lower(): min(max(int(number), 1), _MAX_SPAN) for kind, number in _SPAN.findall(token)}
    return spans.get("col", 1), spans.get("row", 1)
