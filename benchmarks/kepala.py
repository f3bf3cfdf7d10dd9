"""Identity pages of OCR engines and copy-paste: tab cells, paragraphs, stacked labels, Markdown pipes."""

import random

from benchmarks.bagian import kop, pejabat
from benchmarks.gaya import Gaya, derau, label, nomori
from benchmarks.sop_acak import KOTAK, TANGGAL, Sop

PASANGAN = ((KOTAK[0], KOTAK[1]), (KOTAK[2], KOTAK[3]), (KOTAK[4], KOTAK[5]))
OL = '<ol style="list-style-type: none">'


def baris_identitas(sop: Sop, gaya: Gaya, rng: random.Random) -> list[tuple[str, list[str]]]:
    """The (key, printed lines) of the identity page from top to bottom."""
    rows: list[tuple[str, list[str]]] = [("nomor_sop", [sop.identitas["nomor_sop"]])]
    rows += [(key, [sop.identitas[key]]) for key in TANGGAL if key in sop.identitas]
    pengesah = ("disahkan_oleh", pejabat(sop, gaya, rng))
    nama = ("nama_sop", [sop.identitas["nama_sop"]])
    order = rng.random()
    if order < 0.8:
        return [*rows, pengesah, nama]
    return [nama, *rows, pengesah] if order < 0.9 else [*rows, nama, pengesah]


def isi_kotak(sop: Sop, gaya: Gaya, key: str, rng: random.Random) -> list[str]:
    """The items of a box with markers and noise; a lone item often stands without a marker."""
    items = [derau(item, gaya.derau, rng) for item in sop.kotak[key]]
    if len(items) == 1 and (rng.random() < 0.5 or gaya.penanda[key] == ""):
        return items
    return nomori(items, gaya.penanda[key] or "1.")


def _satu_sel(lines: list[str], gaya: Gaya, rng: random.Random) -> str:
    """The official's block in one cell."""
    if len(lines) < 2:
        return " ".join(lines)
    mode = rng.choice(["spasi", "spasi", "br", "b"])
    if mode == "br" or not gaya.kop:
        return "<br>".join(lines)
    if mode == "b":
        return " ".join([lines[0], f"<b>{lines[1]}</b>", *lines[2:]])
    return " ".join(lines)


def kepala_tab(sop: Sop, gaya: Gaya, rng: random.Random) -> list[str]:
    """Label and value in cells divided by tabs; two boxes in one row."""
    sep = rng.choice(["\t: ", "\t", "\t:\t", "\t"])
    kiri = gaya.kop and rng.random() < 0.2
    out = [] if kiri else [*kop(sop, gaya), ""]
    for n, (key, lines) in enumerate(baris_identitas(sop, gaya, rng)):
        value = _satu_sel(lines, gaya, rng)
        sela = "\t" if key == "nama_sop" and sep == "\t: " and rng.random() < 0.5 else sep
        pre = "" if not kiri else " ".join(sop.kop) + "\t" if n == 0 else "\t"
        out.append(f"{pre}{gaya.label[key]}{sela}{value}".rstrip(" "))
    return out + kotak_tab(sop, gaya, rng)


def kotak_tab(sop: Sop, gaya: Gaya, rng: random.Random) -> list[str]:
    """Boxes in pairs: a row of two labels, a row of two lists; or label and list in one cell."""
    tengah = rng.choice(["\t", "\t", "\t\t"])
    gabung = rng.random() < 0.25
    lekat = rng.choice(["lekat", "li", "spasi", "br"])
    out = []
    for pair in PASANGAN:
        names = [label(gaya, key) + gaya.titikdua.rstrip() for key in pair]
        cells = [_daftar_sel(isi_kotak(sop, gaya, key, rng), lekat, rng) for key in pair]
        if gabung:
            out.append(tengah.join(f"<p>{name}</p> {cell}" for name, cell in zip(names, cells, strict=True)))
        else:
            out += [tengah.join(names), tengah.join(cells)]
    return out


def _daftar_sel(items: list[str], lekat: str, rng: random.Random) -> str:
    if not items:
        return rng.choice(["", "-"])
    if len(items) == 1 and items[0][:2] not in ("1.", "- ", "a."):
        return items[0]
    if lekat == "li":
        return OL + "".join(f"<li>{item}</li>" for item in items) + "</ol>"
    if lekat == "br":
        return "<br>".join(items)
    if items[0].startswith("- "):
        return '<ul style="list-style-type: none"> ' + " ".join(items)
    joint = "" if lekat == "lekat" else " "
    return OL + joint.join(items) + rng.choice(["", "", "</ol>"])


def kepala_paragraf(sop: Sop, gaya: Gaya, rng: random.Random) -> list[str]:
    """Label and value on one line, then each box below its label, left and right in turn."""
    out = [*kop(sop, gaya), ""]
    if not gaya.identitas:
        return [
            *out,
            f"{rng.choice(['Prosedur', 'SOP', 'PROSEDUR'])} {sop.nama}",
            "",
            *_kotak_paragraf(sop, gaya, rng),
        ]
    sep = rng.choice([": ", " : ", "\t", " : "])
    for key, lines in baris_identitas(sop, gaya, rng):
        if key == "disahkan_oleh" and len(lines) > 1 and rng.random() < 0.6:
            out += [f"{gaya.label[key]}{sep}{lines[0]}", *[""] * rng.randint(0, 2), *lines[1:]]
        else:
            out.append(f"{gaya.label[key]}{sep}{_satu_sel(lines, gaya, rng)}".rstrip(" "))
    out.append("")
    return out + _kotak_paragraf(sop, gaya, rng)


def _kotak_paragraf(sop: Sop, gaya: Gaya, rng: random.Random) -> list[str]:
    out: list[str] = []
    kosong = [""] if rng.random() < 0.7 else []
    tersesat: list[str] = []
    for key in KOTAK:
        items = isi_kotak(sop, gaya, key, rng)
        if key == "dasar_hukum" and len(items) >= 4 and gaya.penanda[key] == "1." and rng.random() < 0.25:
            items, tersesat = items[:-2], items[-2:]
        out += [label(gaya, key) + gaya.titikdua.rstrip(), *kosong, *(items or ["-"]), ""]
        if key == "kualifikasi_pelaksana" and tersesat:
            out += [*(f"<p>{item}</p>" for item in tersesat), ""]
    return out


def kepala_tumpuk(sop: Sop, gaya: Gaya, rng: random.Random) -> list[str]:
    """Labels stacked apart from their values; the labels of two boxes first, then both lists."""
    out = [*kop(sop, gaya), ""]
    rows = baris_identitas(sop, gaya, rng)
    if not gaya.identitas:
        out += [f"{rng.choice(['Prosedur', 'SOP', 'PROSEDUR'])} {sop.nama}", ""]
    elif rng.random() < 0.3:
        out += [gaya.label[key] for key, _ in rows]
        out += ["", *(f": {' '.join(lines) or '-'}" for _, lines in rows), ""]
    else:
        for key, lines in rows:
            sebaris = key != "disahkan_oleh" and rng.random() < 0.3 and lines[0]
            if sebaris:
                out += [f"{gaya.label[key]} : {lines[0]}", ""]
            else:
                out += [gaya.label[key], "", *([*lines, ""] if any(lines) else [])]
    for pair in PASANGAN:
        out += [gaya.label[pair[0]], "", gaya.label[pair[1]], ""]
        for key in pair:
            items = isi_kotak(sop, gaya, key, rng) or ["-"]
            if len(items) > 1 and items[0].startswith("1. ") and rng.random() < 0.2:
                items = [f"- {item.replace('. ', ' ', 1)}" for item in items]
            out += [*items, ""]
    return out


def kepala_pipa(sop: Sop, gaya: Gaya, rng: random.Random) -> list[str]:
    """Markdown: letterhead as heading, identity and boxes as pipe tables or bold label lines."""
    out = [f"{rng.choice(['# ', '## ', ''])}{line}" for line in (sop.kop if gaya.kop else [])] + [""]
    rows = baris_identitas(sop, gaya, rng)
    tebal = gaya.tebal and rng.random() < 0.5
    if rng.random() < 0.7:
        for n, (key, lines) in enumerate(rows):
            name = f"**{gaya.label[key]}**" if tebal else gaya.label[key]
            out.append(f"| {name} | {rng.choice(['', ': '])}{'<br>'.join(lines)} |")
            if n == 0:
                out.append("|---|---|")
    else:
        out += [f"**{gaya.label[key]}:** {'<br>'.join(lines)}  " for key, lines in rows]
    out.append("")
    if rng.random() < 0.6:
        for n, pair in enumerate(PASANGAN):
            cells = ["<br>".join(isi_kotak(sop, gaya, key, rng) or ["-"]) for key in pair]
            out.append(
                f"| {' | '.join(f'**{gaya.label[key]}**' if tebal else gaya.label[key] for key in pair)} |"
            )
            out += ["| --- | --- |"] if n == 0 else []
            out.append(f"| {' | '.join(cells)} |")
        return [*out, ""]
    for key in KOTAK:
        out += [
            f"{rng.choice(['### ', '**'])}{gaya.label[key]}",
            "",
            *(isi_kotak(sop, gaya, key, rng) or ["-"]),
            "",
        ]
        if out[-len(sop.kotak[key] or ["-"]) - 3].startswith("**"):
            out[-len(sop.kotak[key] or ["-"]) - 3] += "**"
    return out
