"""Meshes between lines and symbols: what arrows, rules and the side of a symbol enclose together is no symbol.

Such a mesh has the symbol's slanted side for its own, so the boxes around both share a corner, which those of two
symbols never do; and whatever form it has by chance, the symbol has its form more surely. Only beside a decision that
is not so: a box with one corner cut off is drawn as a pentagon is, and looks like one as surely as the decision does.
"""

from collections.abc import Sequence
from typing import Final

from extractors.boxes import shared
from extractors.sheets import Drawing

SHARED: Final = 0.08
"""Of the smaller box: the least part that a mesh has in common with the box of the symbol."""
INSIDE: Final = 0.7
"""... and the part from which on the one lies inside the other."""
SURE: Final = 0.9
"""How sure the form of a symbol is that shows what lies beside it to be a mesh."""
LIKELY, MARGIN = 0.7, 0.15
"""A form less sure than that does so, too, if it is likely and surer than the mesh's by so much."""


def without_meshes(drawings: Sequence[Drawing]) -> list[Drawing]:
    """Closed shapes without those that share a corner of their box with a symbol of a surer form."""
    likely = [drawing for drawing in drawings if drawing.raut and drawing.keyakinan >= LIKELY]
    return [one for one in drawings if not any(_is_mesh(one, other) for other in likely)]


def _is_mesh(one: Drawing, symbol: Drawing) -> bool:
    if one.fill or symbol.fill or not _is_surer(symbol, one):
        return False
    share = shared(one.box, symbol.box) / max(1e-6, min(one.box.area, symbol.box.area))
    return SHARED < share < INSIDE


def _is_surer(symbol: Drawing, one: Drawing) -> bool:
    """Whether the form of a symbol is so much surer than that of what it shares a corner with that this is a mesh."""
    forms = symbol.raut, one.raut
    if "wajik" in forms and "segi_lima" in forms:
        return symbol.raut == "wajik" and symbol.keyakinan >= SURE
    if symbol.keyakinan >= SURE:
        return symbol.keyakinan > one.keyakinan
    return symbol.keyakinan >= one.keyakinan + MARGIN
