"""The commands about findings: look at them, freeze those of today, accept one with a reason."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any

import typer

from pipeline import console, putusan
from pipeline.atomic import write
from pipeline.findings import ATURAN
from pipeline.inputs import WrongUseError
from pipeline.outputs import temuan
from pipeline.putusan import Jejak, Putusan
from pipeline.sentences import sentences

Out = Annotated[Path, typer.Argument(metavar="OUT", help="An output folder of sopbaku ingest.")]
Decisions = Annotated[
    Path | None,
    typer.Option("--file", help="File of the decisions; default: the one that the run looked at."),
]


def findings(
    out: Out,
    new: Annotated[bool, typer.Option("--new", help="Only those that were not frozen before.")] = False,
    details: Annotated[bool, typer.Option("--details", "-d", help="List each finding.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print them as JSON.")] = False,
    sarif: Annotated[bool, typer.Option("--sarif", help="Print them as a SARIF 2.1.0 log.")] = False,
) -> None:
    """Show the findings of a run by rule: how many, in how many SOPs, how many new, accepted and gone."""
    with sentences():
        content = _content(out)
        if new:
            content = content | {"temuan": [row for row in content["temuan"] if row["keadaan"] == "baru"]}
        if as_json:
            typer.echo(temuan.to_json(content).decode(), nl=False)
        elif sarif:
            typer.echo(temuan.sarif(content, ATURAN).decode(), nl=False)
        else:
            console.findings(content, {rule.kode: rule.judul for rule in ATURAN})
            if details:
                console.each_finding(content)


def baseline(out: Out, file: Decisions = None) -> None:
    """Freeze the findings of a run with their number and context; later runs say which are new and which are gone."""
    with sentences():
        content = _content(out)
        place = file or _place(out, 1, "--file")
        counted: dict[Jejak, int] = {}
        for row in content["temuan"]:
            if row["keadaan"] != "diterima":
                counted[_jejak(row)] = counted.get(_jejak(row), 0) + 1
        write(place, putusan.dump_baseline(counted))
        console.said(
            f"{sum(counted.values())} temuan dibekukan dalam {place}; berlaku pada ingest berikutnya."
        )


def accept(
    out: Out,
    kode: Annotated[str, typer.Argument(metavar="KODE", help="Code of the rule: DH003.")],
    sop: Annotated[str, typer.Argument(metavar="SOP", help="Id of the SOP, or path of its input file.")],
    reason: Annotated[str, typer.Option("--reason", "--alasan", help="Why it may stand.")],
    by: Annotated[str | None, typer.Option("--by", "--oleh", help="Who says so.")] = None,
    at: Annotated[
        str,
        typer.Option("--at", "--lokasi", help="Only at this place: /dasar_hukum/3; it begins the pointer."),
    ] = "",
    file: Decisions = None,
) -> None:
    """Accept a finding with a reason: later runs show it as accepted and do not count it.

    The decision is written to a plain file beside the input folder, which may be edited; a line that is
    taken out of it withdraws the decision.
    """
    with sentences():
        if not reason.strip():
            raise WrongUseError("Alasan tidak boleh kosong.")
        found = [row for row in _content(out)["temuan"] if _meant(row, kode.upper(), sop, at)]
        if not found:
            raise WrongUseError(f"Tidak ada temuan {kode.upper()} pada '{sop}'{f' di {at}' if at else ''}.")
        places = {_jejak(row): row for row in found}
        if len(places) > 1:
            listed = ", ".join(row["lokasi"] for row in places.values())
            raise WrongUseError(f"Ada {len(places)} temuan yang cocok; pilih satu dengan --at: {listed}.")
        place = file or _place(out, 0, "--file")
        known = putusan.load_accepted(place)
        for j, row in places.items():
            known[j] = Putusan(*j, alasan=reason.strip(), oleh=by, sop=row["id"])
        write(place, putusan.dump_accepted(known.values()).encode())
        console.said(f"{kode.upper()} pada '{sop}' diterima dalam {place}; berlaku pada ingest berikutnya.")


def _meant(row: Mapping[str, Any], kode: str, sop: str, at: str) -> bool:
    here = row["lokasi"] == at or row["lokasi"].startswith(f"{at}/") or not at
    return row["kode"] == kode and sop in (row["id"], row["berkas"]) and here


def _jejak(row: Mapping[str, Any]) -> Jejak:
    return Jejak(row["berkas"], row["kode"], row["tempat"], row["konteks"])


def _content(out: Path) -> dict[str, Any]:
    """The findings in an output folder.

    Raises:
        WrongUseError: there are none.
    """
    try:
        content: dict[str, Any] = json.loads((out / temuan.JSON).read_bytes())
    except (OSError, ValueError) as error:
        raise WrongUseError(f"'{out}' bukan folder hasil sopbaku dengan {temuan.JSON}.") from error
    return content


def _place(out: Path, which: int, option: str) -> Path:
    """Where the last run looked for decisions.

    Raises:
        WrongUseError: it had no such place, because its inputs lie in several folders.
    """
    try:
        place = json.loads((out / temuan.TEMPAT).read_bytes())[which]
    except (OSError, ValueError, LookupError):
        place = None
    if place is None:
        raise WrongUseError(f"Folder hasil '{out}' tidak punya tempat putusan; sebutkan dengan {option}.")
    return Path(out, place).resolve()
