"""What ``pdftotext`` makes of an SOP page: with ``-layout``, plain, and with ``-raw``.

Modelled on true dumps of printed pages. With ``-layout`` the lines of cells that are centred
vertically fall on half lines of their own; plain text comes cell by cell, at times with the
lines of two narrow neighbours on one line.
"""

import random
import textwrap
from dataclasses import dataclass, field

from benchmarks.gaya import Gaya, label, nomori
from benchmarks.kepala import PASANGAN, baris_identitas
from benchmarks.sop_acak import Sop
from benchmarks.tabel import baris_angka, baris_kepala, sel_langkah


@dataclass
class Kolom:
    """One column on the page: first character, width, and how its text stands."""

    x: int
    lebar: int
    tengah: bool = False


@dataclass
class Halaman:
    """A page of characters that fills row by row."""

    baris: list[str] = field(default_factory=list)

    def taruh(self, potongan: list[tuple[int, str]]) -> None:
        """Add one line; pieces that would touch are pushed right by one blank."""
        line = ""
        for x, text in sorted(potongan):
            if text:
                line = line.ljust(x) if len(line) < x else line + " " if line else ""
                line += text
        self.baris.append(line.rstrip())

    def sel(self, kolom: list[Kolom], isi: list[list[str]], mode: str) -> None:
        """Add a table row: the lines of each cell, aligned to the top or the middle of the row.

        What is centred drifts by a character or two, as proportional letters do on the grid.
        """
        tinggi = max((len(lines) for lines in isi), default=0)
        at: dict[int, list[tuple[int, str]]] = {}
        for col, lines in zip(kolom, isi, strict=True):
            start = (tinggi - len(lines)) if mode == "tengah" else 0
            for n, line in enumerate(lines):
                pad = max(0, (col.lebar - len(line) + len(line) % 3 - 1) // 2) if col.tengah else 0
                at.setdefault(start + 2 * n, []).append((col.x + pad, line))
        for y in sorted(at):
            self.taruh(at[y])


def bungkus(text: str, width: int) -> list[str]:
    """``text`` as the lines of a cell."""
    return textwrap.wrap(text, max(width, 4), break_long_words=False, break_on_hyphens=False)


def bungkus_daftar(items: list[str], width: int, gantung: bool) -> list[str]:
    """A list in a cell; ``gantung`` indents what follows the first line of an item."""
    out: list[str] = []
    for item in items:
        inner = (
            "   " if (gantung and item[1:3] in (". ", ") ")) or (item.startswith("- ") and gantung) else ""
        )
        out += textwrap.wrap(
            item, width, subsequent_indent=inner, break_long_words=False, break_on_hyphens=False
        )
    return out


def muat_kotak(sop: Sop, gaya: Gaya, key: str) -> list[str]:
    """The items of a box with markers; a lone item without."""
    items = sop.kotak[key]
    if len(items) == 1 and key not in ("dasar_hukum", "keterkaitan"):
        return list(items)
    return nomori(items, gaya.penanda[key] or "1.")


def kepala_layout(sop: Sop, gaya: Gaya, rng: random.Random) -> list[str]:
    """The identity page with ``-layout``."""
    page = Halaman()
    kiri, lebar_label = rng.randint(30, 46), rng.choice([14, 18, 20])
    rapat = rng.random() < 0.3
    kolom = [
        Kolom(0, kiri - 2, True),
        Kolom(kiri, lebar_label),
        Kolom(kiri + lebar_label, rng.randint(26, 40), rng.random() < 0.3),
    ]
    mode = rng.choice(["atas", "tengah"])
    colon = ": " if gaya.titikdua else ""
    rows: list[tuple[list[str], list[str]]] = []
    for key, lines in baris_identitas(sop, gaya, rng):
        value = [*lines[:1], *[""] * rng.randint(0, 3), *lines[1:]] if key == "disahkan_oleh" else lines
        wrapped: list[str] = []
        for n, line in enumerate(value):
            wrapped += bungkus((colon if n == 0 else "") + line, kolom[2].lebar) or [
                colon.strip() if n == 0 else ""
            ]
        rows.append((bungkus(gaya.label[key], lebar_label - 1), wrapped))
    _kop_di_kiri(page, kolom, rows, sop, gaya, mode)
    if not rapat:
        page.baris.append("")
    _kotak_layout(page, sop, gaya, rng, mode)
    return page.baris


def _kop_di_kiri(
    page: Halaman,
    kolom: list[Kolom],
    rows: list[tuple[list[str], list[str]]],
    sop: Sop,
    gaya: Gaya,
    mode: str,
) -> None:
    """Letterhead centred in the left cell beside the labelled rows."""
    right = Halaman()
    for name, value in rows:
        right.sel(kolom[1:], [name, value or [""]], mode)
    kop = [line for text in sop.kop for line in bungkus(text, kolom[0].lebar)] if gaya.kop else []
    start = max(0, (len(right.baris) - len(kop)) // 2)
    for n in range(max(len(right.baris), start + len(kop))):
        line = right.baris[n] if n < len(right.baris) else ""
        text = kop[n - start] if start <= n < start + len(kop) else ""
        pad = max(0, (kolom[0].lebar - len(text)) // 2)
        page.baris.append(
            ((" " * pad + text).ljust(len(line) - len(line.lstrip()) - 0) + line.lstrip())
            if text and line.strip()
            else (" " * pad + text).rstrip() or line
        )


def _kotak_layout(page: Halaman, sop: Sop, gaya: Gaya, rng: random.Random, mode: str) -> None:
    width = rng.randint(40, 54)
    gantung = rng.random() < 0.7
    gap = rng.choice([1, 2, 3, 4])
    kolom = [Kolom(0, width), Kolom(width + gap, width)]
    for pair in PASANGAN:
        page.sel(
            kolom,
            [
                [label(gaya, key).replace("<b>", "").replace("</b>", "").replace("*", "") + gaya.titikdua]
                for key in pair
            ],
            "atas",
        )
        cells = [bungkus_daftar(muat_kotak(sop, gaya, key), width, gantung) for key in pair]
        page.sel(kolom, cells, mode)
        if rng.random() < 0.2:
            page.baris.append("")


def _lebar_tabel(sop: Sop, gaya: Gaya, rng: random.Random) -> list[int]:
    """Widths of the columns in characters: no, uraian, actors, kelengkapan, waktu, output, keterangan."""
    actors = [max(max(len(word) for word in name.split()), rng.randint(7, 10)) for name in sop.kolom]
    longest = max((len(word) for step in sop.langkah for word in step.kelengkapan.split()), default=10)
    mutu = [max(rng.randint(13, 20), longest), rng.choice([7, 8, 10, 12]), rng.randint(14, 20)]
    ket = [rng.randint(12, 17)] if gaya.kolom_ket else []
    return [4, rng.randint(22, 34), *actors, *mutu, *ket]


def tabel_layout(sop: Sop, gaya: Gaya, rng: random.Random) -> list[str]:
    """The procedure page with ``-layout``; pages parted by form feeds, the header repeated or not."""
    widths = _lebar_tabel(sop, gaya, rng)
    gap = rng.choice([1, 2, 2, 3])
    rata_tengah = rng.random() < 0.5
    kolom, x = [], 0
    for n, width in enumerate(widths):
        kolom.append(Kolom(x, width, rata_tengah and n not in (0, 1)))
        x += width + gap
    mode = rng.choice(["atas", "tengah"])
    page = Halaman()
    _kepala_tabel_layout(page, sop, gaya, kolom, mode)
    for n, step in enumerate(sop.langkah):
        cells = sel_langkah(step, sop, gaya, rng)
        if gaya.ulang and n and n % gaya.ulang == 0:
            page.baris += rng.choice(
                [[], ["", str(n // gaya.ulang + 1)], ["", f"{' ' * 60}Halaman {n // gaya.ulang}"]]
            )
            mark = len(page.baris)
            if rng.random() < 0.6:
                _kepala_tabel_layout(page, sop, gaya, kolom, mode)
                page.baris[mark] = "\f" + page.baris[mark]
            else:
                page.sel(
                    kolom, [bungkus(cell, col.lebar) for cell, col in zip(cells, kolom, strict=True)], mode
                )
                page.baris[mark] = "\f" + page.baris[mark]
                continue
        page.sel(kolom, [bungkus(cell, col.lebar) for cell, col in zip(cells, kolom, strict=True)], mode)
    return page.baris


def _kepala_tabel_layout(page: Halaman, sop: Sop, gaya: Gaya, kolom: list[Kolom], mode: str) -> None:
    """Group heads centred over their columns, then the heads of the columns; No and Kegiatan beside both."""
    n = len(sop.kolom)
    first, second = baris_kepala(sop, gaya)
    actors, mutu = kolom[2 : 2 + n], kolom[2 + n : 5 + n]
    groups = [
        Kolom(actors[0].x, actors[-1].x + actors[-1].lebar - actors[0].x, True),
        Kolom(mutu[0].x, mutu[-1].x + mutu[-1].lebar - mutu[0].x, True),
    ]
    tepi = [kolom[0], Kolom(kolom[1].x, kolom[1].lebar, True), *kolom[5 + n :]]
    tepi_isi = [[first[0]], [first[1]], *([cell] for cell in first[5 + n :])]
    lower = [bungkus(name, col.lebar) for name, col in zip(second[2 : 5 + n], [*actors, *mutu], strict=True)]
    group_isi = [[first[2]], [first[2 + n]]]
    if mode == "atas":
        page.sel([*tepi[:2], *groups, *tepi[2:]], [*tepi_isi[:2], *group_isi, *tepi_isi[2:]], "atas")
        page.sel([*actors, *mutu], lower, "atas")
    else:
        page.sel(groups, group_isi, "atas")
        page.sel([*tepi[:2], *actors, *mutu, *tepi[2:]], [*tepi_isi[:2], *lower, *tepi_isi[2:]], "tengah")
    if gaya.baris_angka:
        angka = zip(kolom, baris_angka(sop, gaya), strict=True)
        page.taruh([(col.x + (0 if text == "1" else col.lebar // 2), text) for col, text in angka])


def kepala_polos(sop: Sop, gaya: Gaya, rng: random.Random, mentah: bool) -> list[str]:
    """The identity page as plain text; ``mentah`` is ``-raw``: no blank lines, label and value on one line."""
    sela = [] if mentah else [""]
    width = rng.randint(24, 40)
    colon = ": " if gaya.titikdua else ""
    blocks: list[list[str]] = []
    for key, lines in baris_identitas(sop, gaya, rng):
        name = bungkus(gaya.label[key], rng.choice([12, 30]))
        value = [w for n, line in enumerate(lines) for w in bungkus((colon if n == 0 else "") + line, width)]
        if mentah:
            blocks.append([f"{' '.join(name)} {value[0] if value else ''}".strip(), *value[1:]])
        else:
            blocks += [name, *([value] if value else [[colon.strip()]] if colon else [])]
    kop = list(sop.kop) if gaya.kop else []
    if kop and not mentah and rng.random() < 0.15 and len(kop) <= len(blocks) // 2:
        blocks = _kop_terselip(kop, blocks)
    elif kop:
        at = rng.choice([0, 0, 0, min(6, len(blocks))])
        blocks.insert(at if mentah or at == 0 else at - at % 2, kop)
    out = [line for block in blocks for line in [*block, *sela]]
    return out + _kotak_polos(sop, gaya, rng, mentah)


def _kop_terselip(kop: list[str], blocks: list[list[str]]) -> list[list[str]]:
    """The letterhead read together with the first labels, whose values follow in one block."""
    n = len(kop)
    if any(len(block) != 1 for block in blocks[: 2 * n]) or not all(blocks[k][0] for k in range(1, 2 * n, 2)):
        return [kop, *blocks]
    labels, values = [blocks[k][0] for k in range(0, 2 * n, 2)], [blocks[k][0] for k in range(1, 2 * n, 2)]
    mixed = [
        f"{kop[0]} {labels[0]}",
        *(line for pair in zip(kop[1:], labels[1:], strict=True) for line in pair),
    ]
    return [mixed, values, *blocks[2 * n :]]


def _kotak_polos(sop: Sop, gaya: Gaya, rng: random.Random, mentah: bool) -> list[str]:
    width = rng.randint(38, 60)
    out: list[str] = []
    for pair in PASANGAN:
        names = [gaya.label[key] + gaya.titikdua.rstrip() for key in pair]
        cells = [bungkus_daftar(muat_kotak(sop, gaya, key) or ["-"], width, False) for key in pair]
        if mentah:
            out += [" ".join(names), *cells[0], *cells[1]]
        else:
            out += [names[0], "", names[1], "", *cells[0], "", *cells[1], ""]
    return out


def tabel_polos(sop: Sop, gaya: Gaya, rng: random.Random, mentah: bool) -> list[str]:
    """The procedure as plain text, cell after cell."""
    widths = _lebar_tabel(sop, gaya, rng)
    sela = [] if mentah or rng.random() < 0.15 else [""]
    first, second = baris_kepala(sop, gaya)
    atas = [cell for cell in first if cell]
    bawah = [bungkus(cell, width) for cell, width in zip(second, widths, strict=True) if cell]
    angka = baris_angka(sop, gaya) if gaya.baris_angka else []
    if mentah:
        kepala = [
            " ".join(atas),
            *(line for head in bawah for line in head),
            *([" ".join(angka)] if angka else []),
        ]
    else:
        kepala = [line for head in [*([cell] for cell in atas), *bawah] for line in [*head, *sela]]
        kepala += [*(angka if sela else [" ".join(angka)]), *sela] if angka else []
    if sela and not any(step.keterangan for step in sop.langkah) and rng.random() < 0.15:
        return _tabel_per_kolom(sop, gaya, rng, widths, atas, bawah)
    campur = rng.choice([0.0, 0.0, 0.25])
    out = list(kepala)
    for n, step in enumerate(sop.langkah):
        cells = sel_langkah(step, sop, gaya, rng)
        wrapped = [bungkus(cell, width) for cell, width in zip(cells, widths, strict=True)]
        if gaya.ulang and n and n % gaya.ulang == 0:
            head = list(kepala) if rng.random() < 0.6 else []
            page = [*head, *_sel_polos(wrapped, sela, mentah, campur, rng)]
            out += ["\f" + page[0], *page[1:]]
        else:
            out += _sel_polos(wrapped, sela, mentah, campur, rng)
    return out


def _tabel_per_kolom(
    sop: Sop, gaya: Gaya, rng: random.Random, widths: list[int], atas: list[str], bawah: list[list[str]]
) -> list[str]:
    """Steps down the left of the table first, then the right of it row by row; an empty cell shows a dash."""
    n = len(sop.kolom)
    left, right = [atas[0], "", atas[1], ""], []
    for step in sop.langkah:
        cells = sel_langkah(step, sop, gaya, rng)
        uraian = bungkus(cells[1], widths[1])
        left += [f"{cells[0]} {uraian[0]}", *uraian[1:]]
        for cell, width in list(zip(cells, widths, strict=True))[2 + n : 5 + n]:
            right += [*bungkus(cell or "-", width), ""]
    heads = [line for head in [[cell] for cell in atas[2:]] + bawah for line in [*head, ""]]
    return [*left, "", *heads, *right]


def _ada_angka(cell: list[str], pair: list[str]) -> bool:
    """Whether one of the cells is a duration, so that a reader can tell the two apart."""
    return cell[0][:1].isdigit() or pair[0][:1].isdigit()


def _sel_polos(
    wrapped: list[list[str]], sela: list[str], mentah: bool, campur: float, rng: random.Random
) -> list[str]:
    full = [cell for cell in wrapped if cell]
    if mentah and len(full) > 1:  # the number stands on the line of the step's first words
        full[:2] = [[f"{full[0][0]} {full[1][0]}", *full[1][1:]]]
    out: list[str] = []
    n = 0
    while n < len(full):
        cell = full[n]
        pair = full[n + 1] if n + 1 < len(full) else None
        if (
            n >= 2
            and pair
            and (
                (mentah and len(cell) == len(pair) == 1) or (rng.random() < campur and _ada_angka(cell, pair))
            )
        ):
            rows = max(len(cell), len(pair))
            lines = [" ".join(part[k] for part in (cell, pair) if k < len(part)) for k in range(rows)]
            out += [*lines, *sela]
            n += 2
            continue
        out += [*cell, *sela]
        n += 1
    return out
