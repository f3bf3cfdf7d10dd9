"""True ``pdftotext`` dumps: random SOPs printed to PDF by a browser and read back, with their truth.

Slow (about two seconds a document) and needs ``chromium`` and ``pdftotext`` on the path; the
layouts 07 and 08 imitate what comes out of it. Writes the same folders as ``benchmarks.layouts``:
``python -m benchmarks.cetakan --seed 1 --count 10 OUT``.
"""

import argparse
import html
import json
import random
import subprocess
import tempfile
from pathlib import Path

from benchmarks.gaya import Gaya, gaya_acak, kebenaran
from benchmarks.kepala import PASANGAN, baris_identitas
from benchmarks.layouts import tegas
from benchmarks.pdf_teks import muat_kotak
from benchmarks.sop_acak import Sop, sop_acak
from benchmarks.tabel import baris_angka, baris_kepala, sel_langkah

MODE = {"layout": ["-layout"], "polos": [], "raw": ["-raw"]}
CSS = """@page {{ size: A4 landscape; margin: {tepi}mm }}
@page potret {{ size: A4 portrait; margin: {tepi}mm }}
.satu {{ page: potret }} .dua {{ page-break-before: always }}
body {{ font: {ukuran}pt {huruf} }} table {{ border-collapse: collapse; width: 100% }}
td {{ border: 1px solid black; padding: 2px {isi}px; vertical-align: {tegak} }}
.tengah td {{ text-align: {datar} }} td.kiri {{ text-align: left }} p {{ margin: 2px 0 }}
ol {{ margin: 0; padding-left: 20px }} i {{ display: inline-block; width: 24px; height: 12px; border: 1px solid }}
.ttd {{ margin-left: 62%; text-align: center }}"""


def halaman(sop: Sop, gaya: Gaya, rng: random.Random) -> str:
    """The SOP as an HTML page to print: portrait identity page, landscape procedure."""
    css = CSS.format(
        tepi=rng.choice([10, 15, 20]),
        ukuran=rng.choice([8, 9, 10, 11, 12]),
        huruf=rng.choice(
            ["Arimo, sans-serif", "'Times New Roman', serif", "'DejaVu Sans Condensed', sans-serif"]
        ),
        isi=rng.choice([2, 4, 7]),
        tegak=rng.choice(["top", "middle"]),
        datar=rng.choice(["left", "center"]),
    )
    satu = _identitas(sop, gaya, rng) + _kotak(sop, gaya, rng)
    dua = (f"<p align=center>{html.escape(sop.nama.upper())}</p>" if gaya.judul else "") + _tabel(
        sop, gaya, rng
    )
    if gaya.tanda_tangan:
        lines = [sop.pejabat[0], "&nbsp;", "&nbsp;", *sop.pejabat[1:]]
        dua += f"<div class=ttd>{''.join(f'<p>{line}</p>' for line in lines)}</div>"
    return f"<!DOCTYPE html><meta charset=utf-8><style>{css}</style><div class=satu>{satu}</div><div class=dua>{dua}</div>"


def _identitas(sop: Sop, gaya: Gaya, rng: random.Random) -> str:
    rows = baris_identitas(sop, gaya, rng)
    kop = "<br>".join(sop.kop) if gaya.kop else ""
    di_kiri = rng.random() < 0.7
    lebar = rng.choice([35, 42, 48])
    titik = rng.choice([": ", ""])
    body = "" if di_kiri else f"<p align=center>{kop}</p>"
    for n, (key, lines) in enumerate(rows):
        ruang = ["&nbsp;"] * rng.randint(0, 3) if key == "disahkan_oleh" else []
        value = "<br>".join(
            [*(html.escape(line) for line in lines[:1]), *ruang, *(html.escape(s) for s in lines[1:])]
        )
        logo = (
            f"<td rowspan={len(rows)} style='width:{lebar}%;text-align:center'>{kop}</td>"
            if di_kiri and n == 0
            else ""
        )
        body += f"<tr>{logo}<td style='width:22%'>{gaya.label[key]}</td><td>{titik}{value}</td></tr>"
    return body.replace("<tr>", "<table><tr>", 1) + "</table>"


def _kotak(sop: Sop, gaya: Gaya, rng: random.Random) -> str:
    body = "<table>"
    asli = rng.random() < 0.5
    for pair in PASANGAN:
        body += (
            "<tr>"
            + "".join(f"<td style='width:50%'>{gaya.label[key]}{gaya.titikdua}</td>" for key in pair)
            + "</tr><tr>"
        )
        for key in pair:
            if asli and len(sop.kotak[key]) > 1:
                body += (
                    "<td><ol>"
                    + "".join(f"<li>{html.escape(item)}</li>" for item in sop.kotak[key])
                    + "</ol></td>"
                )
            else:
                body += (
                    "<td>"
                    + "".join(f"<p>{html.escape(item)}</p>" for item in muat_kotak(sop, gaya, key))
                    + "</td>"
                )
        body += "</tr>"
    return body + "</table>"


def _tabel(sop: Sop, gaya: Gaya, rng: random.Random) -> str:
    first, second = baris_kepala(sop, gaya)
    n = len(sop.kolom)
    ket = f"<td rowspan=2>{first[-1]}</td>" if gaya.kolom_ket else ""
    kepala = (
        f"<tr><td rowspan=2>{first[0]}</td><td rowspan=2 style='width:{rng.choice([18, 24, 30])}%'>{first[1]}</td>"
        f"<td colspan={n}>{first[2]}</td><td colspan=3>{first[2 + n]}</td>{ket}</tr>"
        f"<tr>{''.join(f'<td>{html.escape(cell)}</td>' for cell in second[2 : 5 + n])}</tr>"
    )
    if gaya.baris_angka:
        kepala += f"<tr>{''.join(f'<td>{cell}</td>' for cell in baris_angka(sop, gaya))}</tr>"
    body = f"<table class=tengah><thead>{kepala}</thead>"
    for step in sop.langkah:
        cells = [html.escape(cell) for cell in sel_langkah(step, sop, gaya, rng)]
        for actor in step.tanda:
            cells[2 + actor] = "<i></i>"
        body += f"<tr><td>{cells[0]}</td><td class=kiri>{cells[1]}</td>{''.join(f'<td>{c}</td>' for c in cells[2:])}</tr>"
    return body + "</table>"


def cetak(page: str, options: list[str], folder: Path) -> str:
    """The text that ``pdftotext`` reads from ``page`` printed to PDF."""
    source, pdf = folder / "sop.html", folder / "sop.pdf"
    source.write_text(page, "utf-8")
    browser = ["chromium", "--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking"]
    subprocess.run(
        [*browser, "--no-pdf-header-footer", f"--print-to-pdf={pdf}", str(source)],
        check=True,
        stderr=subprocess.DEVNULL,
    )
    return subprocess.run(
        ["pdftotext", *options, str(pdf), "-"], check=True, capture_output=True, text=True
    ).stdout


def main() -> None:
    """Command line; see the module docstring."""
    parser = argparse.ArgumentParser(
        description="Print random SOPs to PDF and dump their text, with the truth."
    )
    parser.add_argument("out", type=Path)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--count", type=int, default=10, help="documents per kind of dump")
    args = parser.parse_args()
    for name in ("inputs", "gold"):
        (args.out / name).mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        for mode, options in MODE.items():
            for number in range(args.count):
                rng = random.Random(f"{args.seed}/cetakan/{mode}/{number}")
                sop = sop_acak(rng) if mode == "layout" else tegas(sop_acak(rng), 0.4, rng)
                gaya = gaya_acak(sop, rng, simbol=False)
                gaya.derau, gaya.sampul, gaya.keputusan = 0, False, False
                stem = f"cetakan-{mode}-{number:03d}"
                text = cetak(halaman(sop, gaya, rng), options, Path(folder))
                (args.out / "inputs" / f"{stem}.txt").write_text(text, "utf-8")
                gold = json.dumps(kebenaran(sop, gaya), ensure_ascii=False, indent=2)
                (args.out / "gold" / f"{stem}.json").write_text(gold + "\n", "utf-8")


if __name__ == "__main__":
    main()
