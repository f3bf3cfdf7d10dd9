"""Lines without arrows within one row lead where the flow lacks a way."""

from extractors.flow.level import along_rows
from extractors.flow.tracing import Way
from extractors.flow.whole import Nature

ACROSS = ((100.0, 50.0), (140.0, 50.0))


def line(dari: int, ke: int, course: tuple[tuple[float, float], ...] = ACROSS) -> Way:
    return Way(dari, ke, course, False, 0.58)


def way(dari: int, ke: int, course: tuple[tuple[float, float], ...] = ((0.0, 0.0), (0.0, 40.0))) -> Way:
    return Way(dari, ke, course, True, 0.97)


def pairs(ways: list[Way]) -> list[tuple[int | None, int | None]]:
    return [(way.dari, way.ke) for way in ways]


def test_a_line_leads_from_what_is_reached_to_what_is_not() -> None:
    # The row is entered at its right-hand symbol and left at the other.
    nature = Nature({0: 0, 1: 1, 2: 1, 3: 2}, ())
    found = along_rows([line(1, 2)], [way(0, 2), way(1, 3)], nature)
    assert pairs(found) == [(2, 1)]
    assert found[0].course == ACROSS[::-1]


def test_a_chain_is_followed_from_where_it_is_entered() -> None:
    nature = Nature({0: 0, 1: 1, 2: 1, 3: 1, 4: 2}, ())
    found = along_rows([line(2, 3), line(1, 2)], [way(0, 1), way(3, 4)], nature)
    assert pairs(found) == [(1, 2), (2, 3)]


def test_what_is_entered_and_left_alone_is_only_tied_to_its_neighbour() -> None:
    nature = Nature({0: 0, 1: 1, 2: 1, 3: 2}, ())
    assert along_rows([line(1, 2)], [way(0, 1), way(1, 3)], nature) == []


def test_a_line_between_decisions_leads_on_where_another_leads_back() -> None:
    nature = Nature({0: 0, 1: 1, 2: 1, 3: 2}, {1, 2})
    back = way(2, 1, ((140.0, 60.0), (140.0, 80.0), (100.0, 80.0), (100.0, 60.0)))
    found = along_rows([line(1, 2)], [way(0, 1), way(1, 0), back, way(2, 3)], nature)
    assert pairs(found) == [(1, 2)]


def test_a_second_trace_of_a_known_line_is_no_other() -> None:
    nature = Nature({0: 0, 1: 1, 2: 1, 3: 2}, {1, 2})
    assert along_rows([line(1, 2)], [way(0, 1), way(2, 1, ACROSS[::-1]), way(2, 3)], nature) == []


def test_a_trunk_that_leads_round_about_is_no_way() -> None:
    nature = Nature({0: 0, 1: 1, 2: 1, 3: 2}, ())
    trunk = line(2, 1, ((140.0, 40.0), (140.0, 10.0), (100.0, 10.0), (100.0, 40.0)))
    assert along_rows([trunk], [way(0, 2), way(1, 3)], nature) == []
