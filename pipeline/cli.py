"""The command line: parses, calls, prints. Exit codes: 0 all well, 1 something failed, 2 wrong use.

Code 1 means that at least one file failed, that with ``--strict`` a finding of level galat stands,
or that a score has dropped. A file without an SOP in it is no failure; the run says so.
"""

import sys
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer
from pydantic import ValidationError

from extractors.read import BATAS_BYTE
from extractors.sheets import Ketelitian
from normalizers.model import Sop
from pipeline import (
    antarunit,
    cli_approval,
    cli_documents,
    cli_findings,
    cli_settings,
    cli_template,
    console,
    console_compare,
    manifest,
    settings_file,
    show,
    truth,
)
from pipeline.atomic import write as write_file
from pipeline.batch import Ringkasan
from pipeline.batch import ingest as run_batch
from pipeline.cli_settings import Config, Formats, Inputs
from pipeline.compare.kartu import Kartu
from pipeline.compare.kegiatan import Kegiatan
from pipeline.config import VERSI, Settings
from pipeline.diff import Perubahan, bandingkan
from pipeline.findings import ATURAN
from pipeline.inputs import WrongUseError
from pipeline.outputs import compare_report, records
from pipeline.sentences import print_json, sentences
from pipeline.show import Stage

app = typer.Typer(
    name="sopbaku",
    help="Turn a folder of Indonesian government SOPs into one clean, checked, comparable set.",
    epilog="Exit codes: 0 all well; 1 files failed, findings with --strict, or a score dropped; 2 wrong use.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)

Json = Annotated[bool, typer.Option("--json", help="Print JSON for a machine instead of tables.")]
Ocr = Annotated[
    Ketelitian,
    typer.Option(help="How scans are read: cepat (fast) or teliti (a second look at what is doubtful)."),
]
MaxMb = Annotated[float, typer.Option(min=0.001, help="Refuse larger files, in MB.")]
Verbose = Annotated[bool, typer.Option("--verbose", "-v", help="Print tracebacks of unexpected errors.")]


app.command("settings")(cli_settings.settings)
app.command("documents")(cli_documents.documents)
app.command("template")(cli_template.template)
app.command("collection")(cli_approval.collection)
app.command("revision")(cli_approval.revision)
app.command("findings")(cli_findings.findings)
app.command("baseline")(cli_findings.baseline)
app.command("accept")(cli_findings.accept)


def main() -> None:
    """Runs the command line."""
    app()


def _version(asked: bool) -> None:
    if asked:
        typer.echo(f"sopbaku {VERSI}")
        raise typer.Exit


@app.callback()
def _root(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    """Parses the options that stand before a command."""


@app.command()
def ingest(
    inputs: Inputs,
    out: Annotated[Path, typer.Option("--out", "-o", help="Folder for the outputs; made when missing.")],
    config: Config = None,
    jobs: Annotated[
        int | None, typer.Option("--jobs", "-j", min=1, help="Processes; default: one per core, at least 2.")
    ] = None,
    strict: Annotated[
        bool | None,
        typer.Option("--strict/--no-strict", help="Exit with 1 when a finding of level galat stands."),
    ] = None,
    documents: Annotated[
        bool | None, typer.Option("--documents/--no-documents", help="Write clean documents.")
    ] = None,
    reports: Annotated[
        bool | None, typer.Option("--reports/--no-reports", help="Write diff reports and index.html.")
    ] = None,
    tables: Annotated[
        bool | None, typer.Option("--tables/--no-tables", help="Write CSV tables and the workbook.")
    ] = None,
    formats: Formats = None,
    ocr: Annotated[
        Ketelitian | None,
        typer.Option(
            help="How scans are read: cepat (fast, default) or teliti (a second look at what is doubtful)."
        ),
    ] = None,
    actors_from_text: Annotated[
        bool | None,
        typer.Option(
            "--actors-from-text/--no-actors-from-text",
            help="Take actors whom only the words of a step name, where no symbol does; default: no.",
        ),
    ] = None,
    max_mb: Annotated[
        float | None, typer.Option(min=0.001, help="Refuse larger files; default: 100 MB.")
    ] = None,
    max_minutes: Annotated[
        float | None, typer.Option(min=0, help="Give up a file that takes longer; default: 30, 0: never.")
    ] = None,
    minutes_per_day: Annotated[
        int | None, typer.Option(min=1, max=1440, help="Working minutes of one day; default: 450.")
    ] = None,
    as_json: Json = False,
    verbose: Verbose = False,
) -> None:
    """Read all files of the INPUTs and write canonical SOPs, reports, documents and tables to OUT.

    Options go over sopbaku.toml, which is looked for beside the input folder and in the folders inside it.
    """
    command = {
        "jalan.proses": jobs,
        "jalan.ketat": strict,
        "jalan.maks_menit": max_minutes,
        "keluaran.dokumen": documents,
        "keluaran.laporan": reports,
        "keluaran.tabel": tables,
        "dokumen.format": formats,
        "baca.ocr": ocr,
        "baca.pelaku_teks": actors_from_text,
        "baca.maks_mb": None if max_mb is None else int(max_mb * 1_000_000),
        "waktu.menit_per_hari": minutes_per_day,
    }
    with sentences(verbose), console.progress() as progress:
        settings = settings_file.load(inputs, out, config, command).settings
        cli_documents.check_look(
            *(own.bentuk for own in (settings, *settings.subfolder.values()) if own.dokumen)
        )
        ringkasan = run_batch(inputs, out, settings, progress)
    if verbose:
        console.verbose(ringkasan.log)
    total = manifest.totals(ringkasan.manifest)
    if as_json:
        print_json(ringkasan.manifest | {"jumlah": total, "ditulis": ringkasan.ditulis})
    else:
        console.run(ringkasan, str(out))
    if manifest.count(ringkasan.manifest, "gagal") or (settings.ketat and _strict(ringkasan)):
        raise typer.Exit(1)


def _strict(ringkasan: Ringkasan) -> bool:
    """Whether a finding of level galat stands; where findings were frozen, a new one."""
    return any(row["tingkat"] == "galat" and row["keadaan"] == "baru" for row in ringkasan.temuan["temuan"])


@app.command("show")
def show_(
    file: Annotated[Path, typer.Argument(help="One input file.")],
    stage: Annotated[Stage, typer.Option(help="How far to take it.")] = Stage.SOP,
    ocr: Ocr = "cepat",
    as_json: Json = False,
    verbose: Verbose = False,
) -> None:
    """Show one file as pages, as raw SOPs with evidence, or as canonical SOPs with findings."""
    with sentences(verbose):
        if not file.is_file():
            raise WrongUseError(f"Berkas '{file}' tidak ada.")
        content = show.stage(file, stage, Settings(ocr=ocr))
    if stage is Stage.PAGES and not as_json:
        console.blocks(content)
    else:
        print_json(content)


@app.command()
def draw(
    file: Annotated[Path, typer.Argument(help="A PDF, a picture (JPG, PNG, TIFF) or a DOCX.")],
    out: Annotated[
        Path, typer.Option("--out", "-o", help="Folder for the pictures; made when missing.")
    ] = Path("draw"),
    pages: Annotated[
        str | None, typer.Option("--pages", "--halaman", metavar="1-3,7", help="Only these pages.")
    ] = None,
    text: Annotated[bool, typer.Option("--text", help="Write what was read above each word.")] = False,
    flow: Annotated[
        bool, typer.Option("--flow", help="Only the flow: symbols, steps, actors, edges.")
    ] = False,
    ocr: Ocr = "cepat",
    max_mb: MaxMb = BATAS_BYTE / 1_000_000,
    verbose: Verbose = False,
) -> None:
    """Draw what was read over each page: cells with row and column, words by confidence, lines, shapes, the flow.

    Writes one PNG per page. A word's box is green, orange or red by how sure its engine is, the line
    below it tells the engine; a cell is marked with its row and column, both counted from 0. A symbol
    has its step and actor above it; an edge that was followed is a whole line, an inferred one is broken.
    """
    # Drawing brings a library that no other command needs at once.
    from pipeline import draw as overlays

    with sentences(verbose):
        if not file.is_file():
            raise WrongUseError(f"Berkas '{file}' tidak ada.")
        wanted = overlays.pages_named(pages) if pages else ()
        settings = Settings(batas_byte=int(max_mb * 1_000_000), ocr=ocr)
        for number, picture in overlays.draw(file, settings, wanted, text, flow):
            target = out / f"{file.stem}-{number}.png"
            write_file(target, picture)
            typer.echo(target)


@app.command()
def diff(
    old: Annotated[Path, typer.Argument(help="A canonical JSON file, or an output folder.")],
    new: Annotated[Path, typer.Argument(help="The same, later or of another unit.")],
    as_json: Json = False,
    verbose: Verbose = False,
) -> None:
    """Show what changed between two canonical SOPs, or between the SOPs of two output folders."""
    with sentences(verbose):
        before, after = _sops(old), _sops(new)
        if old.is_file() and new.is_file():
            ((_, one),), ((name, other),) = before.items(), after.items()
            before, after = {name: one}, {name: other}
    found = {
        name: _changes(before.get(name), after.get(name)) for name in sorted(before.keys() | after.keys())
    }
    if as_json:
        print_json(
            {name: [asdict(change) for change in changes] for name, changes in found.items() if changes}
        )
        return
    for name, changes in found.items():
        if changes:
            console.changes(name, changes)
    console.OUT.print(f"{sum(map(bool, found.values()))} dari {len(found)} SOP berubah")


@app.command()
def compare(
    inputs: Annotated[
        list[Path], typer.Argument(metavar="OUT|CANONICAL...", help="Output folders or canonical JSON files.")
    ],
    procedure: Annotated[
        str | None,
        typer.Option("--procedure", "-p", metavar="NAME", help="Compare the SOPs of this procedure."),
    ] = None,
    html: Annotated[
        Path | None, typer.Option("--html", metavar="FILE", help="Write the comparison as a page.")
    ] = None,
    draft: Annotated[
        Path | None,
        typer.Option(
            "--draft", metavar="FOLDER", help="Write the proposed starting point of a common SOP, with notes."
        ),
    ] = None,
    as_json: Json = False,
    verbose: Verbose = False,
) -> None:
    """Compare the same procedure across units: steps, roles, times, regulations, and a starting point.

    Of a folder without --procedure the procedures are listed that several units have.
    """
    with sentences(verbose):
        found = antarunit.files(inputs)
        if procedure is None and not all(path.is_file() for path in inputs):
            if html or draft:
                raise WrongUseError("--html dan --draft butuh --procedure NAME.")
            known = antarunit.cards(found)
            _shared(known, antarunit.shared(known), as_json)
            return
        banding = antarunit.compare(found, procedure)
        if html is not None:
            write_file(html, compare_report.render(banding, tautan=False).encode())
        written = antarunit.write_draft(banding, draft) if draft is not None else []
    if as_json:
        print_json(antarunit.to_dict(banding))
    else:
        console_compare.comparison(banding)
        for path in [*([html] if html else []), *written]:
            console.OUT.print(str(path), soft_wrap=True)


def _shared(known: Sequence[Kartu], groups: Sequence[Kegiatan], as_json: bool) -> None:
    if as_json:
        print_json(
            [{"nama": k.nama, "slug": k.slug, "sop": [known[i].id for i in k.anggota]} for k in groups]
        )
    else:
        console_compare.procedures(known, groups)


@app.command()
def rules(
    kode: Annotated[str | None, typer.Argument(metavar="[KODE]", help="Explain this rule.")] = None,
    as_json: Json = False,
) -> None:
    """List the rules behind the findings, or explain one."""
    wanted = [rule for rule in ATURAN if kode is None or rule.kode == kode.upper()]
    with sentences():
        if not wanted:
            raise WrongUseError(f"Tidak ada aturan berkode '{kode}'; daftar semua aturan: sopbaku rules.")
    if as_json:
        keys = ("kode", "tingkat", "judul", "penjelasan")
        print_json([{key: getattr(rule, key) for key in keys} for rule in wanted])
    elif kode is None:
        console.rules(wanted)
    else:
        console.manual(wanted[0])


@app.command()
def score(
    gold: Annotated[Path, typer.Argument(metavar="GOLD", help="The truth: a JSON file or a folder of them.")],
    pred: Annotated[Path, typer.Argument(metavar="PRED", help="Canonical output: a file or a folder.")],
    baseline: Annotated[
        Path | None, typer.Option(help="Scores kept earlier; exit with 1 when one dropped.")
    ] = None,
    update: Annotated[bool, typer.Option("--update", help="Keep these scores in the baseline file.")] = False,
    misses: Annotated[bool, typer.Option("--misses", help="List every fact that is wrong.")] = False,
    as_json: Json = False,
    verbose: Verbose = False,
) -> None:
    """Score canonical output against the truth: precision, recall and F1 per field, whole documents."""
    with sentences(verbose):
        if update and baseline is None:
            raise WrongUseError("--update butuh --baseline FILE.")
        penilaian = truth.score_paths(gold, pred)
        now = truth.to_dict(penilaian)
        dropped = [] if update or baseline is None else truth.drops(truth.load(baseline), now)
        if update and baseline is not None:
            truth.save(baseline, now)
    if as_json:
        print_json(now | {"turun": dropped})
    else:
        console.score(penilaian, misses)
    for sentence in dropped:
        console.error(sentence)
    if dropped:
        raise typer.Exit(1)


@app.command()
def schema() -> None:
    """Print the JSON Schema of a canonical SOP."""
    sys.stdout.write(records.schema())


def _sops(path: Path) -> dict[str, Sop]:
    """The canonical SOPs of a file or of an output folder, by id."""
    folder = path / "canonical" if (path / "canonical").is_dir() else path
    files = [path] if path.is_file() else sorted(folder.glob("*.json"))
    if not files:
        raise WrongUseError(f"'{path}' bukan berkas SOP kanonik dan bukan folder hasil sopbaku.")
    sops = {}
    for file in files:
        try:
            sops[file.stem] = records.from_json(file.read_bytes())
        except ValidationError as error:
            raise WrongUseError(f"'{file}' bukan berkas SOP kanonik.") from error
    return sops


def _changes(old: Sop | None, new: Sop | None) -> list[Perubahan]:
    if old is None:
        return [Perubahan("", None, new.identitas.nama_sop, "tambah")] if new is not None else []
    if new is None:
        return [Perubahan("", old.identitas.nama_sop, None, "hilang")]
    return bandingkan(old, new)
