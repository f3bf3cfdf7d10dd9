"""An SOP as an HTML document: as a clean page, and as office programs and converters save it."""

import html
import random

from benchmarks.bagian import tanda_tangan
from benchmarks.gaya import Gaya
from benchmarks.kepala import PASANGAN, baris_identitas, isi_kotak
from benchmarks.sop_acak import Sop
from benchmarks.tabel import baris_angka, baris_kepala, sel_langkah


def dokumen(sop: Sop, gaya: Gaya, rng: random.Random) -> str:
    """The whole document; about half of them clean."""
    body = [_kop(sop, gaya), *identitas_html(sop, gaya, rng), *kotak_html(sop, gaya, rng)]
    if gaya.judul:
        body.append(f"<h2>STANDAR OPERASIONAL PROSEDUR<br>{html.escape(sop.nama.upper())}</h2>")
    body += tabel_html(sop, gaya, rng)
    body += [f"<p>{html.escape(line.strip())}</p>" for line in tanda_tangan(sop, gaya, rng) if line.strip()]
    text = "\n".join(part for part in body if part)
    if rng.random() < 0.5:
        text = _kotori(text, rng)
    kepala = rng.choice(
        [
            '<!DOCTYPE html>\n<html lang="id"><head><meta charset="utf-8"><title>SOP</title>\n<style>td { border: 1px solid black; }</style></head>',
            "<html><head><meta http-equiv=Content-Type content='text/html; charset=utf-8'><script>var a = '<td>';</script></head>",
            "<html>",
        ]
    )
    return f"{kepala}\n<body>\n{text}\n</body></html>\n"


def _kop(sop: Sop, gaya: Gaya) -> str:
    return f"<p align=center><b>{'<br>'.join(sop.kop)}</b></p>" if gaya.kop else ""


def identitas_html(sop: Sop, gaya: Gaya, rng: random.Random) -> list[str]:
    """The identity rows as a table; now and then with a logo cell that spans all rows."""
    rows = baris_identitas(sop, gaya, rng)
    titik = rng.choice(["sel", "awal", ""])
    logo = rng.random() < 0.3
    out = ["<table>"]
    for n, (key, lines) in enumerate(rows):
        value = "<br>".join(html.escape(line) for line in lines)
        cells = f"<td>{gaya.label[key]}</td>" + ("<td>:</td>" if titik == "sel" else "")
        cells += f"<td>{': ' if titik == 'awal' else ''}{value}</td>"
        spans = f'<td rowspan="{len(rows)}"><img src="logo.png"></td>' if logo and n == 0 else ""
        out.append(f"<tr>{spans}{cells}</tr>")
    return [*out, "</table>"]


def kotak_html(sop: Sop, gaya: Gaya, rng: random.Random) -> list[str]:
    """The six boxes in pairs."""
    out = ["<table>"]
    for pair in PASANGAN:
        names = "".join(f"<td><b>{gaya.label[key]}</b>{gaya.titikdua.rstrip()}</td>" for key in pair)
        out.append(f"<tr>{names}</tr>")
        out.append("<tr>" + "".join(f"<td>{_daftar(sop, gaya, key, rng)}</td>" for key in pair) + "</tr>")
    return [*out, "</table>"]


def _daftar(sop: Sop, gaya: Gaya, key: str, rng: random.Random) -> str:
    mode = rng.choice(["ol", "p", "br", "ol"])
    if mode == "ol" and sop.kotak[key]:
        return "<ol>" + "".join(f"<li>{html.escape(item)}</li>" for item in sop.kotak[key]) + "</ol>"
    items = [html.escape(item) for item in isi_kotak(sop, gaya, key, rng)]
    return "".join(f"<p>{item}</p>" for item in items) if mode == "p" else "<br>\n".join(items)


def tabel_html(sop: Sop, gaya: Gaya, rng: random.Random) -> list[str]:
    """The procedure table with colspan and rowspan; broken over pages in some."""
    n = len(sop.kolom)
    first, second = baris_kepala(sop, gaya)
    th = rng.choice(["th", "td"])
    ket = f'<{th} rowspan="2">{first[-1]}</{th}>' if gaya.kolom_ket else ""
    heads = [
        f'<tr><{th} rowspan="2">{first[0]}</{th}><{th} rowspan="2">{first[1]}</{th}><{th} colspan="{n}">{first[2]}</{th}>'
        f'<{th} colspan="3">{first[2 + n]}</{th}>{ket}</tr>',
        "<tr>" + "".join(f"<{th}>{html.escape(cell)}</{th}>" for cell in second[2 : 5 + n]) + "</tr>",
    ]
    if gaya.baris_angka:
        heads.append("<tr>" + "".join(f"<td>{k}</td>" for k in baris_angka(sop, gaya)) + "</tr>")
    out = ["<table border=1>", *(["<thead>", *heads, "</thead>", "<tbody>"] if th == "th" else heads)]
    gabung = rng.random() < 0.25
    for k, step in enumerate(sop.langkah):
        cells = [html.escape(cell) for cell in sel_langkah(step, sop, gaya, rng)]
        if gaya.ulang and k and k % gaya.ulang == 0:
            out += ["</table>", "<table border=1>", *heads]
        if gabung and not gaya.simbol:
            row = f"<td>{cells[0]}</td><td>{cells[1]}</td><td colspan={n}>&nbsp;</td>" + "".join(
                f"<td>{c}</td>" for c in cells[2 + n :]
            )
        else:
            row = "".join(f"<td>{cell}</td>" for cell in cells)
        out.append(f"<tr>{row}</tr>")
    return [*out, *(["</tbody>"] if th == "th" else []), "</table>"]


def _kotori(text: str, rng: random.Random) -> str:
    """The page as office programs save it: capitals, styles, empty paragraphs, missing end tags."""
    for clean, dirty in (
        (
            "<td>",
            rng.choice(
                [
                    "<TD>",
                    "<td class=MsoNormal style='border:none'>",
                    "<td><p class=MsoNormal>",
                    "<td><p><span lang=IN>",
                ]
            ),
        ),
        ("</td>", rng.choice(["</TD>", "</td>\n", "<o:p></o:p></td>", ""])),
        ("<tr>", rng.choice(["<TR>", "<tr style='height:14pt'>", "<tr>\n"])),
        ("<td></td>", rng.choice(["<td>&nbsp;</td>", "<td><p>&nbsp;</p></td>", "<td></td>"])),
    ):
        if rng.random() < 0.6:
            text = text.replace(clean, dirty)
    if rng.random() < 0.3:
        text = text.replace(" dan ", "\n  dan ")
    if rng.random() < 0.3:
        text = text.replace(" dan ", " <span>dan</span> ")
    return text
