"""What the terminal shows: progress on standard error, tables on standard output. Indonesian, for the officer."""

import re
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from time import monotonic
from typing import Any, Final

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn, TimeRemainingColumn
from rich.table import Table
from rich.text import Text

from pipeline import manifest
from pipeline.batch import Progress as Report
from pipeline.batch import Ringkasan, Tahap
from pipeline.diff import Perubahan, tampil
from pipeline.findings import ATURAN
from pipeline.findings.rule import Aturan, AturanHimpunan
from pipeline.truth import Penilaian

OUT: Final = Console(highlight=False)
ERR: Final = Console(stderr=True, highlight=False)

_VERB: Final[dict[Tahap, str]] = {
    "membaca": "Membaca berkas",
    "memotret": "Menyimpan gambar halaman",
    "menulis": "Menulis hasil",
}
_PLAIN_EVERY: Final = 10.0
"""Seconds between two lines of progress where no bar can be drawn."""
_WRAPPED: Final = re.compile(r"(?<!\n)\n(?!\n|Buruk: |Baik: |Sumber: )")
"""Where a manual page is broken only because its line in the source was full."""
_NUMERIC: Final = ("Presisi", "Recall", "F1", "Meleset", "Fakta", "Jumlah", "SOP", "Baru", "Diterima")
_LISTED: Final = 20
"""At most so many files with a reason are listed after a run; the manifest has them all."""


def error(sentence: str) -> None:
    """Says on standard error what went wrong, in one sentence."""
    ERR.print(Text("galat: ", style="bold red") + Text(sentence), soft_wrap=True)


def warning(sentence: str) -> None:
    """Says on standard error what a person should know, in one sentence."""
    ERR.print(Text("peringatan: ", style="bold yellow") + Text(sentence), soft_wrap=True)


@contextmanager
def progress() -> Iterator[Report]:
    """A function to report progress to: a bar on a terminal, a line now and then elsewhere."""
    if not ERR.is_terminal:
        yield _plain_progress()
        return
    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
        TextColumn("{task.fields[gagal]}", style="red"),
    )
    with Progress(*columns, console=ERR, transient=True) as bar:
        tasks: dict[Tahap, TaskID] = {}

        def report(tahap: Tahap, selesai: int, jumlah: int, gagal: int) -> None:
            if tahap not in tasks:
                tasks[tahap] = bar.add_task(_VERB[tahap], total=jumlah, gagal="")
            bar.update(tasks[tahap], completed=selesai, gagal=f"{gagal} gagal" if gagal else "")

        yield report


def _plain_progress() -> Report:
    last = monotonic()

    def report(tahap: Tahap, selesai: int, jumlah: int, gagal: int) -> None:
        nonlocal last
        if monotonic() - last >= _PLAIN_EVERY:
            last = monotonic()
            ERR.print(f"{_VERB[tahap]}: {selesai} dari {jumlah}, {gagal} gagal", soft_wrap=True)

    return report


def run(ringkasan: Ringkasan, out: str) -> None:
    """Prints what a run did: the counts, the files that need a look, and where to begin reading."""
    rows = ringkasan.manifest["berkas"]
    total = manifest.totals(ringkasan.manifest)
    table = Table(show_header=False, box=None, pad_edge=False)
    for name, value in (
        ("Berkas", len(rows)),
        ("  terbaca", manifest.count(ringkasan.manifest, "ok")),
        ("  bukan SOP", manifest.count(ringkasan.manifest, "bukan_sop")),
        ("  gagal", manifest.count(ringkasan.manifest, "gagal")),
        ("SOP", total["sop"]),
        ("  ditulis sekarang", ringkasan.ditulis),
        ("Temuan galat", total["galat"]),
        ("Temuan peringatan", total["peringatan"]),
        ("Temuan info", total["info"]),
    ):
        table.add_row(name, Text(str(value), justify="right"))
    OUT.print(table)
    if ringkasan.temuan["temuan"] or ringkasan.temuan["hilang"]:
        findings(ringkasan.temuan, {rule.kode: rule.judul for rule in ATURAN})
    reasons = [row["alasan"] for row in rows if row["alasan"]]
    for reason in reasons[:_LISTED]:
        OUT.print(Text(f"• {reason}"), soft_wrap=True)
    if len(reasons) > _LISTED:
        OUT.print(f"• dan {len(reasons) - _LISTED} berkas lain; lihat manifest.json", soft_wrap=True)
    OUT.print(Text(f"Hasil: {out}"), soft_wrap=True)


def findings(content: Mapping[str, Any], titles: Mapping[str, str]) -> None:
    """Prints the findings of a run by rule, most severe first, then the most frequent, and their totals.

    Args:
        content: as ``outputs.temuan.rows`` gives it.
        titles: of the rules by code.
    """
    groups: dict[tuple[str, str], list[Mapping[str, Any]]] = {}
    for row in content["temuan"]:
        groups.setdefault((row["tingkat"], row["kode"]), []).append(row)
    frozen = content["dibekukan"]
    table = _table(
        "", "Kode", "Tingkat", "Judul", "Jumlah", "SOP", *(("Baru",) if frozen else ()), "Diterima"
    )
    for (tingkat, kode), rows in sorted(groups.items(), key=lambda item: _severity(item[0][0], item[1])):
        states = Counter(row["keadaan"] for row in rows)
        counted = len(rows) - states["diterima"]
        cells = (kode, tingkat, titles.get(kode, ""), str(counted), str(len({row["id"] for row in rows})))
        new = (str(states["baru"]),) if frozen else ()
        table.add_row(*map(Text, (*cells, *new, str(states["diterima"] or ""))))
    if groups:
        OUT.print(table)
    states = Counter(row["keadaan"] for row in content["temuan"])
    gone = sum(row["jumlah"] for row in content["hilang"])
    told = [f"{states['baru'] + states['lama']} temuan"]
    told += [f"{states['baru']} baru sejak dibekukan", f"{gone} tidak ada lagi"] if frozen else []
    told += [f"{states['diterima']} diterima"] if states["diterima"] else []
    OUT.print(", ".join(told), soft_wrap=True)
    for unused in content["putusan_tak_terpakai"]:
        said = f"• putusan tentang {unused['kode']} pada {unused['berkas']} tidak lagi cocok dengan temuan mana pun"
        OUT.print(Text(said), soft_wrap=True)


def each_finding(content: Mapping[str, Any]) -> None:
    """Prints each finding: its SOP, where, what it says, and why it was accepted."""
    for row in content["temuan"]:
        said = (
            f"{row['id']}{row['lokasi']}: {row['kode']} ({row['tingkat']}, {row['keadaan']}) {row['pesan']}"
        )
        OUT.print(Text(said + (f" Diterima: {row['alasan']}" if "alasan" in row else "")), soft_wrap=True)


def said(sentence: str) -> None:
    """Says what was done, in one sentence."""
    OUT.print(Text(sentence), soft_wrap=True)


def _severity(tingkat: str, rows: Sequence[Mapping[str, Any]]) -> tuple[int, int, str]:
    return ("galat", "peringatan", "info").index(tingkat), -len(rows), rows[0]["kode"]


def blocks(content: Sequence[dict[str, Any]]) -> None:
    """Prints the lines and rows of a file with their line numbers."""
    for block in content:
        text = block["teks"] if "teks" in block else " ┆ ".join(block["sel"])
        number = block["baris"] or ""
        OUT.print(Text(f"{number:>6} │ {' '.join(text.split())}"), soft_wrap=True)


def changes(name: str, found: Sequence[Perubahan]) -> None:
    """Prints what changed in one SOP."""
    table = _table(name, "Lokasi", "Jenis", "Lama", "Baru")
    for change in found:
        table.add_row(*map(Text, (change.lokasi, change.jenis, tampil(change.lama), tampil(change.baru))))
    OUT.print(table)


def settings(
    folder: str, rows: Sequence[tuple[str, str, str, str]], outer: Mapping[str, str] | None = None
) -> None:
    """Prints settings with where they come from.

    Args:
        folder: of a folder with a file of its own; "" for those of the run.
        rows: key, value, where it comes from, meaning.
        outer: where the run has them from; of a folder only what comes from elsewhere is shown.
    """
    table = _table(folder, "Kunci", "Nilai", "Dari", "Arti")
    for row in rows:
        if (
            outer is None
            or row[2] != outer.get(row[0], row[2])
            or (row[0] not in outer and row[2] != "bawaan")
        ):
            table.add_row(*map(Text, row))
    OUT.print(table)


def rules(aturan: Sequence[Aturan | AturanHimpunan]) -> None:
    """Prints the list of rules."""
    table = _table("", "Kode", "Tingkat", "Judul")
    for rule in aturan:
        table.add_row(*map(Text, (rule.kode, rule.tingkat, rule.judul)))
    OUT.print(table)


def manual(rule: Aturan | AturanHimpunan) -> None:
    """Prints the manual page of a rule."""
    OUT.print(Text(f"{rule.kode} ({rule.tingkat}) ", style="bold") + Text(rule.judul))
    OUT.print(Text("\n" + _WRAPPED.sub(" ", rule.penjelasan)))


def score(penilaian: Penilaian, misses: bool) -> None:
    """Prints the score of each document, of each field and of all."""
    documents = _table("", "Dokumen", "Presisi", "Recall", "F1", "Meleset")
    for name, nilai in penilaian.dokumen.items():
        documents.add_row(Text(name), *_rates(nilai.semua), str(len(nilai.meleset)))
    fields = _table("", "Bidang", "Presisi", "Recall", "F1", "Fakta")
    for name, counts in sorted(penilaian.total.bidang.items()):
        fields.add_row(name, *_rates(counts), str(counts.kebenaran))
    fields.add_section()
    total = penilaian.total.semua
    fields.add_row("semua", *_rates(total), str(total.kebenaran), style="bold")
    OUT.print(documents)
    OUT.print(fields)
    OUT.print(f"Dokumen utuh: {penilaian.utuh} dari {len(penilaian.dokumen)}")
    if penilaian.tanpa_kebenaran:
        OUT.print(Text(f"Tanpa kebenaran: {', '.join(penilaian.tanpa_kebenaran)}"), soft_wrap=True)
    for name, nilai in penilaian.dokumen.items() if misses else ():
        for miss in nilai.meleset:
            said = f"{name}{miss.lokasi}: seharusnya {miss.kebenaran!r}, hasilnya {miss.hasil!r}"
            OUT.print(Text(said), soft_wrap=True)


def _rates(counts: Any) -> tuple[str, str, str]:
    return f"{counts.presisi:.1%}", f"{counts.recall:.1%}", f"{counts.f1:.1%}"


def _table(title: str, *columns: str) -> Table:
    table = Table(title=Text(title) if title else None, title_justify="left")
    for column in columns:
        numeric = column in _NUMERIC
        table.add_column(column, justify="right" if numeric else "left", overflow="fold")
    return table


def verbose(logs: Sequence[str]) -> None:
    """Prints tracebacks on standard error."""
    for log in logs:
        sys.stderr.write(log + "\n")
