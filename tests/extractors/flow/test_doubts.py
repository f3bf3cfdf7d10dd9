"""What speaks against an edge that was followed in pixels."""

from extractors.boxes import Box
from extractors.flow.doubts import signs
from extractors.symbols import TUNGGAL, Edge, Simbol, Symbol


def symbol(simbol: Simbol, row: int) -> Symbol:
    return Symbol(simbol, 1, Box(0, 50 * row, 40, 50 * row + 30), 0.9)


SYMBOLS = [symbol("terminator", 0), symbol("proses", 1), symbol("keputusan", 2), symbol("terminator", 3)]
STEPS = {0: 0, 1: 1, 2: 2, 3: 3}


def edge(dari: int, ke: int, label: str | None = None, *, selisih: float = TUNGGAL) -> Edge:
    return Edge(dari, ke, label, True, 0.9, (), True, selisih)  # type: ignore[arg-type]


FLOW = [edge(0, 1), edge(1, 2), edge(2, 3, "Ya"), edge(2, 1, "Tidak")]


def against(told: dict[str, float]) -> set[str]:
    return {name for name, value in told.items() if value and name not in ("lacak", "rupa")}


def test_of_a_flow_as_the_standard_asks_only_what_shares_its_ends_is_doubtful() -> None:
    assert [against(told) for told in signs(FLOW, SYMBOLS, STEPS)] == [
        {"lebih_masuk"},
        {"bolak_balik"},
        set(),
        {"lebih_masuk", "bolak_balik", "mundur_cabang"},
    ]


def test_a_way_past_a_row_that_leaves_no_decision_says_so() -> None:
    told = signs([*FLOW, edge(1, 3)], SYMBOLS, STEPS)[-1]
    assert {"lompat", "lebih_keluar"} <= against(told)


def test_a_row_passed_in_which_no_symbol_was_seen_says_so() -> None:
    told = signs([edge(0, 2)], SYMBOLS, {0: 0, 2: 2, 3: 3})[0]
    assert "lewat_kosong" in against(told)
    assert "lompat" not in against(told)


def test_a_decision_lacking_names_says_whether_the_other_way_has_one() -> None:
    assert "tanpa_nama" in against(signs([edge(2, 3), edge(2, 1)], SYMBOLS, STEPS)[0])
    assert "tanpa_nama_lain" in against(signs([edge(2, 3), edge(2, 1, "Tidak")], SYMBOLS, STEPS)[0])


def test_a_name_that_leads_the_other_way_says_so() -> None:
    assert "nama_terbalik" in against(signs([edge(2, 1, "Ya")], SYMBOLS, STEPS)[0])


def test_a_second_reading_that_is_nearly_as_good_weighs_more() -> None:
    slight, clear = (signs([edge(0, 1, selisih=by)], SYMBOLS, STEPS)[0]["dua_baca"] for by in (0.2, 3.0))
    assert slight > clear > 0


def test_ends_that_no_line_was_followed_to_are_counted() -> None:
    assert signs(FLOW, SYMBOLS, STEPS)[0]["lepas"] == 0
    assert signs(FLOW[:1], SYMBOLS, STEPS)[0]["lepas"] > 0.4
