"""Files with more than one SOP around cover, decree and contents; and files that are no SOP at all."""

import copy
import html
import random
import tempfile
from pathlib import Path
from typing import Any

import pypdfium2

from benchmarks.bagian import surat_keputusan
from benchmarks.halaman.html import bungkus, lambang_daerah
from benchmarks.halaman.naskah import cetak, naskah
from benchmarks.halaman.peramban import Peramban
from benchmarks.halaman.pindai import simpan_pdf
from benchmarks.halaman.rupa import Rupa, id_acak, rupa_dari
from benchmarks.sop_acak import BULAN, Sop, sop_acak


def _cetak_html(bagian: str, rupa: Rupa, browser: Peramban) -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "x.html"
        source.write_text(bungkus(bagian, rupa, None), "utf-8")
        return browser.cetak(source, "atur()")[0]


def _p(text: str, gaya: str = "") -> str:
    return f"<p style='{gaya}'>{html.escape(text, quote=False) or '&nbsp;'}</p>"


def _sampul(sop: Sop, rng: random.Random) -> str:
    besar = "font-size:20pt;text-align:center;font-weight:bold"
    body = (
        _p("", "height:40mm")
        + f"<div style='text-align:center'>{lambang_daerah(rng, 130)}</div>"
        + _p("", "height:15mm")
    )
    body += _p("STANDAR OPERASIONAL PROSEDUR (SOP)", besar) + _p(sop.unit.upper(), besar)
    return f"<section data-arah=P>{body}{_p('', 'height:60mm')}{''.join(_p(line, besar) for line in sop.kop)}{_p(f'TAHUN {rng.randint(2018, 2024)}', besar)}</section>"


def _keputusan(sop: Sop, rng: random.Random, judul: list[str]) -> str:
    body = ""
    for line in surat_keputusan(sop, rng):
        tengah = (
            "text-align:center;font-weight:bold"
            if line.isupper() or line.startswith("NOMOR")
            else "text-align:justify"
        )
        body += _p(line, tengah)
    lampiran = _p("LAMPIRAN KEPUTUSAN", "margin-left:55%") + _p(
        "DAFTAR STANDAR OPERASIONAL PROSEDUR", "text-align:center;font-weight:bold"
    )
    rows = "".join(
        f"<tbody><tr><td style='width:10%'>{n}.</td><td>{html.escape(name)}</td><td>{rng.choice(['Ada', 'Baru', '-'])}</td></tr></tbody>"
        for n, name in enumerate(judul, 1)
    )
    tabel = f"<table><thead><tr><th>No</th><th>Nama SOP</th><th>Keterangan</th></tr></thead>{rows}</table>"
    return f"<section data-arah=P>{body}</section><section data-arah=P>{lampiran}{tabel}</section>"


def _isi(judul: list[str]) -> str:
    rows = "".join(
        _p(f"{n}. SOP {name} {'.' * max(3, 70 - len(name))} {n * 2 + 1}") for n, name in enumerate(judul, 1)
    )
    return f"<section data-arah=P>{_p('DAFTAR ISI', 'text-align:center;font-weight:bold;margin:6mm')}{rows}</section>"


def bundel(
    seed: int, nomor: int, styles: str, browser: Peramban, rng: random.Random
) -> tuple[bytes, list[dict[str, Any]], str]:
    """Several SOPs of one hand in one PDF: the bytes, the truth of each, the style id."""
    pertama = naskah(seed, 10000 + nomor * 10, styles)
    # One office makes its SOPs alike, mostly.
    gaya = pertama.rupa.id if rng.random() < 0.75 else ""
    docs = [
        pertama,
        *(naskah(seed, 10000 + nomor * 10 + n, styles, gaya) for n in range(1, rng.randint(2, 4))),
    ]
    judul = [doc.isi.sop.nama for doc in docs]
    depan = _sampul(pertama.isi.sop, rng) if rng.random() < 0.6 else ""
    depan += _keputusan(pertama.isi.sop, rng, judul) if rng.random() < 0.5 else ""
    depan += _isi(judul) if rng.random() < 0.5 else ""
    out = pypdfium2.PdfDocument.new()
    if depan:
        _tambah(out, _cetak_html(depan, pertama.rupa, browser))
    truths = []
    for n, doc in enumerate(docs):
        lembar = cetak(doc, browser)
        awal = len(out)
        _tambah(out, lembar.pdf)
        truth = copy.deepcopy(lembar.truth)
        truth["sumber"]["halaman"] = list(range(awal + 1, len(out) + 1))
        truths.append(truth)
        if rng.random() < 0.2 and n + 1 < len(docs):
            out.new_page(595, 842)
        elif rng.random() < 0.15:
            _tambah(out, lembar.pdf, [len(out) - awal - 1])
    return simpan_pdf(out), truths, pertama.rupa.id


def _tambah(out: Any, data: bytes, pages: list[int] | None = None) -> None:
    source = pypdfium2.PdfDocument(data)
    out.import_pages(source, pages)
    source.close()


def negatif(styles: str, browser: Peramban, rng: random.Random) -> tuple[bytes, list[dict[str, Any]], str]:
    """A file that is no SOP: decree, letter, poster, or another kind of table."""
    rupa = rupa_dari(id_acak(rng, styles))
    sop = sop_acak(rng)
    build = rng.choice([_keputusan_saja, _surat, _poster, _tabel_lain])
    return _cetak_html(build(sop, rng), rupa, browser), [], rupa.id


def _keputusan_saja(sop: Sop, rng: random.Random) -> str:
    return _keputusan(sop, rng, [sop_acak(rng).nama for _ in range(rng.randint(8, 30))])


def _surat(sop: Sop, rng: random.Random) -> str:
    kop = "".join(_p(line, "text-align:center;font-weight:bold") for line in sop.kop)
    badan = [
        f"Nomor : 005/{rng.randint(10, 400)}/{rng.randint(2018, 2024)}",
        "Sifat : Biasa",
        "Perihal : Undangan Rapat Penyusunan SOP",
        "",
        "Yth. Kepala Seksi se-lingkungan " + sop.unit,
        "di Tempat",
        "",
        "Sehubungan dengan akan disusunnya standar operasional prosedur, bersama ini kami mengundang Saudara untuk hadir pada:",
        f"Hari/tanggal : {rng.choice(['Senin', 'Rabu', 'Kamis'])}, {rng.randint(1, 28)} {rng.choice(BULAN)} {rng.randint(2018, 2024)}",
        f"Waktu : pukul {rng.randint(8, 14):02d}.00 sampai dengan selesai",
        "Tempat : Ruang rapat lantai satu",
        "Demikian disampaikan, atas perhatian Saudara diucapkan terima kasih.",
    ]
    ttd = "".join(_p(line, "margin-left:60%") for line in sop.pejabat)
    return f"<section data-arah=P>{kop}<hr>{''.join(_p(line) for line in badan)}{_p('', 'height:15mm')}{ttd}</section>"


def _poster(sop: Sop, rng: random.Random) -> str:
    warna = rng.sample(["#1976d2", "#43a047", "#fb8c00", "#8e24aa", "#00897b"], 3)
    kotak = "".join(
        f"<div style='margin:5mm auto;width:70%;padding:6mm;border-radius:{rng.choice([0, 4, 10])}mm;background:{warna[n % 3]};color:#fff;text-align:center;font-size:15pt'>{n + 1}. {html.escape(step.uraian)}</div><p style='text-align:center;font-size:18pt'>▼</p>"
        for n, step in enumerate(sop.langkah[:6])
    )
    return f"<section data-arah=P>{_p('ALUR PELAYANAN ' + sop.nama.upper(), 'font-size:22pt;text-align:center;font-weight:bold')}{kotak}</section>"


def _tabel_lain(sop: Sop, rng: random.Random) -> str:
    kepala = ["No", "Program/Kegiatan", "Indikator", "Target", "Realisasi", "Anggaran", "Keterangan"]
    rows = "".join(
        "<tbody><tr>"
        + "".join(
            f"<td>{html.escape(str(v))}</td>"
            for v in (
                n,
                step.uraian,
                step.output,
                f"{rng.randint(1, 100)} %",
                f"{rng.randint(1, 100)} %",
                f"Rp{rng.randint(1, 900)}.000.000",
                rng.choice(["", "Tercapai"]),
            )
        )
        + "</tr></tbody>"
        for n, step in enumerate(sop.langkah, 1)
    )
    judul = _p(
        f"LAPORAN REALISASI KINERJA {sop.unit.upper()}", "text-align:center;font-weight:bold;margin:4mm"
    )
    return f"<section data-arah=L>{judul}<table><thead><tr>{''.join(f'<th>{k}</th>' for k in kepala)}</tr></thead>{rows}</table></section>"
