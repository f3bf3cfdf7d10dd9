"""What speaks for and against an edge whose line was followed in pixels, as numbers that ``normalizers.keyakinan_alur`` weighs.

A way that was followed may still be another's: its head was not seen, its lines can be read in two ways, a symbol was
missed or taken for one of another kind. That shows in how the way fits the rest of the flow, of which the standard says
what it looks like.
"""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from extractors.flow.branches import BRANCHES
from extractors.flow.whole import Nature
from extractors.symbols import TUNGGAL, Edge, Symbol


def signs(
    edges: Sequence[Edge], symbols: Sequence[Symbol], steps: Mapping[int, int]
) -> list[dict[str, float]]:
    """The signs of each edge of a flow, by name.

    Args:
        edges: of the flow, all of them.
        symbols: that they lie between.
        steps: the row of each symbol.
    """
    decisions = {at for at, symbol in enumerate(symbols) if symbol.simbol == "keputusan"}
    nature = Nature(steps, decisions)
    traced = [edge for edge in edges if edge.terlacak]
    leaving: defaultdict[int, list[Edge]] = defaultdict(list)
    for edge in traced:
        leaving[edge.dari].append(edge)
    into = Counter(edge.ke for edge in traced)
    known = {(edge.dari, edge.ke) for edge in edges}
    loose = _loose(traced, steps)

    def of(edge: Edge) -> dict[str, float]:
        one, other = steps.get(edge.dari, 0), steps.get(edge.ke, 0)
        decides, back, past = edge.dari in decisions, other < one, nature.passes(edge.dari, edge.ke)
        others = [way for way in leaving[edge.dari] if way is not edge]
        named = any(way.label for way in others)
        ends = [symbols[end] for end in (edge.dari, edge.ke)]
        told = {
            "lompat": past and not back and not decides,
            "lompat_cabang": past and not back and decides,
            "lewat_kosong": other - one > 1 and not past,
            "mundur": back and not decides,
            "mundur_cabang": back and decides,
            "sebaris": one == other,
            "tanpa_panah": not edge.berpanah,
            "tanpa_nama": decides and not edge.label and not named,
            "tanpa_nama_lain": decides and not edge.label and named,
            "cabang_tunggal": decides and not others,
            "bernama": bool(edge.label) and not decides,
            "nama_terbalik": edge.label is not None and back == (edge.label == "Ya"),
            "lebih_keluar": len(others) + 1 > (BRANCHES if decides else 1),
            "lebih_masuk": into[edge.ke] > 1,
            "bolak_balik": (edge.ke, edge.dari) in known,
            "penyambung": any(symbol.simbol == "konektor" for symbol in ends),
            "tak_dikenal": any(symbol.simbol is None for symbol in ends),
        }
        return {
            "lacak": edge.keyakinan,
            "rupa": min(symbol.keyakinan for symbol in ends),
            "dua_baca": 1.0 - edge.selisih / TUNGGAL,
            "lepas": loose,
        } | {name: float(holds) for name, holds in told.items()}

    return [of(edge) for edge in edges]


def _loose(traced: Sequence[Edge], steps: Mapping[int, int]) -> float:
    """The share of the ends that symbols have at least, one in and one out but for the first and the last row, where no line was followed."""
    if not steps:
        return 1.0
    out, into = ({getattr(edge, end) for edge in traced} for end in ("dari", "ke"))
    first, last = min(steps.values()), max(steps.values())
    lacking = sum(
        (at not in out and row != last) + (at not in into and row != first) for at, row in steps.items()
    )
    return lacking / (2 * len(steps))
