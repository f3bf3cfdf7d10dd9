"""Automatic numbers of a Word document, counted as Word counts them: "1.", "a.", "II.", "1.2", "-"."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from extractors.lexicon.glyphs import bullet
from extractors.office.docx_styles import Styles
from extractors.office.package import Element, Package
from extractors.office.wordml import at, local, number, twips, val

_MAX_NUMBER = 3999
_ROMAN = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"),
    (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip
_LEVELS = 9


@dataclass(frozen=True, slots=True)
class Label:
    """The automatic number before a paragraph.

    Attributes:
        text: as shown; empty where the level shows nothing.
        indent: of the paragraph by its level, in points; None where the level does not say.
    """

    text: str
    indent: float | None


@dataclass(frozen=True, slots=True)
class _Level:
    start: int = 1
    form: str = "decimal"
    text: str = ""
    font: str = ""
    indent: float | None = None
    restart: int | None = None
    legal: bool = False
    style: str = ""


@dataclass(frozen=True, slots=True)
class _Num:
    """A use of a list: whose counters it shares, its levels, and where it begins anew."""

    abstract: str
    levels: Mapping[int, _Level]
    starts: Mapping[int, int]


@dataclass(slots=True)
class Lists:
    """The counters of one story (body, header …); paragraphs must come in their order."""

    nums: Mapping[str, _Num]
    styles: Styles
    _counts: dict[str, list[int | None]] = field(default_factory=dict)
    _seen: set[tuple[str, int]] = field(default_factory=set)

    def fresh(self) -> "Lists":
        """The same lists with all counters at their start."""
        return Lists(self.nums, self.styles)

    def label(self, properties: Element | None, style: str | None, bare: bool) -> Label | None:
        """The number of the next paragraph, given its ``pPr`` and style, None where it has none.

        ``bare``: it has no text of its own.
        """
        num, level = self._membership(properties, style)
        if num is None:
            return None
        counts = self._count(num, level)
        shape = num.levels.get(level, _Level())
        if shape.form == "bullet":
            return Label(bullet(shape.text, shape.font, bare), shape.indent)
        return Label(_filled(num, shape, counts), shape.indent)

    def _membership(self, properties: Element | None, style: str | None) -> tuple[_Num | None, int]:
        own = at(properties, "numPr") if properties is not None else None
        inherited = self.styles.find(style, "pPr/numPr")
        name = level = None
        for source in (own, inherited):
            if source is not None:
                name = name or val(at(source, "numId"))
                level = level or val(at(source, "ilvl"))
        num = self.nums.get(name or "")
        if num is None:
            return None, 0
        linked = next((n for n, shape in num.levels.items() if style and shape.style == style), None)
        if own is None and linked is not None:
            return num, linked
        return num, min(max(int(number(level)), 0), _LEVELS - 1)

    def _count(self, num: _Num, level: int) -> list[int | None]:
        """Count one paragraph on a level; the numbers of all levels after it."""
        counts = self._counts.setdefault(num.abstract, [None] * _LEVELS)
        key = (f"{id(num)}", level)
        if level in num.starts and key not in self._seen:
            counts[level] = num.starts[level] - 1
        self._seen.add(key)
        before = counts[level]
        counts[level] = num.levels.get(level, _Level()).start if before is None else before + 1
        for deeper in range(level + 1, _LEVELS):
            restart = num.levels.get(deeper, _Level()).restart
            if restart is None or level < restart:
                counts[deeper] = None
        return counts


def _filled(num: _Num, shape: _Level, counts: list[int | None]) -> str:
    """The text of a level with its %1, %2 … replaced by numbers."""
    text = shape.text
    for at_level in range(_LEVELS):
        if f"%{at_level + 1}" in text:
            other = num.levels.get(at_level, _Level())
            count = counts[at_level]
            form = "decimal" if shape.legal else other.form
            text = text.replace(f"%{at_level + 1}", formatted(other.start if count is None else count, form))
    return text.strip()


def formatted(count: int, form: str) -> str:
    """A number in one of Word's number formats; those of other scripts come as decimal."""
    if form in ("none", "bullet"):
        return ""
    if not 0 < count <= _MAX_NUMBER:
        return str(count)
    if form in ("lowerLetter", "upperLetter"):
        letter = chr(ord("a") + (count - 1) % 26) * min((count - 1) // 26 + 1, 9)
        return letter if form == "lowerLetter" else letter.upper()
    if form in ("lowerRoman", "upperRoman"):
        return _roman(count) if form == "upperRoman" else _roman(count).lower()
    return f"{count:02}" if form == "decimalZero" else str(count)


def _roman(count: int) -> str:
    text = ""
    for value, sign in _ROMAN:
        while count >= value:
            text, count = text + sign, count - value
    return text


def lists_of(package: Package, main: str, styles: Styles) -> Lists:
    """The lists of the document whose main part is named."""
    part = next((r.target for r in package.relations(main).values() if r.jenis == "numbering"), "")
    if part not in package:
        return Lists({}, styles)
    root = package.xml(part)
    abstracts = {val(e, "abstractNumId") or "": e for e in root if local(e) == "abstractNum"}
    uses = {val(e, "numId") or "": e for e in root if local(e) == "num"}
    nums = {name: _num(use, abstracts, uses, styles) for name, use in uses.items() if name != "0"}
    return Lists(nums, styles)


def _num(use: Element, abstracts: Mapping[str, Element], uses: Mapping[str, Element], styles: Styles) -> _Num:
    name = val(at(use, "abstractNumId")) or ""
    abstract = abstracts.get(name)
    # A list may only point at a style of lists, whose own list has the levels.
    link = val(at(abstract, "numStyleLink")) if abstract is not None else None
    if link:
        other = uses.get(val(styles.find(link, "pPr/numPr/numId")) or "")
        name = (val(at(other, "abstractNumId")) if other is not None else None) or name
        abstract = abstracts.get(name)
    levels = dict(_levels(abstract)) if abstract is not None else {}
    starts: dict[int, int] = {}
    for override in use.iterfind("{*}lvlOverride"):
        level = int(number(val(override, "ilvl")))
        changed = at(override, "lvl")
        if changed is not None:
            levels[level] = _level(changed)
        start = val(at(override, "startOverride"))
        if start is not None:
            starts[level] = int(number(start))
            levels[level] = replace(levels.get(level, _Level()), start=starts[level])
    return _Num(name, levels, starts)


def _levels(abstract: Element) -> list[tuple[int, _Level]]:
    return [(int(number(val(lvl, "ilvl"))), _level(lvl)) for lvl in abstract.iterfind("{*}lvl")]


def _level(lvl: Element) -> _Level:
    fonts, ind = at(lvl, "rPr/rFonts"), at(lvl, "pPr/ind")
    restart, start = val(at(lvl, "lvlRestart")), val(at(lvl, "start"))
    return _Level(
        start=int(number(start)) if start is not None else 0,
        form=val(at(lvl, "numFmt")) or "decimal",
        text=val(at(lvl, "lvlText")) or "",
        font=val(fonts, "ascii") or val(fonts, "hAnsi") or "",
        indent=None if ind is None else twips(ind, "left") or twips(ind, "start"),
        restart=None if restart is None else int(number(restart)),
        legal=at(lvl, "isLgl") is not None,
        style=val(at(lvl, "pStyle")) or "",
    )
