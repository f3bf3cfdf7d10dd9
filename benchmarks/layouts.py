"""Layouts: one random SOP as OCR engines, converters and copy-paste leave it, with its truth.

``python -m benchmarks.layouts --seed 1 --per-layout 20 OUT`` writes ``OUT/inputs`` and
``OUT/gold``; the gold of ``x.txt`` is ``x.json``, of its n-th SOP ``x--n.json``.
"""

import argparse
import dataclasses
import json
import random
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks import html_dokumen, kepala, pdf_teks, tabel
from benchmarks.bagian import sampul, surat_keputusan, tanda_tangan
from benchmarks.gaya import Gaya, gaya_acak, kebenaran
from benchmarks.sop_acak import Sop, sop_acak

Truth = dict[str, Any]
Penulis = Callable[[Sop, Gaya, random.Random], list[str]]


@dataclass
class Naskah:
    """One input file: its text, suffix, encoding, and the truth of each SOP in it."""

    teks: str
    truths: list[Truth]
    akhiran: str = "txt"
    sandi: str = "utf-8"


def _bingkai(sop: Sop, gaya: Gaya, rng: random.Random, isi: list[str]) -> str:
    """The text with what stands around the SOP: cover or decree before."""
    depan = sampul(sop, rng) if gaya.sampul else []
    if gaya.keputusan:
        depan = [*surat_keputusan(sop, rng), *(["\f"] if rng.random() < 0.5 else [""]), *depan]
    return "\n".join([*[""] * rng.randint(0, 4), *depan, *isi]) + rng.choice(["", "\n"])


def _judul(sop: Sop, gaya: Gaya, rng: random.Random) -> list[str]:
    if not gaya.judul:
        return [""] + (["PROSEDUR", ""] if rng.random() < 0.15 else [])
    kepala_judul = rng.choice(["STANDAR OPERASIONAL PROSEDUR (SOP)", "PROSEDUR", "SOP", ""])
    lines = [line for line in (kepala_judul, sop.nama.upper()) if line]
    if gaya.tebal == "**":
        lines[0], lines[-1] = f"**{lines[0]}", f"{lines[-1]}**"
    return ["", *lines, ""]


def _rakit(sop: Sop, gaya: Gaya, rng: random.Random, tulis_kepala: Penulis, tulis_tabel: Penulis) -> str:
    isi = [
        *tulis_kepala(sop, gaya, rng),
        *_judul(sop, gaya, rng),
        *tulis_tabel(sop, gaya, rng),
        *tanda_tangan(sop, gaya, rng),
    ]
    return _bingkai(sop, gaya, rng, isi)


def tegas(sop: Sop, ket: float, rng: random.Random) -> Sop:
    """``sop`` without rows that cannot be told apart once cell marks are lost.

    An empty Waktu becomes "-"; Keterangan goes where Output is empty, and wholly with chance 1 - ``ket``.
    """
    tanpa = rng.random() > ket
    out = dataclasses.replace(sop, langkah=[dataclasses.replace(step) for step in sop.langkah])
    for step, truth in zip(out.langkah, out.truth["prosedur"], strict=True):
        step.waktu = step.waktu or "-"
        if tanpa or step.output in ("", "-"):
            step.keterangan, truth["keterangan"] = "", None
        for key in ("kelengkapan", "output", "keterangan"):
            if tanpa and getattr(step, key) == "-":
                setattr(step, key, "")
    return out


def _tanpa_kolom(truth: Truth) -> None:
    """Take the actor columns out of the truth: their heading is not printed."""
    truth["pelaksana"] = []
    for step in truth["prosedur"]:
        step["pelaksana"] = None


def tab(sop: Sop, rng: random.Random) -> Naskah:
    """1: tab tables throughout, lists glued in one cell."""
    gaya = gaya_acak(sop, rng)
    return Naskah(_rakit(sop, gaya, rng, kepala.kepala_tab, tabel.tabel_tab), [kebenaran(sop, gaya)])


def paragraf(sop: Sop, rng: random.Random) -> Naskah:
    """2: label and value in paragraphs, then a tab table."""
    gaya = gaya_acak(sop, rng)
    gaya.identitas = rng.random() > 0.06
    return Naskah(_rakit(sop, gaya, rng, kepala.kepala_paragraf, tabel.tabel_tab), [kebenaran(sop, gaya)])


def tumpuk(sop: Sop, rng: random.Random) -> Naskah:
    """3: stacked labels, then values; a tab table."""
    gaya = gaya_acak(sop, rng)
    gaya.identitas = rng.random() > 0.06
    return Naskah(_rakit(sop, gaya, rng, kepala.kepala_tumpuk, tabel.tabel_tab), [kebenaran(sop, gaya)])


def rata(sop: Sop, rng: random.Random) -> Naskah:
    """4: a table without any cell marks."""
    sop = tegas(sop, 0.15, rng)
    gaya = gaya_acak(sop, rng, simbol=False)
    gaya.baris_angka = False
    gaya.identitas = rng.random() > 0.15
    judul_kolom = rng.random() < 0.5
    truth = kebenaran(sop, gaya)
    if not judul_kolom:
        _tanpa_kolom(truth)

    def tulis(sop: Sop, gaya: Gaya, rng: random.Random) -> list[str]:
        head = tabel.kepala_rata(sop, gaya) if judul_kolom else []
        return [*head, *tabel.tabel_rata(sop, gaya, rng)]

    tulis_kepala = rng.choice([kepala.kepala_paragraf, kepala.kepala_tumpuk])
    return Naskah(_rakit(sop, gaya, rng, tulis_kepala, tulis), [truth])


def pipa(sop: Sop, rng: random.Random) -> Naskah:
    """5: Markdown with pipe tables."""
    gaya = gaya_acak(sop, rng)
    text = _rakit(sop, gaya, rng, kepala.kepala_pipa, tabel.tabel_pipa)
    return Naskah(text, [kebenaran(sop, gaya)], "md")


def laman(sop: Sop, rng: random.Random) -> Naskah:
    """6: an HTML document."""
    gaya = gaya_acak(sop, rng)
    gaya.sampul = gaya.keputusan = False
    return Naskah(
        html_dokumen.dokumen(sop, gaya, rng), [kebenaran(sop, gaya)], rng.choice(["html", "html", "htm"])
    )


def layout(sop: Sop, rng: random.Random) -> Naskah:
    """7: ``pdftotext -layout``."""
    gaya = gaya_acak(sop, rng, simbol=False)
    return Naskah(
        _rakit(sop, gaya, rng, pdf_teks.kepala_layout, tabel_pdf(pdf_teks.tabel_layout)),
        [kebenaran(sop, gaya)],
    )


def tabel_pdf(tulis: Penulis) -> Penulis:
    """``tulis`` on a page of its own in some documents."""

    def halaman_baru(sop: Sop, gaya: Gaya, rng: random.Random) -> list[str]:
        lines = tulis(sop, gaya, rng)
        return ["\f" + lines[0], *lines[1:]] if rng.random() < 0.5 else lines

    return halaman_baru


def _polos(sop: Sop, rng: random.Random, mentah: bool) -> Naskah:
    sop = tegas(sop, 0.4, rng)
    gaya = gaya_acak(sop, rng, simbol=False)

    def tulis_kepala(sop: Sop, gaya: Gaya, rng: random.Random) -> list[str]:
        return pdf_teks.kepala_polos(sop, gaya, rng, mentah)

    def tulis_tabel(sop: Sop, gaya: Gaya, rng: random.Random) -> list[str]:
        return pdf_teks.tabel_polos(sop, gaya, rng, mentah)

    return Naskah(_rakit(sop, gaya, rng, tulis_kepala, tabel_pdf(tulis_tabel)), [kebenaran(sop, gaya)])


def polos(sop: Sop, rng: random.Random) -> Naskah:
    """8: plain ``pdftotext``."""
    return _polos(sop, rng, False)


def mentah(sop: Sop, rng: random.Random) -> Naskah:
    """8b: ``pdftotext -raw``."""
    return _polos(sop, rng, True)


def campur(sop: Sop, rng: random.Random) -> Naskah:
    """10: the identity page of one kind, the table of another."""
    gaya = gaya_acak(sop, rng, simbol=False)
    atas: list[Penulis] = [
        kepala.kepala_tab,
        kepala.kepala_paragraf,
        kepala.kepala_tumpuk,
        kepala.kepala_pipa,
        pdf_teks.kepala_layout,
    ]
    bawah: list[Penulis] = [tabel.tabel_tab, tabel.tabel_pipa, pdf_teks.tabel_layout, html_dokumen.tabel_html]
    i, j = rng.randrange(len(atas)), rng.randrange(len(bawah))
    if i in (0, 1, 2) and j == 0:
        j = rng.choice([1, 2, 3])
    return Naskah(
        _rakit(sop, gaya, rng, atas[i], bawah[j]), [kebenaran(sop, gaya)], "md" if j == 1 else "txt"
    )


def banyak(sop: Sop, rng: random.Random) -> Naskah:
    """9: two or three SOPs in one file, in one layout."""
    sort = rng.choice([tab, paragraf, layout, pipa, tumpuk])
    parts = [sort(sop, rng), *(sort(sop_acak(rng), rng) for _ in range(rng.choice([1, 1, 2])))]
    joint = rng.choice(["\n\n", "\f", "\n\f\n"])
    return Naskah(
        joint.join(part.teks for part in parts), [t for part in parts for t in part.truths], parts[0].akhiran
    )


LAYOUTS: dict[str, Callable[[Sop, random.Random], Naskah]] = {
    "01-tab": tab,
    "02-paragraf": paragraf,
    "03-tumpuk": tumpuk,
    "04-rata": rata,
    "05-pipa": pipa,
    "06-html": laman,
    "07-layout": layout,
    "08-polos": polos,
    "08-raw": mentah,
    "09-banyak": banyak,
    "10-campur": campur,
}


def naskah_acak(name: str, seed: int, number: int) -> Naskah:
    """The ``number``-th document of layout ``name`` under ``seed``."""
    rng = random.Random(f"{seed}/{name}/{number}")
    out = LAYOUTS[name](sop_acak(rng), rng)
    if rng.random() < 0.15:
        out.teks = out.teks.replace("\n", "\r\n")
    if rng.random() < 0.1:
        out.sandi = "utf-8-sig"
    elif rng.random() < 0.05:
        out.sandi = "utf-16"
    return out


def tulis(out: Path, seed: int, per_layout: int, names: list[str]) -> int:
    """Write the documents and their gold below ``out``; how many files were written."""
    inputs, gold = out / "inputs", out / "gold"
    inputs.mkdir(parents=True, exist_ok=True)
    gold.mkdir(parents=True, exist_ok=True)
    for name in names:
        for number in range(per_layout):
            naskah = naskah_acak(name, seed, number)
            stem = f"{name}-{number:03d}"
            (inputs / f"{stem}.{naskah.akhiran}").write_bytes(naskah.teks.encode(naskah.sandi))
            for n, truth in enumerate(naskah.truths, 1):
                path = gold / (f"{stem}.json" if len(naskah.truths) == 1 else f"{stem}--{n}.json")
                path.write_text(json.dumps(truth, ensure_ascii=False, indent=2) + "\n", "utf-8")
    return per_layout * len(names)


def main() -> None:
    """Command line; see the module docstring."""
    parser = argparse.ArgumentParser(description="Write random SOP texts in every layout, with their truth.")
    parser.add_argument("out", type=Path)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--per-layout", type=int, default=20)
    parser.add_argument("--layout", nargs="+", choices=sorted(LAYOUTS), default=sorted(LAYOUTS))
    args = parser.parse_args()
    print(tulis(args.out, args.seed, args.per_layout, args.layout), "files")


if __name__ == "__main__":
    main()
