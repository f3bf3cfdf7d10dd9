"""What arrows and the side of a symbol enclose is no symbol."""

from extractors.boxes import Box
from extractors.raster.drawing.meshes import without_meshes
from extractors.sheets import Drawing

DIAMOND = Drawing("contour", Box(420, 160, 450, 195), raut="wajik", keyakinan=0.98)


def mesh(box: Box, raut: str = "segi_lima", keyakinan: float = 0.85) -> Drawing:
    return Drawing("contour", box, raut=raut, keyakinan=keyakinan)


def test_a_mesh_beside_a_decision_goes() -> None:
    assert without_meshes([mesh(Box(410, 150, 436, 180)), DIAMOND]) == [DIAMOND]


def test_a_large_mesh_of_no_form_goes_too() -> None:
    assert without_meshes([DIAMOND, mesh(Box(250, 120, 436, 180), "", 0.0)]) == [DIAMOND]


def test_symbols_side_by_side_stay() -> None:
    beside = mesh(Box(451, 150, 480, 180), "kotak", 0.9)
    assert without_meshes([DIAMOND, beside]) == [DIAMOND, beside]


def test_both_outlines_of_a_thick_symbol_stay() -> None:
    inner = mesh(Box(423, 163, 447, 192), "wajik", 0.95)
    assert without_meshes([DIAMOND, inner]) == [DIAMOND, inner]


def test_a_symbol_of_a_surer_form_stays() -> None:
    sure = mesh(Box(410, 150, 436, 180), "kotak", 0.99)
    assert sure in without_meshes([DIAMOND, sure])


def test_a_pentagon_is_a_mesh_however_sure() -> None:
    cut = mesh(Box(410, 150, 436, 180), "segi_lima", 0.99)
    assert without_meshes([cut, DIAMOND]) == [DIAMOND]


def test_a_likely_box_shows_what_is_much_less_likely_to_be_a_mesh() -> None:
    box = mesh(Box(351, 401, 396, 420), "kotak", 0.79)
    between, other = mesh(Box(342, 411, 373, 438), "kotak", 0.55), mesh(Box(380, 410, 410, 430), "bulat", 0.7)
    assert without_meshes([between, box, other]) == [box, other]
