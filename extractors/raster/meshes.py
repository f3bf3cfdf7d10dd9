"""Meshes between lines and symbols: what arrows, rules and the side of a symbol enclose together is no symbol.

Such a mesh has the symbol's slanted side for its own, so the boxes around both share a corner, which those of two
symbols never do; and whatever form it has by chance, the symbol has its form more surely.
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


def without_meshes(drawings: Sequence[Drawing]) -> list[Drawing]:
    """Closed shapes without those that share a corner of their box with a symbol of a surer form."""
    sure = [drawing for drawing in drawings if drawing.raut and drawing.keyakinan >= SURE]
    return [one for one in drawings if not any(_is_mesh(one, other) for other in sure)]


def _is_mesh(one: Drawing, symbol: Drawing) -> bool:
    if one.fill or symbol.fill or one.keyakinan >= symbol.keyakinan:
        return False
    share = shared(one.box, symbol.box) / max(1e-6, min(one.box.area, symbol.box.area))
    return SHARED < share < INSIDE
