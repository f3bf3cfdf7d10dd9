"""Where a DrawingML element stands in its parent and what it joins: what Word and Excel write alike."""

from extractors.office.package import Element
from extractors.office.wordml import at, local, number

_DEGREES = 1 / 60000
_SHARES = 1 / 100000
_TRUE = ("1", "true")
_LINES = frozenset(["lnTo", "cubicBezTo", "quadBezTo"])


def transform_of(element: Element) -> Element | None:
    """The transform of a shape or of a group, None where it has none of its own."""
    found = at(element, "spPr/xfrm")
    return found if found is not None else at(element, "grpSpPr/xfrm")


def frame(element: Element, name: str) -> tuple[float, float]:
    """A pair of the transform: ``off`` and ``chOff`` are places, ``ext`` and ``chExt`` sizes."""
    transform = transform_of(element)
    pair = at(transform, name) if transform is not None else None
    if pair is None:
        return 0.0, 0.0
    keys = ("cx", "cy") if name.endswith("xt") else ("x", "y")
    return number(pair.get(keys[0])), number(pair.get(keys[1]))


def turn(element: Element) -> float:
    """By how many degrees an element is turned, clockwise."""
    transform = transform_of(element)
    return number(transform.get("rot")) * _DEGREES if transform is not None else 0.0


def flips(element: Element) -> tuple[bool, bool]:
    """Whether an element is mirrored: left to right, and top to bottom."""
    transform = transform_of(element)
    if transform is None:
        return False, False
    return transform.get("flipH") in _TRUE, transform.get("flipV") in _TRUE


def bends(geometry: Element | None) -> list[float]:
    """Where a bent connector turns, as shares of its extent, given its preset geometry."""
    if geometry is None:
        return []
    formulas = [guide.get("fmla") or "" for guide in geometry.iterfind("{*}avLst/{*}gd")]
    return [number(f.removeprefix("val ")) * _SHARES for f in formulas if f.startswith("val ")]


def free_line(element: Element) -> tuple[tuple[float, float], ...]:
    """The corners of a line that was drawn freely, within the unit square; none for an area, or one given by formulas."""
    paths = element.findall("{*}spPr/{*}custGeom/{*}pathLst/{*}path")
    if len(paths) != 1 or paths[0].get("fill") not in ("none", None):
        return ()
    (path,) = paths
    steps = [local(step) for step in path]
    ends = [step.findall("{*}pt")[-1:] for step in path]
    filled = path.get("fill") != "none" and element.find("{*}spPr/{*}noFill") is None
    if filled or steps[:1] != ["moveTo"] or not set(steps[1:]) <= _LINES or not all(ends):
        return ()
    try:
        pairs = [(float(end.get("x", "")), float(end.get("y", ""))) for (end,) in ends]
        width, height = float(path.get("w", "0")), float(path.get("h", "0"))
    except ValueError:
        return ()
    return tuple((x / width if width else 0.0, y / height if height else 0.0) for x, y in pairs)


def has_arrow(end: Element | None) -> bool:
    """Whether the end of a line carries a head."""
    return end is not None and end.get("type", "none") != "none"


def glue(element: Element, path: str, turned: bool) -> tuple[str, str]:
    """The numbers of the shapes that a connector is glued to at its beginning and end, empty where to none.

    Args:
        element: the connector.
        path: from it to the element that says so.
        turned: whether its only arrow stands where it was begun, so that it leads the other way.
    """
    ends = [at(element, f"{path}/{name}") for name in ("stCxn", "endCxn")]
    first, last = ((end.get("id") or "") if end is not None else "" for end in ends)
    return (last, first) if turned else (first, last)
