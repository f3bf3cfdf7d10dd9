"""The inside of a Word paragraph: what is shown of its runs, fields, changes and symbols, and its drawings."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import groupby

from extractors.lexicon.glyphs import code, shown
from extractors.office.docx_model import BARIS_BARU, HALAMAN_BARU, HALAMAN_TERCETAK, Art, Block
from extractors.office.docx_styles import Styles
from extractors.office.drawingml import drawing
from extractors.office.package import Element
from extractors.office.vml import pict
from extractors.office.wordml import at, chosen, local, switch, val

_UNSEEN = frozenset(
    (
        "pPr", "rPr", "del", "moveFrom", "delText", "instrText", "delInstrText", "sdtPr", "sdtEndPr", "rt",
        "tblPr", "sectPr", "txbxContent", "footnoteRef", "annotationRef", "ffData", "hlinkClick",
    )
)  # fmt: skip
_SIGNS = {
    "tab": "\t",
    "ptab": "\t",
    "cr": BARIS_BARU,
    "noBreakHyphen": "-",
    "lastRenderedPageBreak": HALAMAN_TERCETAK,
}
_BREAKS = re.compile(r"[\x00-\x1f\ue001-\ue005]+")
"""Breaks of the XML file, which are no breaks of the text, and marks that are ours alone."""


@dataclass(slots=True)
class Runs:
    """Reads the runs of one story; fields may span its paragraphs.

    ``content`` reads what stands in a drawn shape.
    """

    styles: Styles
    content: Callable[[Element], tuple[Block, ...]]
    _fields: list[bool] = field(default_factory=list)
    """For each open field whether its result has begun."""

    def inlines(self, paragraph: Element, style: str | None) -> tuple[str | Art, ...]:
        """Text and drawings of a paragraph in that style, neighbouring texts as one."""
        found: list[str | Art] = []
        for texts, run in groupby(self._within(paragraph, style, ""), lambda piece: isinstance(piece, str)):
            pieces = list(run)
            found.extend(["".join(map(str, pieces))] if texts else pieces)
        return tuple(piece for piece in found if piece)

    def _within(self, element: Element, style: str | None, font: str) -> Iterator[str | Art]:
        for child in element:
            name = local(child)
            if name == "r" and child.tag.endswith("wordprocessingml/2006/main}r"):
                if not self.styles.hides(child, style):
                    yield from self._within(child, style, _font(child))
            elif name == "fldChar":
                self._field(child)
                yield from _check_box(child)
            elif name == "AlternateContent":
                branch = chosen(child)
                if branch is not None:
                    yield from self._within(branch, style, font)
            elif name not in _UNSEEN:
                yield from self._leaf(child, name, style, font)

    def _leaf(self, element: Element, name: str, style: str | None, font: str) -> Iterator[str | Art]:
        if name in ("drawing", "pict", "object"):
            art = (drawing if name == "drawing" else pict)(element, self.content)
            if art is not None:
                yield art
        elif name in ("t", "sym", "br", *_SIGNS):
            if all(self._fields) or name == "lastRenderedPageBreak":
                yield _text(element, name, font)
        else:
            yield from self._within(element, style, font)

    def _field(self, element: Element) -> None:
        kind = val(element, "fldCharType")
        if kind == "begin":
            self._fields.append(False)
        elif kind == "separate" and self._fields:
            self._fields[-1] = True
        elif kind == "end" and self._fields:
            self._fields.pop()


def _text(element: Element, name: str, font: str) -> str:
    if name == "t":
        return shown(_BREAKS.sub(" ", element.text or ""), font)
    if name == "sym":
        return code(val(element, "char") or "", val(element, "font") or font)
    if name == "br":
        return HALAMAN_BARU if val(element, "type") == "page" else BARIS_BARU
    return _SIGNS[name]


def _font(run: Element) -> str:
    fonts = at(run, "rPr/rFonts")
    return val(fonts, "ascii") or val(fonts, "hAnsi") or ""


def _check_box(element: Element) -> Iterator[str]:
    """The box of a form, ticked or not."""
    box = at(element, "ffData/checkBox")
    if box is not None:
        ticked = at(box, "checked")
        yield "☒" if switch(ticked if ticked is not None else at(box, "default")) else "☐"
