"""Ways that share lines: which of them are meant."""

import random
from dataclasses import replace

import pytest

from extractors.flow.tracing import Way
from extractors.flow.whole import DOUBT, MOST, Nature, chosen
from extractors.symbols import TUNGGAL


def way(dari: int, ke: int, *, panah: bool = False, polos: bool = False, bagian: int = 0) -> Way:
    return Way(dari, ke, ((0, 0), (10, 10)), True, 0.9, dari_panah=panah, ke_polos=polos, bagian=bagian)


def ends(found: list[tuple[Way, float]]) -> set[tuple[int | None, int | None]]:
    return {(way.dari, way.ke) for way, _ in found}


def test_a_return_ends_where_the_way_on_begins():
    # Symbol 2 is a decision; its return to 0 ends at the line from 0 to 1, which has an arrow at either end.
    nature = Nature({0: 0, 1: 1, 2: 2, 3: 3}, {2})
    shared = [way(2, 0), way(2, 1), way(0, 1, panah=True), way(1, 0, panah=True)]
    others = [way(1, 2, bagian=1), way(2, 3, bagian=2)]
    assert ends(chosen([*shared, *others], nature)) == {(2, 0), (0, 1), (1, 2), (2, 3)}


def test_a_line_with_two_ends_is_no_question():
    found = chosen([way(1, 0, bagian=3), way(4, 5, bagian=4)], Nature({0: 0, 1: 1, 4: 4, 5: 5}, ()))
    assert ends(found) == {(1, 0), (4, 5)}
    assert all(share == 1.0 for _, share in found)


def test_of_a_line_to_a_decision_without_any_head_nothing_is_chosen():
    assert chosen([way(0, 1, polos=True)], Nature({0: 0, 1: 1}, {1})) == []


@pytest.mark.parametrize("size", [1, 2, 3, MOST, MOST + 1, 40])
def test_any_ways_are_chosen_from(size: int):
    rng = random.Random(size)
    nature = Nature({at: at // 2 for at in range(8)}, {1, 5})
    for _ in range(40 if size < MOST else 2):
        ways = [
            way(
                *rng.sample(range(8), 2),
                panah=rng.random() < 0.3,
                polos=rng.random() < 0.5,
                bagian=rng.randint(-1, 2),
            )
            for _ in range(size)
        ]
        assert all(each in ways for each, _ in chosen(ways, nature))


def test_two_that_run_into_one_line_both_lead_to_its_head():
    found = chosen([way(0, 2), way(1, 2)], Nature({0: 0, 1: 0, 2: 1}, ()))
    assert ends(found) == {(0, 2), (1, 2)}


def test_a_choice_between_equals_is_doubtful():
    nature = Nature({0: 0, 1: 4, 2: 8}, ())
    found = chosen([way(0, 1), way(0, 2), way(1, 2, panah=True), way(2, 1, panah=True)], nature)
    assert {share for _, share in found} <= {1.0, DOUBT}
    assert {way.ke for way, _ in found} == {1, 2}


def test_letters_beside_a_line_do_not_hide_which_ways_are_meant():
    # The return of decision 3 begins where the way from 2 ends and meets that from 0 to 1; letters seem to lead on, too.
    nature = Nature({0: 0, 1: 1, 2: 2, 3: 3, 4: 4}, {3})
    straight = [way(2, 3), way(2, 0), way(2, 1)]
    turned = [(3, 0), (3, 1), (0, 1), (1, 0), (0, 3), (1, 3)]
    shared = [*straight, *(way(a, b, panah=True) for a, b in turned)]
    round_about = [replace(each, course=((0, 0), (0, 90), (10, 10)), keyakinan=0.8) for each in shared]
    others = [way(1, 2, bagian=1), way(3, 4, bagian=2)]
    found = chosen([*shared, *round_about, *others], nature)
    assert ends(found) == {(0, 1), (1, 2), (2, 3), (3, 4), (3, 0)}
    assert all(each in shared for each, _ in found if each.bagian == 0)


def test_a_decision_is_reached_where_the_name_of_its_way_back_hides_the_head():
    # From 2 to decision 3 and back from there to 1, over the line from 1 to 2: only the heads at 1 and 2 are seen.
    nature = Nature({0: 0, 1: 1, 2: 2, 3: 3, 4: 4}, {3})
    shared = [way(3, 1), way(2, 1), way(3, 2), way(2, 1, panah=True), way(1, 2, panah=True)]
    hidden = [way(2, 3, polos=True), way(1, 3, panah=True, polos=True), way(3, 2, polos=True)]
    others = [way(0, 1, bagian=1), way(3, 4, bagian=2)]
    found = chosen([*shared, *hidden, *others], nature)
    assert ends(found) == {(0, 1), (1, 2), (2, 3), (3, 1), (3, 4)}


def test_a_row_without_symbols_is_not_passed():
    nature = Nature({0: 0, 1: 2, 2: 3}, ())
    assert not nature.passes(0, 1)
    assert nature.passes(0, 2)
    assert nature.passes(2, 0)


def test_a_head_that_the_name_of_a_way_out_feigns_needs_no_way_that_ends_there():
    # The return of decision 2 meets the line from 0 to 1; heads are seen at all three ends.
    nature = Nature({0: 0, 1: 1, 2: 2, 3: 3}, {2})
    shared = [way(a, b) for a in (0, 1, 2) for b in (0, 1, 2) if a != b]
    others = [way(1, 2, bagian=1), way(2, 3, bagian=2)]
    found = [each for each, _ in chosen([*shared, *others], nature)]
    assert sorted((each.dari, each.ke) for each in found) == [(0, 1), (1, 2), (2, 0), (2, 3)]


def test_what_the_next_best_reading_without_a_way_is_odder_by_is_told():
    nature = Nature({0: 0, 1: 1, 2: 2, 3: 3}, {2})
    shared = [way(2, 0), way(2, 1), way(0, 1, panah=True), way(1, 0, panah=True)]
    found = chosen([*shared, way(1, 2, bagian=1), way(2, 3, bagian=2)], nature)
    told = {(way.dari, way.ke): way.selisih for way, _ in found}
    assert 0 < told[2, 0] < TUNGGAL
    assert told[1, 2] == told[2, 3] == TUNGGAL  # no other way shares their lines
