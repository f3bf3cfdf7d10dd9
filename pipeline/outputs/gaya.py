"""The styles of an office's Word file laid over those of the clean document.

What was measured stays as it was measured: sizes, spacing and the font of the procedure's page. Of its own styles
an office has colour and slant there; everywhere else it has all of them.
"""

from collections.abc import Iterator
from copy import deepcopy
from typing import Final

from extractors.office.package import Element

W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
WP: Final = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_A: Final = "{http://schemas.openxmlformats.org/drawingml/2006/main}"

TERUKUR: Final = (
    "Heading1",
    "SOPSel",
    "SOPSelButir",
    "SOPSelTengah",
    "SOPKepala",
    "SOPPelaksana",
    "SOPJangkar",
    "SOPBagan",
    "SOPCatatan",
    "SOPTandaTangan",
    "SOPNamaTandaTangan",
    "SOPPemisah",
    "SOPTabelIdentitas",
    "SOPTabelProsedur",
)
"""Styles by which the layout was measured."""
TABEL: Final = "SOPSel"
"""The style whose font is that of the procedure's page."""
_DASAR: Final = "SOPDasar"
_RUPA: Final = ("i", "iCs", "color", "u", "highlight")
# The order that the schema asks for.
_URUTAN_RPR: Final = (
    "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid vanish "
    "webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em lang"
)
_SEBELUM_SPASI: Final = (
    "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs "
    "suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd "
    "snapToGrid"
)
_RPR: Final = tuple(f"{W}{name}" for name in _URUTAN_RPR.split())
_PPR_BEFORE_SPACING: Final = tuple(f"{W}{name}" for name in _SEBELUM_SPASI.split())
_ACUAN: Final = tuple(f"{W}{name}" for name in ("pStyle", "rStyle", "tblStyle", "basedOn", "next", "link"))
# Half points and twips in a point, and the line height, in em, with which rows were measured.
_SETENGAH, _TWIP, _BARIS = 2, 20, 1.2
_HURUF_WORD: Final = "Times New Roman"
_HURUF_IDENTITAS: Final = 10.0


def padan(kantor: Element, baku: Element) -> dict[str, str]:
    """Ids of styles in the office's file -> our ids of the styles of the same names: Word translates ids."""
    ours = {_named(style): style.get(f"{W}styleId") for style in baku.iterfind(f"{W}style")}
    taken = {style.get(f"{W}styleId") for style in kantor.iterfind(f"{W}style")}
    pairs = {}
    for style in kantor.iterfind(f"{W}style"):
        id_, wanted = style.get(f"{W}styleId"), ours.get(_named(style))
        if wanted is not None and id_ != wanted and wanted not in taken:
            pairs[id_] = wanted
    return pairs


def ganti_id(root: Element, pairs: dict[str, str]) -> None:
    """Give styles, and whatever names them, other ids."""
    for style in root.iter(f"{W}style"):
        style.set(f"{W}styleId", pairs.get(style.get(f"{W}styleId"), style.get(f"{W}styleId")))
    for node in root.iter(*_ACUAN):
        node.set(f"{W}val", pairs.get(node.get(f"{W}val"), node.get(f"{W}val")))


def huruf(styles: Element, theme: Element | None, id_: str = TABEL) -> str:
    """The font that text of a style has, by the styles it is based on, the defaults and the theme."""
    for properties in _chain(styles, id_):
        fonts = properties.find(f"{W}rFonts")
        if fonts is None:
            continue
        named = fonts.get(f"{W}asciiTheme")
        if named and theme is not None:
            kind = "majorFont" if named.startswith("major") else "minorFont"
            latin = theme.find(f".//{_A}{kind}/{_A}latin")
            if latin is not None and latin.get("typeface"):
                return str(latin.get("typeface"))
        if fonts.get(f"{W}ascii"):
            return str(fonts.get(f"{W}ascii"))
    return _HURUF_WORD


def ukuran(styles: Element, id_: str | None) -> float:
    """The size of text of a style, in points."""
    for properties in _chain(styles, id_):
        size = properties.find(f"{W}sz")
        if size is not None and size.get(f"{W}val", "").isdecimal():
            return int(size.get(f"{W}val")) / _SETENGAH
    return 10.0


def spasi(styles: Element, id_: str | None) -> dict[str, str]:
    """What a style says of the space around and between its lines, with the defaults under it."""
    found: dict[str, str] = {}
    for properties in _chain(styles, id_, "pPr"):
        for spacing in properties.iterfind(f"{W}spacing"):
            found = dict(spacing.attrib) | found
    return found


def gabung(kantor: Element, baku: Element, dasar: Element, *, tepat: bool, kecil: float) -> Element:
    """The styles of a clean document in the office's look.

    Args:
        kantor: root of the office's styles, with our ids.
        baku: root of the styles that sopbaku writes for this document.
        dasar: root that holds the style under those that were measured.
        tepat: lines of measured styles are exactly as high as they were measured, whatever their font asks for.
        kecil: the type of the identity page against its normal size, at most 1.
    """
    root = deepcopy(kantor)
    for numbered in list(root.iter(f"{W}numPr")):
        numbered.getparent().remove(numbered)
    for language in root.iterfind(f"{W}docDefaults/{W}rPrDefault/{W}rPr/{W}lang"):
        language.set(f"{W}val", "id-ID")
    theirs = {style.get(f"{W}styleId"): style for style in root.iterfind(f"{W}style")}
    root.extend(deepcopy(style) for style in dasar.iterfind(f"{W}style") if _DASAR not in theirs)
    for style in baku.iterfind(f"{W}style"):
        id_ = style.get(f"{W}styleId")
        old, new = theirs.get(id_), _rebased(style)
        if old is None:
            root.append(new)
        elif id_ in TERUKUR:
            _dress(new, old)
            root.replace(old, new)
        elif kecil < 1 and id_.startswith("SOP"):
            _shrink(old, kecil)
        if id_ in TERUKUR and tepat:
            _exact(new)
    return root


def kecil(huruf_identitas: float) -> float:
    """The type of the identity page against its normal size."""
    return min(1.0, huruf_identitas / _HURUF_IDENTITAS)


def _named(style: Element) -> tuple[str, str]:
    name = style.find(f"{W}name")
    return style.get(f"{W}type", ""), ("" if name is None else name.get(f"{W}val", "")).casefold()


def _chain(styles: Element, id_: str | None, kind: str = "rPr") -> Iterator[Element]:
    """The properties of text (or of paragraphs: ``pPr``) of a style, nearest first, with the defaults at the end."""
    by_id = {style.get(f"{W}styleId"): style for style in styles.iterfind(f"{W}style")}
    normal = next(
        (
            i
            for i, s in by_id.items()
            if s.get(f"{W}default") in ("1", "true") and _named(s)[0] == "paragraph"
        ),
        None,
    )
    at: str | None = id_ if id_ in by_id else normal
    seen: set[str] = set()
    while at is not None and at in by_id and at not in seen:
        seen.add(at)
        yield from by_id[at].iterfind(f"{W}{kind}")
        based = by_id[at].find(f"{W}basedOn")
        at = None if based is None else based.get(f"{W}val")
    yield from styles.iterfind(f"{W}docDefaults/{W}{kind}Default/{W}{kind}")


def _rebased(style: Element) -> Element:
    """Our style on our ground in place of the office's normal text."""
    new = deepcopy(style)
    based = new.find(f"{W}basedOn")
    if based is not None and based.get(f"{W}val") == "Normal" and new.get(f"{W}styleId") != "Footer":
        based.set(f"{W}val", _DASAR)
    return new


def _dress(new: Element, old: Element) -> None:
    """Give a measured style what the office may change of it."""
    properties, theirs = new.find(f"{W}rPr"), old.find(f"{W}rPr")
    if properties is None or theirs is None:
        return
    for name in _RUPA:
        wanted = theirs.find(f"{W}{name}")
        if wanted is not None:
            for own in properties.findall(f"{W}{name}"):
                properties.remove(own)
            properties.append(deepcopy(wanted))
    properties[:] = sorted(properties, key=lambda node: _RPR.index(node.tag))


def _shrink(style: Element, share: float) -> None:
    for size in style.iter(f"{W}sz", f"{W}szCs"):
        if size.get(f"{W}val", "").isdecimal():
            size.set(f"{W}val", str(max(2, round(int(size.get(f"{W}val")) * share))))


def _exact(style: Element) -> None:
    """Lines exactly as high as they were measured, where the style has a size of its own."""
    size, properties = style.find(f"{W}rPr/{W}sz"), style.find(f"{W}pPr")
    if size is None or properties is None:
        return
    spacing = properties.find(f"{W}spacing")
    if spacing is None:
        at = sum(node.tag in _PPR_BEFORE_SPACING for node in properties)
        spacing = properties.makeelement(f"{W}spacing", {})
        properties.insert(at, spacing)
    if spacing.get(f"{W}lineRule") != "exact":
        spacing.set(f"{W}line", str(round(int(size.get(f"{W}val")) / _SETENGAH * _BARIS * _TWIP)))
        spacing.set(f"{W}lineRule", "exact")
