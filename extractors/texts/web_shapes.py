"""Symbols in web pages that Word saved: it draws them in conditional comments, which browsers skip."""

import re
from functools import cache

from extractors.data import table

_VML = re.compile(r"<!--\[if [^\]]*\bvml\b", re.IGNORECASE)
_SHAPE = re.compile(r"<v:([a-z]+)\b([^<>]*)", re.IGNORECASE)
_TYPE = re.compile(r"\btype\s*=\s*[\"']?#_x0000_t(\d{1,3})\b", re.IGNORECASE)


def symbol_in(comment: str) -> str:
    """The glyph of the symbol of a flow that a comment draws; empty where it draws none, or those of several cells at once."""
    if not _VML.match(comment):
        return ""
    found = [glyph for name, rest in _SHAPE.findall(comment) if (glyph := _glyphs().get(_preset(name, rest)))]
    return found[0] if len(found) == 1 else ""


def _preset(name: str, attributes: str) -> str:
    shapes = table("bentuk")
    if preset := shapes["vml_nama"].get(name.casefold()):
        return str(preset)
    numbered = _TYPE.search(attributes) if name.casefold() == "shape" else None
    return str(shapes["vml"].get(numbered[1], "")) if numbered else ""


@cache
def _glyphs() -> dict[str, str]:
    """The presets that are symbols, each to the first glyph of its symbol."""
    glyphs = table("simbol")
    return {
        preset: glyphs[simbol][0]
        for simbol, forms in table("bentuk")["simbol"].items()
        for preset in forms["preset"]
    }
