"""Procedure tables as text: tab cells, Markdown pipes, a flattened reading without cell marks."""

import random
import textwrap

from benchmarks.gaya import Gaya, derau, derau_waktu, glif
from benchmarks.sop_acak import Langkah, Sop

SISA = ["|", "v", "Y", "<", "J", "\\ 4", "—", "y", "[", ">", "_|", "\\/", "L", "o", "«"]


def sel_langkah(step: Langkah, sop: Sop, gaya: Gaya, rng: random.Random) -> list[str]:
    """The cells of one row: no, uraian, one per actor, kelengkapan, waktu, output, keterangan if there is one."""
    actors = [glif(step.tanda[n], gaya, rng) if n in step.tanda else "" for n in range(len(sop.kolom))]
    return [
        f"{step.no}." if gaya.no_titik else step.no,
        derau(step.uraian, gaya.derau, rng),
        *actors,
        derau(step.kelengkapan, gaya.derau, rng),
        derau_waktu(step.waktu, gaya.derau, rng),
        derau(step.output, gaya.derau, rng),
        *([derau(step.keterangan, gaya.derau, rng)] if gaya.kolom_ket else []),
    ]


def baris_kepala(sop: Sop, gaya: Gaya) -> tuple[list[str], list[str]]:
    """The two heading rows: groups, then actors and quality columns."""
    n = len(sop.kolom)
    lb = gaya.label
    first = [
        lb["no"],
        lb["uraian"],
        lb["pelaksana"],
        *[""] * (n - 1),
        lb["mutu_baku"],
        "",
        "",
    ]
    second = ["", "", *sop.kolom, lb["kelengkapan"], lb["waktu"], lb["output"]]
    return ([*first, lb["keterangan"]], [*second, ""]) if gaya.kolom_ket else (first, second)


def baris_angka(sop: Sop, gaya: Gaya) -> list[str]:
    """The heading row that only counts the columns."""
    return [str(n) for n in range(1, len(sop.kolom) + 6 + gaya.kolom_ket)]


def tabel_tab(sop: Sop, gaya: Gaya, rng: random.Random) -> list[str]:
    """Cells divided by tabs, with page breaks, a repeated header, a number row, lost columns."""
    first, second = baris_kepala(sop, gaya)
    if rng.random() < 0.08:  # the group's heading stands one column late, the first actor beside it
        first[2], first[3], second[2] = second[2], first[2], ""
    heads = ["\t".join(row) for row in (first, second)]
    if gaya.baris_angka:
        heads.append("\t".join(baris_angka(sop, gaya)))
    pangkas = rng.random() < 0.2
    susut = not gaya.simbol and len(sop.kolom) > 2 and rng.random() < 0.15
    out = list(heads)
    for n, step in enumerate(sop.langkah):
        cells = sel_langkah(step, sop, gaya, rng)
        if gaya.ulang and n and n % gaya.ulang == 0:
            out += [""] if susut else [rng.choice(["", "\f"]), *heads]
        if susut and gaya.ulang and n >= gaya.ulang:
            del cells[2]
        if rng.random() < 0.1:
            cells = [cell.replace(", ", "<br>") for cell in cells]
        row = "\t".join(cells)
        out.append(row.rstrip("\t") if pangkas else row)
    return out


def tabel_pipa(sop: Sop, gaya: Gaya, rng: random.Random) -> list[str]:
    """A Markdown pipe table; the second heading row is its first body row."""
    luar = rng.random() < 0.85
    lebar = rng.random() < 0.3
    rows = [list(row) for row in baris_kepala(sop, gaya)]
    if gaya.baris_angka:
        rows.append(baris_angka(sop, gaya))
    if rng.random() < 0.3:  # one heading row only, the groups left out
        first, second = rows[0], rows[1]
        rows[:2] = [
            [
                a if n < 2 or n == len(sop.kolom) + 5 else b
                for n, (a, b) in enumerate(zip(first, second, strict=True))
            ]
        ]
    elif rng.random() < 0.3:  # converters repeat a spanning heading in each of its columns
        n = len(sop.kolom)
        rows[0][3 : 2 + n] = [rows[0][2]] * (n - 1)
        rows[0][3 + n : 5 + n] = [rows[0][2 + n]] * 2
        rows[1] = [b or a for a, b in zip(rows[0], rows[1], strict=True)]
    rows += [[c.replace("|", "\\|") for c in sel_langkah(step, sop, gaya, rng)] for step in sop.langkah]
    widths = [max(len(row[n]) for row in rows) if lebar else 0 for n in range(len(rows[0]))]
    ruler = [rng.choice(["---", ":---", ":---:"]) if not lebar else "-" * max(3, w) for w in widths]
    lines = []
    for row in [rows[0], ruler, *rows[1:]]:
        text = " | ".join(cell.ljust(w) for cell, w in zip(row, widths, strict=True))
        lines.append(f"| {text} |" if luar else text)
    return lines


def tabel_rata(sop: Sop, gaya: Gaya, rng: random.Random) -> list[str]:
    """The table read line by line across its columns, cell marks lost, arrows left as stray letters."""
    lebar = [rng.randint(30, 48), rng.randint(14, 22), rng.choice([6, 9, 14]), rng.randint(14, 20), 16]
    tengah = rng.random() < 0.4
    celah = [""] if rng.random() < 0.4 else []
    sisa = rng.choice([0.0, 0.15, 0.3])
    out: list[str] = []
    for step in sop.langkah:
        cells = sel_langkah(step, sop, gaya, rng)
        texts = [cells[1], *cells[2 + len(sop.kolom) :]]
        columns = [textwrap.wrap(text, width) or [] for text, width in zip(texts, lebar, strict=False)]
        tinggi = max(len(column) for column in columns)
        grid = [[""] * 6 for _ in range(tinggi)]
        for k, column in enumerate(columns, 1):
            start = (tinggi - len(column)) // 2 if tengah else 0
            for n, line in enumerate(column):
                grid[start + n][k] = line
        grid[(tinggi - 1) // 2 if tengah else 0][0] = cells[0]
        for row in grid:
            if rng.random() < sisa:
                row[1] = f"{row[1]} {rng.choice(SISA)}".strip()
            out.append(" ".join(cell for cell in row if cell))
        out += celah
    return out


def kepala_rata(sop: Sop, gaya: Gaya) -> list[str]:
    """The heading of a flattened table in two lines."""
    first, second = baris_kepala(sop, gaya)
    return [" ".join(cell for cell in row if cell) for row in (first, second)]
