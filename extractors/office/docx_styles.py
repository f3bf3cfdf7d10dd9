"""Styles of a Word document: a property as it holds for a paragraph, from itself, its style or the defaults."""

from extractors.office.package import Element, Package
from extractors.office.wordml import at, local, switch, val

_MAX_CHAIN = 20
_SIZE = 11.0


class Styles:
    """The styles of a document, each with the one that it is based on."""

    def __init__(self, root: Element | None) -> None:
        self._styles: dict[str, Element] = {}
        self._defaults: Element | None = None
        self._normal: str | None = None
        self._found: dict[tuple[str, str], Element | None] = {}
        for child in root if root is not None else ():
            if local(child) == "docDefaults":
                self._defaults = child
            elif local(child) == "style":
                name = val(child, "styleId") or ""
                self._styles.setdefault(name, child)
                if val(child, "type") == "paragraph" and val(child, "default") in ("1", "true"):
                    self._normal = name

    def of(self, paragraph: Element) -> str | None:
        """The style of a paragraph."""
        return val(at(paragraph, "pPr/pStyle")) or self._normal

    def find(self, style: str | None, path: str) -> Element | None:
        """The element at a path in a style or in those it is based on."""
        if style is None:
            return None
        if (style, path) not in self._found:
            self._found[style, path] = self._search(style, path)
        return self._found[style, path]

    def _search(self, style: str, path: str) -> Element | None:
        name: str | None = style
        for _ in range(_MAX_CHAIN):
            element = self._styles.get(name) if name else None
            if element is None:
                return None
            found = at(element, path)
            if found is not None:
                return found
            name = val(at(element, "basedOn"))
        return None

    def paragraph(self, properties: Element | None, style: str | None, path: str) -> Element | None:
        """A property as it holds for a paragraph that has this ``pPr`` and this style."""
        found = at(properties, path) if properties is not None else None
        if found is None:
            found = self.find(style, f"pPr/{path}")
        if found is None and self._defaults is not None:
            found = at(self._defaults, f"pPrDefault/pPr/{path}")
        return found

    def size(self, paragraph: Element, style: str | None) -> float:
        """The usual size of a paragraph's characters in points."""
        found = at(paragraph, "r/rPr/sz")
        if found is None:
            found = self.find(style, "rPr/sz")
        if found is None and self._defaults is not None:
            found = at(self._defaults, "rPrDefault/rPr/sz")
        try:
            return min(max(float(val(found) or "") / 2, 1.0), 100.0)
        except ValueError:
            return _SIZE

    def hides(self, run: Element, style: str | None) -> bool:
        """Whether a run of a paragraph in that style is hidden text."""
        own = at(run, "rPr/vanish")
        if own is None:
            own = self.find(val(at(run, "rPr/rStyle")), "rPr/vanish")
        if own is None:
            own = self.find(style, "rPr/vanish")
        return switch(own)


def styles_of(package: Package, main: str) -> Styles:
    """The styles of the document whose main part is named."""
    part = next((r.target for r in package.relations(main).values() if r.jenis == "styles"), "")
    return Styles(package.xml(part) if part in package else None)
