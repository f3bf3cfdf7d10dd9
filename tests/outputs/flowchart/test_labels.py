"""Where labels stand: so that a reader sees at once whose they are."""

from extractors.boxes import Box
from pipeline.outputs.flowchart.labels import Around, place_labels
from pipeline.outputs.flowchart.model import Point


def test_a_label_stays_in_the_row_of_its_symbol_where_the_lane_is_at_the_edge_of_the_table() -> None:
    onward: tuple[Point, ...] = ((22.5, 77.2), (22.5, 93.2))
    ahead: tuple[Point, ...] = ((8.8, 68.5), (3.9, 68.5), (3.9, 133.5), (195.3, 133.5))
    around = Around(
        simbol=[("keputusan", Box(8.8, 59.7, 36.1, 77.2)), ("keputusan", Box(8.8, 93.2, 36.1, 110.7))],
        garis=[(0, onward), (1, ahead)],
        tegak=[0.5, 46.5, 93.0],
        datar=[0.0, 29.0, 56.0, 86.0, 120.0, 150.0],
        daerah=Box(0.5, 0.0, 280.0, 150.0),
    )
    yes, no = place_labels([(0, "Ya"), (1, "Tidak")], around, 6.5)
    assert 77.0 < yes.kotak.y0 < 86.0
    # Below the rule at 86 it would be read as the answer of the second decision.
    assert no.kotak.y1 > 56.0
    assert no.kotak.y0 < 86.0
    assert no.kotak.x0 >= around.daerah.x0
