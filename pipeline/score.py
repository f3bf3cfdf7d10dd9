"""How well canonical output meets the truth: precision, recall and F1 per field, and whole documents.

A truth file has the contract's shape and may be partial: only the keys that it has are judged.
A value ``{"salah_satu": [...]}`` accepts any of its members, null included; an actor of a step may be
named by its column's ``label`` instead of an ``id``. ``temuan_wajib`` lists
JSON Pointers at or below which a finding must stand; other findings are not judged. Every stated
value is one fact, which is right, wrong, missed or made up:

    recall    = right / facts in the truth
    precision = right / facts in the output
"""

import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, Final

from normalizers.fuzzy import ratio

Json = Any
"""What json.loads gives."""

_PROSE: Final = frozenset(
    [
        *("jabatan", "kelengkapan", "keterangan", "keterkaitan", "kualifikasi_pelaksana", "label", "lembaga"),
        *("nama", "nama_sop", "output", "pemerintah", "pencatatan_pendataan", "peralatan_perlengkapan"),
        *("peringatan", "tentang", "teks", "unit", "uraian"),
    ]
)
"""Keys whose texts need only be alike; all others must be equal but for case, blanks and punctuation."""
_ALIKE: Final = 0.9
_SHORT: Final = 8
_SAME_ITEM: Final = 0.5
"""List items less alike than this are not the same item."""
_TELLING: Final[Mapping[str, tuple[str, ...]]] = {
    "alur": ("dari", "ke", "label"),
    "dasar_hukum": ("tentang", "nomor", "tahun"),
    "lembaran": ("jenis", "nomor"),
    "pelaksana": ("label",),
    "prosedur": ("uraian", "no"),
    "tanda": ("aktor",),
}
"""What tells items of a list of objects apart, the most telling key first."""
_UNORDERED: Final = frozenset(["alur", "lembaran", "tanda"])
_NOT_JUDGED: Final = frozenset(["versi_skema", "id", "sumber", "temuan", "temuan_wajib", "bukti"])
_APART = re.compile(r"[^0-9a-z%+]+")
_DIGITS = re.compile(r"\d+")


@dataclass(slots=True)
class Hitung:
    """The facts of one field: in the truth, in the output, and in both."""

    benar: int = 0
    kebenaran: int = 0
    hasil: int = 0

    @property
    def recall(self) -> float:
        """The share of the truth that was found."""
        return self.benar / self.kebenaran if self.kebenaran else 1.0

    @property
    def presisi(self) -> float:
        """The share of the output that is true."""
        return self.benar / self.hasil if self.hasil else 1.0

    @property
    def f1(self) -> float:
        """The harmonic mean of both."""
        total = self.kebenaran + self.hasil
        return 2 * self.benar / total if total else 1.0


@dataclass(frozen=True, slots=True)
class Meleset:
    """One fact that is wrong, missed or made up."""

    lokasi: str
    kebenaran: Json
    hasil: Json


@dataclass(slots=True)
class Nilai:
    """The score of one document, or of many: facts by field (``prosedur.waktu.nilai``) and what went wrong."""

    bidang: dict[str, Hitung] = field(default_factory=dict)
    meleset: list[Meleset] = field(default_factory=list)

    @property
    def utuh(self) -> bool:
        """Whether nothing is wrong, missed or made up."""
        return not self.meleset

    @property
    def semua(self) -> Hitung:
        """The facts of all fields together."""
        counts = self.bidang.values()
        return Hitung(
            sum(h.benar for h in counts), sum(h.kebenaran for h in counts), sum(h.hasil for h in counts)
        )

    def add(self, other: "Nilai") -> None:
        """Counts another score in."""
        for name, counts in other.bidang.items():
            mine = self.bidang.setdefault(name, Hitung())
            mine.benar += counts.benar
            mine.kebenaran += counts.kebenaran
            mine.hasil += counts.hasil
        self.meleset += other.meleset


def score(truth: Mapping[str, Json], output: Mapping[str, Json] | None) -> Nilai:
    """The score of one canonical document against its truth; an absent one misses everything."""
    judged = {key: value for key, value in _by_label(truth).items() if key not in _NOT_JUDGED}
    nilai = _compare("", "", judged, _by_label(output or {}))
    found = [temuan["lokasi"] for temuan in (output or {}).get("temuan") or []]
    for pointer in truth.get("temuan_wajib") or []:
        hit = any(lokasi == pointer or lokasi.startswith(f"{pointer}/") for lokasi in found)
        nilai.add(_fact("temuan", pointer, "temuan", "temuan" if hit else None))
    return nilai


def _by_label(sop: Mapping[str, Json]) -> dict[str, Json]:
    """The document with the actors of its steps called by their column's label: ids are the writer's choice."""
    columns = sop.get("pelaksana") or []
    labels = {column.get("id", column["label"]): column["label"] for column in columns}
    steps = []
    for step in sop.get("prosedur") or []:
        renamed = dict(step)
        if "pelaksana" in renamed:
            marks = renamed.pop("pelaksana") or []
            renamed["tanda"] = [
                {"aktor": _actor(mark, labels), "simbol": mark.get("simbol")} for mark in marks
            ]
        steps.append(renamed)
    renamed_sop = {key: value for key, value in sop.items() if key != "prosedur"}
    if "pelaksana" in sop:
        renamed_sop["pelaksana"] = [{k: v for k, v in column.items() if k != "id"} for column in columns]
    return renamed_sop | ({"prosedur": steps} if "prosedur" in sop else {})


def _actor(mark: Mapping[str, Json], labels: Mapping[str, str]) -> Json:
    """The label of a mark's column; a truth may name it outright."""
    return mark["label"] if "label" in mark else labels.get(mark["id"], mark["id"])


def _compare(name: str, where: str, truth: Json, output: Json) -> Nilai:
    """The score of a value of any shape; ``name`` is the field's, ``where`` a pointer for the reader."""
    if isinstance(truth, dict) and "salah_satu" in truth:
        scores = [_compare(name, where, option, output) for option in truth["salah_satu"]]
        return max(scores, key=lambda nilai: (nilai.utuh, nilai.semua.f1))
    if isinstance(truth, dict):
        other = output if isinstance(output, dict) else {}
        return _sum(_compare(_join(name, k), f"{where}/{k}", v, other.get(k)) for k, v in truth.items())
    if isinstance(truth, list):
        return _compare_lists(name, where, truth, output if isinstance(output, list) else [])
    if isinstance(output, dict | list):  # the truth states nothing here
        return _sum(_fact(name, where, None, leaf) for leaf in _leaves(output))
    return _fact(name, where, truth, output)


def _compare_lists(name: str, where: str, truth: Sequence[Json], output: Sequence[Json]) -> Nilai:
    kind = name.rpartition(".")[2]
    if kind in _UNORDERED:
        truth, output = sorted(truth, key=_fold_item), sorted(output, key=_fold_item)
    keys = {key for item in truth if isinstance(item, dict) for key in item}
    nilai = Nilai()
    for i, j in align(truth, output, lambda a, b: _likeness(kind, a, b)):
        if j is None:
            nilai.add(_compare(name, f"{where}/{i}", truth[i or 0], None))
        elif i is None:
            nilai.add(_made_up(name, f"{where}/{j}", output[j], keys))
        else:
            nilai.add(_compare(name, f"{where}/{i}", truth[i], output[j]))
    return nilai


def _made_up(name: str, where: str, item: Json, keys: set[str]) -> Nilai:
    """The score of a list item that the truth has not: each value of the judged keys is made up."""
    if not isinstance(item, dict):
        return _fact(name, where, None, item)
    judged = {key: value for key, value in item.items() if key in keys or not keys}
    return _sum(_compare(_join(name, key), f"{where}/{key}", None, value) for key, value in judged.items())


def _fact(name: str, where: str, truth: Json, output: Json) -> Nilai:
    """The score of one value."""
    if _empty(truth) and _empty(output):
        return Nilai()
    right = not _empty(truth) and not _empty(output) and _same(name.rpartition(".")[2], truth, output)
    counts = Hitung(int(right), int(not _empty(truth)), int(not _empty(output)))
    return Nilai({name: counts}, [] if right else [Meleset(where, truth, output)])


def _same(key: str, truth: Json, output: Json) -> bool:
    if isinstance(truth, int | float) and isinstance(output, int | float):
        return abs(truth - output) < 1e-6
    options = str(truth).split("|") if key == "anggota" else [str(truth)]
    text = fold(str(output))
    return any(text == fold(option) or (key in _PROSE and _alike(fold(option), text)) for option in options)


def _alike(a: str, b: str) -> bool:
    """Whether two folded texts differ in a few letters at most, and in no digit."""
    return len(a) > _SHORT and _DIGITS.findall(a) == _DIGITS.findall(b) and ratio(a, b) >= _ALIKE


def _likeness(kind: str, truth: Json, output: Json) -> float:
    """How alike two list items are, 0..1."""
    if isinstance(truth, dict) and "salah_satu" in truth:
        return max(_likeness(kind, option, output) for option in truth["salah_satu"])
    if not isinstance(truth, dict) or not isinstance(output, dict):
        a, b = _fold_item(truth), _fold_item(output)
        return ratio(a, b) if a and b else 0.5 * (a == b)
    keys = [key for key in _TELLING.get(kind, tuple(truth)) if key in truth]
    weights = [2.0 if position == 0 else 1.0 for position in range(len(keys))]
    found = sum(w * _likeness(key, truth[key], output.get(key)) for w, key in zip(weights, keys, strict=True))
    return found / sum(weights) if keys else 0.0


def align(
    truth: Sequence[Json], output: Sequence[Json], likeness: Callable[[Json, Json], float]
) -> Iterator[tuple[int | None, int | None]]:
    """The pairing of two ordered lists that is most alike over all; None on the side without a counterpart."""
    n, m = len(truth), len(output)
    alike = [[likeness(a, b) for b in output] for a in truth]
    best = [[0.0] * (m + 1) for _ in range(n + 1)]
    for i in range(n - 1, -1, -1):
        for j in range(m - 1, -1, -1):
            pair = alike[i][j] + best[i + 1][j + 1] if alike[i][j] >= _SAME_ITEM else -1.0
            best[i][j] = max(pair, best[i + 1][j], best[i][j + 1])
    i = j = 0
    while i < n or j < m:
        if i < n and j < m and alike[i][j] >= _SAME_ITEM and best[i][j] == alike[i][j] + best[i + 1][j + 1]:
            yield i, j
            i, j = i + 1, j + 1
        elif i < n and best[i][j] == best[i + 1][j]:
            yield i, None
            i += 1
        else:
            yield None, j
            j += 1


@lru_cache(maxsize=8192)
def fold(text: str) -> str:
    """The text without case, accents, blanks and punctuation."""
    return _APART.sub("", unicodedata.normalize("NFKD", text).casefold())


def _fold_item(item: Json) -> str:
    if isinstance(item, dict):
        return "".join(_fold_item(value) for value in item.values())
    return "" if item is None else fold(str(item))


def _empty(value: Json) -> bool:
    """Whether a value states nothing: the contract's null, its empty lists and its default False."""
    return value is None or value is False or value == [] or (isinstance(value, str) and not fold(value))


def _leaves(value: Json) -> Iterator[Json]:
    if isinstance(value, dict | list):
        for inner in value.values() if isinstance(value, dict) else value:
            yield from _leaves(inner)
    else:
        yield value


def _join(name: str, key: str) -> str:
    return f"{name}.{key}" if name else key


def _sum(scores: Iterator[Nilai]) -> Nilai:
    total = Nilai()
    for nilai in scores:
        total.add(nilai)
    return total
