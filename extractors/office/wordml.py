"""WordprocessingML at the level of elements: names, values, switches, lengths, and wrappers that mean nothing."""

from collections.abc import Iterator
from functools import lru_cache

from extractors.office.package import Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
TWIP = 1 / 20
"""Points in a twentieth of a point, Word's unit of length."""
EMU = 1 / 12700
"""Points in an English Metric Unit, the unit of drawings."""

_WRAPPERS = frozenset(
    ("sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag", "hyperlink", "fldSimple")
)
_OFF = frozenset(("0", "false", "off", "none"))
_UNDERSTOOD = frozenset(("wps", "wpg", "wpc", "wp14", "w14", "w15", "a14", "pic", "m", "cx"))


def local(element: Element) -> str:
    """The name of an element without its namespace; empty for what is no element."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def at(element: Element, path: str) -> Element | None:
    """The first element at a path of local names: ``pPr/numPr/numId``; each step takes the first of its name."""
    for end in _steps(path):
        # lxml's own search for a name in any namespace is several times slower.
        for child in element:
            if isinstance(child.tag, str) and child.tag.endswith(end):
                element = child
                break
        else:
            return None
    return element


@lru_cache(maxsize=512)
def _steps(path: str) -> tuple[str, ...]:
    return tuple("}" + name for name in path.split("/"))


def val(element: Element | None, name: str = "val") -> str | None:
    """An attribute of Word's own namespace."""
    return None if element is None else element.get(W + name)


def switch(element: Element | None) -> bool:
    """Whether an on-off element is there and on."""
    return element is not None and (val(element) or "1").casefold() not in _OFF


def number(text: str | None, default: float = 0.0) -> float:
    """A number as written in an attribute; the default where it is none, or beyond all measure."""
    try:
        value = float(text or "")
    except ValueError:
        return default
    return value if abs(value) < 1e9 else default


def twips(element: Element | None, name: str = "val") -> float:
    """A length attribute in points."""
    return number(val(element, name)) * TWIP


def chosen(alternate: Element) -> Element | None:
    """The one branch of an AlternateContent that counts: the choice if it is understood, else the fallback."""
    for branch in alternate:
        name = local(branch)
        if name == "Fallback":
            return branch
        if name == "Choice" and set((branch.get("Requires") or "").split()) <= _UNDERSTOOD:
            return branch
    return None


def children(element: Element, *names: str) -> Iterator[Element]:
    """The children of these names, also within content controls and the like, and in the branch that counts."""
    for child in element:
        name = local(child)
        if name in names:
            yield child
        elif name in _WRAPPERS:
            yield from children(child, *names)
        elif name == "AlternateContent":
            branch = chosen(child)
            if branch is not None:
                yield from children(branch, *names)
