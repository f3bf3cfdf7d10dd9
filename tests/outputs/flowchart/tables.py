"""Tables to lay out: drawn by hypothesis, and the plain ones that offices write."""

from hypothesis import strategies as st

from pipeline.outputs.flowchart.model import EdgeIn, Geometry, RowIn

WIDTHS = {1: 80.0, 2: 70.0, 3: 60.0, 4: 55.0, 5: 52.0, 6: 48.0, 7: 42.0, 8: 38.0, 9: 36.0, 10: 34.0, 11: 31.0}
SIMBOL = ("terminator", "proses", "keputusan", "konektor", "√")


def geometry(columns: int) -> Geometry:
    return Geometry((WIDTHS.get(columns, 30.0),) * columns, 150.0, 330.0, 390.0, 110.0)


@st.composite
def tables(draw: st.DrawFn) -> tuple[list[RowIn], list[EdgeIn], Geometry]:
    """Any rows with any edges between them, also to cells without a symbol."""
    columns = draw(st.integers(1, 12))
    rows = []
    for _ in range(draw(st.integers(1, 14))):
        cells: list[tuple[str, ...]] = [()] * columns
        for _ in range(draw(st.integers(0, min(3, columns)))):
            cells[draw(st.integers(0, columns - 1))] = tuple(
                draw(st.lists(st.sampled_from(SIMBOL), min_size=1, max_size=2))
            )
        rows.append(RowIn(draw(st.floats(10, 120)), tuple(cells)))
    cell = st.tuples(st.integers(0, len(rows) - 1), st.integers(0, columns - 1))
    held = [(at, c) for at, row in enumerate(rows) for c, simbol in enumerate(row.simbol) if simbol]
    ends = st.one_of(st.sampled_from(held), cell) if held else cell
    edge = st.builds(EdgeIn, ends, ends, st.sampled_from(["", "Ya", "Tidak"]))
    return rows, draw(st.lists(edge, max_size=18)), geometry(columns)


def usual(steps: int, columns: int, back: int = 2) -> tuple[list[RowIn], list[EdgeIn], Geometry]:
    """Steps one after the other in changing columns; each fourth decides, and leads back when it says Tidak."""
    place = [(at, (at * 3 + at // 4) % columns) for at in range(steps)]
    rows, edges = [], []
    for at, column in place:
        last = at in (0, steps - 1)
        simbol = "terminator" if last else "keputusan" if at % 4 == 3 else "proses"
        cells: list[tuple[str, ...]] = [()] * columns
        cells[column] = (simbol,)
        rows.append(RowIn(26.0 + 8.0 * (at % 3), tuple(cells)))
        if at + 1 < steps:
            edges.append(EdgeIn(place[at], place[at + 1], "Ya" if simbol == "keputusan" else ""))
        if simbol == "keputusan":
            edges.append(EdgeIn(place[at], place[max(0, at - back)], "Tidak"))
    return rows, edges, geometry(columns)
