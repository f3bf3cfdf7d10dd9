"""Scoring files: which truth belongs to which output, and whether a score has dropped since the last one kept."""

import json
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any, Final

from pipeline.inputs import WrongUseError
from pipeline.score import Hitung, Nilai, score

Json = Any
_SAME: Final = 5e-5
"""Scores are kept with four decimals."""


@dataclass(frozen=True, slots=True)
class Penilaian:
    """The score of a set.

    Attributes:
        dokumen: name of the truth file -> its score, in order of the names.
        total: all of them together.
        tanpa_kebenaran: ids of the outputs that no truth speaks about.
    """

    dokumen: Mapping[str, Nilai]
    total: Nilai
    tanpa_kebenaran: tuple[str, ...]

    @property
    def utuh(self) -> int:
        """How many documents have nothing wrong, missed or made up."""
        return sum(nilai.utuh for nilai in self.dokumen.values())


def score_paths(truth: Path, output: Path) -> Penilaian:
    """The score of an output file against a truth file, or of a folder of outputs against a folder of truths.

    In folders the truth ``<stem>.json`` is that of the input file of this stem, and
    ``<stem>--<n>.json`` that of the n-th SOP in it.

    Raises:
        WrongUseError: a path does not exist, or a file is no JSON.
    """
    if truth.is_file() and output.is_file():
        return _scored({truth.stem: load(truth)}, {truth.stem: load(output)})
    if not truth.is_dir() or not output.is_dir():
        raise WrongUseError(f"'{truth}' dan '{output}' harus dua berkas JSON, atau dua folder.")
    truths = {path.stem: load(path) for path in sorted(truth.glob("*.json"))}
    if not truths:
        raise WrongUseError(f"Folder '{truth}' tidak berisi berkas JSON.")
    folder = output / "canonical" if (output / "canonical").is_dir() else output
    return _scored(truths, _by_name(folder))


def to_dict(penilaian: Penilaian) -> dict[str, Json]:
    """The score as it is kept in ``corpus/scores.json``: per field, for all facts, and whole documents."""
    fields = {name: _rates(counts) for name, counts in sorted(penilaian.total.bidang.items())}
    return {
        "dokumen": {"utuh": penilaian.utuh, "jumlah": len(penilaian.dokumen)},
        "semua": _rates(penilaian.total.semua),
        "bidang": fields,
    }


def drops(kept: Mapping[str, Json], now: Mapping[str, Json]) -> list[str]:
    """One sentence for each field whose F1 is lower than the kept one, and for the whole documents."""
    found = []
    for name, rates in kept["bidang"].items():
        before, after = rates["f1"], now["bidang"].get(name, {"f1": 0.0})["f1"]
        if after < before - _SAME:
            found.append(f"{name}: F1 turun dari {before:.2%} ke {after:.2%}")
    before, after = (doc["dokumen"]["utuh"] / max(doc["dokumen"]["jumlah"], 1) for doc in (kept, now))
    if after < before - _SAME:
        found.append(f"dokumen utuh: turun dari {before:.1%} ke {after:.1%}")
    return found


def save(path: Path, scores: Mapping[str, Json]) -> None:
    """Keeps scores for later runs to be held against."""
    path.write_text(json.dumps(scores, ensure_ascii=False, indent=2) + "\n", "utf-8")


def _scored(truths: Mapping[str, Json], outputs: Mapping[str, Json]) -> Penilaian:
    total = Nilai()
    documents = {}
    for name, truth in truths.items():
        documents[name] = score(truth, outputs.get(name))
        total.add(documents[name])
    met = {id(outputs[name]) for name in truths if name in outputs}
    alone = sorted({sop.get("id", name) for name, sop in outputs.items() if id(sop) not in met})
    return Penilaian(documents, total, tuple(alone))


def _by_name(folder: Path) -> dict[str, Json]:
    """The outputs by the names that a truth file may have."""
    by_input: dict[str, list[Json]] = defaultdict(list)
    for path in sorted(folder.glob("*.json")):
        sop = load(path)
        by_input[PurePosixPath(sop["sumber"]["berkas"]).stem].append(sop)
    names = {}
    for stem, sops in by_input.items():
        sops.sort(key=lambda sop: (sop["sumber"]["berkas"], sop["sumber"]["halaman"], _first_line(sop)))
        names[stem] = sops[0]
        names |= {f"{stem}--{number}": sop for number, sop in enumerate(sops, start=1)}
    return names


def _first_line(sop: Json) -> int:
    return min((bukti["baris"][0] for bukti in sop["bukti"].values() if bukti["baris"]), default=0)


def load(path: Path) -> Json:
    """The content of a JSON file.

    Raises:
        WrongUseError: it does not exist or is no JSON.
    """
    try:
        return json.loads(path.read_text("utf-8"))
    except (OSError, ValueError) as error:
        raise WrongUseError(f"'{path}' bukan berkas JSON yang dapat dibaca.") from error


def _rates(counts: Hitung) -> dict[str, float]:
    return {
        "presisi": round(counts.presisi, 4),
        "recall": round(counts.recall, 4),
        "f1": round(counts.f1, 4),
        "fakta": counts.kebenaran,
    }
