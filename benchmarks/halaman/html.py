"""The SOP as HTML: identity page, boxes, procedure table; ``atur.js`` cuts it into pages and draws the flow."""

import html
import json
import random
import re
from pathlib import Path

from benchmarks.halaman.isi import Isi
from benchmarks.halaman.kebiasaan import kebiasaan_dari
from benchmarks.halaman.rupa import Rupa
from benchmarks.kepala import PASANGAN, baris_identitas, isi_kotak
from benchmarks.sop_acak import KOTAK, Langkah

NASKAH = Path(__file__).with_name("atur.js")
UKURAN = {"A4": (210, 297), "F4": (215, 330)}
CSS = """@page L {{ size: {h}mm {w}mm; margin: 0 }} @page P {{ size: {w}mm {h}mm; margin: 0 }} @page {{ margin: 0 }}
* {{ box-sizing: border-box }} body {{ margin: 0; font: {ukuran}pt/{spasi} {huruf} }}
.hal {{ position: relative; overflow: hidden; break-after: page; padding: {tepi}mm }}
.L {{ page: L; width: {h}mm; height: {w}mm }} .P {{ page: P; width: {w}mm; height: {h}mm }}
.hal svg.alir {{ position: absolute; left: 0; top: 0; width: 100%; height: 100% }}
table {{ border-collapse: collapse; width: 100%; table-layout: fixed; border: {bingkai} }}
td, th {{ border: {garis}; padding: {isi}px {isi2}px; vertical-align: {tegak}; overflow-wrap: break-word; font-weight: normal }}
p {{ margin: 0 }} p.i {{ padding-left: 1.6em; text-indent: -1.6em }} p.i b.n {{ display: inline-block; width: 1.6em; text-indent: 0; font-weight: normal }}
p.m {{ padding-left: {menjorok}em }}
.identitas td {{ vertical-align: top }} .bk {{ border-bottom: none !important }} .bi {{ border-top: none !important }}
.kop {{ text-align: center; vertical-align: middle !important }} .lab {{ font-weight: {tebal} }}
.tv {{ border-right: none }} .tk {{ border-left: none }}
.prosedur {{ font: {ukuran_tabel}pt/{spasi} {huruf_tabel} }} .prosedur th {{ text-align: center; vertical-align: middle; font-weight: {tebal_kepala}; {isi_kepala} }}
.prosedur td {{ text-align: {datar} }} .prosedur td.u {{ text-align: {rata_uraian} }} .prosedur td.n {{ text-align: center }}
.prosedur td.a {{ text-align: center; padding: {nafas}px 0; font-size: 0; line-height: 0; vertical-align: {tegak} }}
.prosedur i {{ display: inline-block; margin: 0 2px }} .putar span {{ writing-mode: vertical-rl; transform: rotate(180deg); white-space: normal; max-height: 34mm }}
.ttd {{ margin-left: 60%; text-align: center; margin-top: 4mm }} .judul {{ font-weight: bold; margin: 0 0 3mm }} .tengah {{ text-align: center }}
.kaki {{ position: absolute; bottom: 4mm; right: {tepi}mm; font-size: 8pt }}"""


def _e(text: str) -> str:
    return html.escape(text, quote=False)


def _gaya(rupa: Rupa) -> str:
    w, h = UKURAN[rupa.kertas]
    latar = ""
    if rupa.isi_kepala:
        latar = f"background: {rupa.isi_kepala};" + (" color: #fff" if rupa.isi_kepala == "#4472c4" else "")
    return CSS.format(
        w=w,
        h=h,
        tepi=rupa.tepi,
        ukuran=rupa.ukuran,
        huruf=rupa.huruf,
        spasi=rupa.spasi,
        garis=rupa.garis,
        bingkai=rupa.bingkai,
        isi=max(1, rupa.isi_sel - 2),
        isi2=rupa.isi_sel,
        tegak=rupa.tegak,
        menjorok=1 if rupa.isi_menjorok else 0,
        tebal="bold" if rupa.tebal_label else "normal",
        tebal_kepala="bold" if rupa.tebal_kepala else "normal",
        huruf_tabel=rupa.huruf_tabel,
        ukuran_tabel=rupa.ukuran_tabel,
        datar=rupa.datar,
        rata_uraian=rupa.rata_uraian,
        isi_kepala=latar,
        nafas=6,
    )


def lambang_daerah(rng: random.Random, size: int = 70) -> str:
    """A fictional coat of arms."""
    a, b = rng.choice(["#2e7d32", "#1565c0", "#c62828", "#444"]), rng.choice(["#fdd835", "#fff", "#bbb"])
    n = rng.randint(5, 8)
    rays = "".join(
        f"<path d='M50 45 L{50 + 22 * (k % 3 - 1)} {18 + 6 * (k % 2)}' stroke='{b}' stroke-width='3'/>"
        for k in range(n)
    )
    return (
        f"<svg width={size} height={size} viewBox='0 0 100 110'><path d='M10 8 H90 V60 Q90 90 50 106 Q10 90 10 60 Z' fill='{a}' stroke='#000' stroke-width='3'/>"
        f"<circle cx=50 cy=48 r=24 fill='{b}' stroke='#000'/><path d='M30 62 L50 34 L70 62 Z' fill='{a}'/>{rays}</svg>"
    )


def dokumen(isi: Isi, rupa: Rupa, rng: random.Random) -> str:
    """The whole HTML document of one SOP; sections become pages."""
    if rupa.kepala == "tanpa":
        satu, dua = "", _kop_surat(isi, rng)
    else:
        satu, dua = kepala(isi, rupa, rng), ""
    dua += _judul_tabel(isi, rupa, rng) + tabel(isi, rupa, rng)
    if isi.gaya.tanda_tangan:
        lines = [isi.sop.pejabat[0], *["&nbsp;"] * 3, *map(_e, isi.sop.pejabat[1:])]
        dua += f"<div class=ttd data-tanda>{''.join(f'<p>{line}</p>' for line in lines)}</div>"
    if rupa.satu_aliran and rupa.arah_kepala == rupa.arah_tabel and satu:
        bagian = f"<section data-arah={rupa.arah_tabel}>{satu}<p>&nbsp;</p>{dua}</section>"
    else:
        bagian = f"<section data-arah={rupa.arah_kepala}>{satu}</section>" if satu else ""
        bagian += f"<section data-arah={rupa.arah_tabel}>{dua}</section>"
    return bungkus(bagian, rupa, isi)


def bungkus(bagian: str, rupa: Rupa, isi: Isi | None) -> str:
    """A document of sections with the style, and the flow to be drawn."""
    alur = {
        "panah": [
            {"dari": p.dari, "pilihan": p.pilihan, "label": p.label, "arti": p.arti}
            for p in (isi.panah if isi else [])
        ],
        "gaya": {
            "panah": rupa.panah,
            "kepala": rupa.kepala_panah,
            "garis": rupa.garis_panah,
            "simbol": {"T": rupa.terminator, "P": rupa.proses, "K": "wajik"},
            "garis_simbol": rupa.garis_simbol,
            "isi": rupa.isi_simbol,
            "bayang": rupa.bayang,
            "sambung": rupa.sambung,
            "pecah": rupa.pecah_baris,
            "ulang": rupa.ulang_kepala,
            "kaki": rupa.kaki,
            "patah": rupa.patah_kata,
            "huruf": rupa.huruf_tabel,
            "kebiasaan": kebiasaan_dari(rupa.id).js(),
        },
    }
    return (
        f"<!DOCTYPE html><html><head><meta charset=utf-8><style>{_gaya(rupa)}</style></head><body><div id=sumber>{bagian}</div>"
        f"<div id=hasil></div><script>window.ALUR = {json.dumps(alur)};\n{NASKAH.read_text('utf-8')}</script></body></html>"
    )


def _kop_surat(isi: Isi, rng: random.Random) -> str:
    kop = "".join(
        f"<p style='font-size:{14 - n}pt'><b>{_e(line)}</b></p>" for n, line in enumerate(isi.sop.kop)
    )
    alamat = f"<p style='font-size:8pt'>Jalan {rng.choice(['Melati', 'Merdeka', 'Kenanga'])} Nomor {rng.randint(1, 90)}</p>"
    nama = _e(f"SOP {isi.sop.nama}".upper())
    return (
        f"<div style='border-bottom:2pt solid #000;text-align:center;position:relative;min-height:18mm'><span style='position:absolute;left:0'>{lambang_daerah(rng, 60)}</span>{kop}{alamat}</div>"
        f"<p class=tengah style='margin:3mm'>{nama}</p>"
    )


def kepala(isi: Isi, rupa: Rupa, rng: random.Random) -> str:
    """Title, identity block and the six boxes."""
    judul = {
        "": "",
        "huruf": f"{rng.choice('ABCDEH')}. STANDAR OPERASIONAL PROSEDUR {isi.sop.nama.upper()}",
        "sop": "STANDAR OPERASIONAL PROSEDUR (SOP)",
        "lampiran": "",
    }[rupa.judul_atas]
    out = f"<p class='judul {'tengah' if rupa.judul_atas == 'sop' else ''}'>{_e(judul)}</p>" if judul else ""
    if rupa.judul_atas == "lampiran":
        out += (
            f"<div style='margin-left:55%;margin-bottom:4mm'><p>LAMPIRAN : KEPUTUSAN {_e(_pimpinan(isi))}</p>"
            f"<p>NOMOR : 188/{rng.randint(2, 90)}/{rng.randint(2018, 2024)}</p></div>"
        )
    return out + _identitas(isi, rupa, rng) + _kotak(isi, rupa, rng)


def _pimpinan(isi: Isi) -> str:
    return "BUPATI" if isi.sop.wilayah.startswith("Kab") else "WALI KOTA"


def nilai_identitas(isi: Isi, rupa: Rupa, rng: random.Random) -> list[tuple[str, str, list[str]]]:
    """(key, label, printed lines) of each identity row."""
    out = []
    for key, lines in baris_identitas(isi.sop, isi.gaya, rng):
        lines = list(lines)
        if key == "disahkan_oleh" and len(lines) > 1:
            lines = [lines[0], *[""] * rupa.ruang_ttd, *lines[1:]]
        out.append((key, isi.gaya.label[key], lines))
    return out


def _baris_label(key: str, label: str, lines: list[str], rupa: Rupa, depan: str) -> str:
    tengah = " style='text-align:center'" if key == "disahkan_oleh" and len(lines) > 1 else ""
    nilai = "".join(f"<p>{_e(line) or '&nbsp;'}</p>" for line in lines)
    data = f"data-nilai={key}"
    v1, v2 = ("", "") if rupa.garis_tegak else ("tv", "tk")
    lab = f"<span class=lab>{_e(label)}</span>"
    if rupa.sel_label == 1:
        isi = f"<div style='display:flex'><div style='width:34%;flex:none'>{lab}</div><div>:&nbsp;</div><div {data}{tengah}>{nilai}</div></div>"
        return f"<tr>{depan}<td colspan=3>{isi}</td></tr>"
    if rupa.sel_label == 3:
        return f"<tr>{depan}<td class={v1 or 'x'}>{lab}</td><td class='{v1} {v2}' style='text-align:center'>:</td><td class='{v2}' {data}{tengah}>{nilai}</td></tr>"
    titik = "" if tengah or not "".join(lines) else rupa.titik_dua
    nilai = nilai.replace("<p>", f"<p>{titik}", 1)
    return (
        f"<tr>{depan}<td class='{v1}'>{lab}</td><td colspan=2 class='{v2}' {data}{tengah}>{nilai}</td></tr>"
    )


def _identitas(isi: Isi, rupa: Rupa, rng: random.Random) -> str:
    rows = nilai_identitas(isi, rupa, rng)
    kop = "".join(f"<p><b>{_e(line)}</b></p>" for line in isi.sop.kop)
    logo = lambang_daerah(rng, rng.choice([50, 70, 90])) if rng.random() < 0.8 else ""
    kiri = rupa.lebar_kiri
    sisa = 100 - kiri
    label = sisa * 0.36
    cols = f"<colgroup><col style='width:{kiri}%'><col style='width:{label}%'><col style='width:2.2%'><col></colgroup>"
    out, depan = "", f"<td class=kop rowspan={len(rows)}>{logo}<br>{kop}</td>"
    if rupa.kepala == "bertingkat" and len(rows) > 3:
        atas = len(rows) // 2
        depan = f"<td class=kop rowspan={atas}>{logo}</td>"
        kedua = f"<td class=kop rowspan={len(rows) - atas}>{kop}</td>"
    elif rupa.kepala in ("atas", "judul", "kanan-judul"):
        out = (
            f"<div class=tengah style='margin-bottom:3mm'>{logo if rupa.kepala == 'atas' else ''}{kop}</div>"
        )
        cols = f"<colgroup><col style='width:{24 if rupa.kepala != 'atas' else 28}%'><col style='width:2.2%'><col></colgroup>"
        depan = ""
        if rupa.kepala == "kanan-judul":
            cols = f"<colgroup><col style='width:16%'><col style='width:{24}%'><col style='width:2.2%'><col></colgroup>"
            depan = f"<td class=kop rowspan={len(rows)}>{logo}</td>"
    body = ""
    for n, (key, name, lines) in enumerate(rows):
        awal = depan if n == 0 else ""
        if rupa.kepala == "bertingkat" and len(rows) > 3 and n == len(rows) // 2:
            awal = kedua
        body += _baris_label(key, name, lines, rupa, awal)
    return f"{out}<table class=identitas>{cols}<tbody>{body}</tbody></table>"


def _isi_sel(isi: Isi, rupa: Rupa, key: str, rng: random.Random) -> str:
    items = isi_kotak(isi.sop, isi.gaya, key, rng)
    out = ""
    for item in items:
        marker, _, rest = item.partition(" ")
        if rupa.label_menggantung and re.fullmatch(r"(\d+|[a-z])[.)]|-", marker):
            out += f"<p class=i><b class=n>{marker}</b>{_e(rest)}</p>"
        else:
            out += f"<p class=m>{_e(item)}</p>"
    return out or "<p>&nbsp;</p>"


def _kotak(isi: Isi, rupa: Rupa, rng: random.Random) -> str:
    sel = {key: _isi_sel(isi, rupa, key, rng) for key in KOTAK}
    titik = isi.gaya.titikdua.rstrip()
    lab = {key: f"<p class=lab>{_e(isi.gaya.label[key] + titik)}</p>" for key in KOTAK}
    fill = f"style='background:{rupa.isi_kepala}'" if rupa.isi_kepala.startswith("#d") else ""
    if rupa.kotak == "penuh":
        rows = "".join(
            f"<tbody><tr><td {fill}>{lab[k]}</td></tr></tbody><tbody><tr><td>{sel[k]}</td></tr></tbody>"
            for k in KOTAK
        )
        return f"<table class=identitas style='margin-top:-1px'>{rows}</table>"
    if rupa.kotak == "tak-sama":
        # Two independent columns: the boxes on the left and right do not end at the same height.
        kolom = []
        for side in (0, 1):
            cells = "".join(
                f"<div style='padding:2px {rupa.isi_sel}px;border-bottom:{rupa.garis if n < 2 else 'none'};{'flex:1' if n == 2 else ''}'>{lab[pair[side]]}{sel[pair[side]]}</div>"
                for n, pair in enumerate(PASANGAN)
            )
            kolom.append(f"<td style='padding:0;vertical-align:top'>{cells}</td>")
        return (
            f"<table class=identitas style='margin-top:-1px'><tbody><tr>{''.join(kolom)}</tr></tbody></table>"
        )
    kiri = rng.choice([50, 50, rupa.lebar_kiri, 55])
    rows = ""
    if rupa.kotak == "tiga-kolom":
        for tri in (KOTAK[:3], KOTAK[3:]):
            rows += f"<tbody><tr>{''.join(f'<td {fill}>{lab[k]}</td>' for k in tri)}</tr></tbody><tbody><tr>{''.join(f'<td>{sel[k]}</td>' for k in tri)}</tr></tbody>"
        return f"<table class=identitas style='margin-top:-1px'>{rows}</table>"
    for pair in PASANGAN:
        if rupa.kotak == "satu-sel":
            rows += f"<tbody><tr>{''.join(f'<td>{lab[k]}{sel[k]}</td>' for k in pair)}</tr></tbody>"
        else:
            rows += f"<tbody><tr>{''.join(f'<td {fill}>{lab[k]}</td>' for k in pair)}</tr></tbody><tbody><tr>{''.join(f'<td>{sel[k]}</td>' for k in pair)}</tr></tbody>"
    return f"<table class=identitas style='margin-top:-1px'><colgroup><col style='width:{kiri}%'><col></colgroup>{rows}</table>"


def _judul_tabel(isi: Isi, rupa: Rupa, rng: random.Random) -> str:
    nama = isi.sop.nama
    text = {
        "": "",
        "nama": nama.upper(),
        "sop": f"SOP {nama}",
        "dua": "STANDAR OPERASIONAL PROSEDUR",
        "nomor": f"{rng.randint(1, 60)}. SOP {nama}",
    }[rupa.judul_tabel]
    lagi = f"<p class='judul tengah'>{_e(nama.upper())}</p>" if rupa.judul_tabel == "dua" else ""
    rata = "tengah" if rupa.judul_tabel in ("nama", "dua") else ""
    return (f"<p class='judul {rata}'>{_e(text)}</p>" if text else "") + lagi


def lebar_kolom(isi: Isi, rupa: Rupa) -> list[float]:
    """Widths in per cent: no, uraian, actors, mutu, ket."""
    n = len(isi.sop.kolom)
    no = 4.0 if rupa.kolom_no else 0.0
    mutu = [10.0, 7.0, 10.0] if rupa.mutu else []
    if n > 6:
        mutu = [8.5, 6.0, 8.5] if rupa.mutu else []
    ket = (8.0 if n <= 6 else 7.0) if rupa.kolom_ket else 0.0
    sisa = 100 - no - sum(mutu) - ket
    uraian = max(15.0, min(26.0, sisa - 9.0 * n))
    aktor = (sisa - uraian) / n
    return [*([no] if no else []), uraian, *[aktor] * n, *mutu, *([ket] if ket else [])]


def _kepala_tabel(isi: Isi, rupa: Rupa) -> str:
    g, n = isi.gaya.label, len(isi.sop.kolom)
    luar = 1 if rupa.luar_kelompok and n > 3 else 0
    putar = " class=putar" if rupa.kepala_putar else ""
    sebut = [f"<th{putar} {{}}><span>{_e(name)}</span></th>" for name in isi.sop.kolom]
    atas = f"<th rowspan=2>{g['no']}</th>" if rupa.kolom_no else ""
    atas += f"<th rowspan=2>{g['uraian']}</th>"
    atas += "".join(s.format("rowspan=2") for s in sebut[:luar])
    atas += f"<th colspan={n - luar}>{rupa.kelompok_pelaksana}</th>"
    bawah = "".join(s.format("") for s in sebut[luar:])
    if rupa.mutu:
        atas += f"<th colspan=3>{rupa.kelompok_mutu}</th>"
        bawah += "".join(f"<th>{g[k]}</th>" for k in ("kelengkapan", "waktu", "output"))
    if rupa.kolom_ket:
        atas += f"<th rowspan=2>{g['keterangan']}</th>"
    jumlah = rupa.kolom_no + 1 + n + 3 * rupa.mutu + rupa.kolom_ket
    angka = ""
    if rupa.baris_angka:
        angka = f"<tr>{''.join(f'<th>{k}</th>' for k in range(1, jumlah + 1))}</tr>"
    return f"<thead><tr>{atas}</tr><tr>{bawah}</tr>{angka}</thead>"


def pecah_daftar(text: str) -> list[str]:
    """The printed lines of a cell: an inline list "a 1. b 2. c" stands on lines of its own."""
    return re.split(r"\s(?=(?:\d|[a-e])\. )", text)


def _paragraf(text: str) -> str:
    return "".join(f"<p>{_e(line)}</p>" for line in pecah_daftar(text))


def tabel(isi: Isi, rupa: Rupa, rng: random.Random) -> str:
    """The procedure table with place holders for the symbols."""
    cols = "".join(f"<col style='width:{w:.3f}%'>" for w in lebar_kolom(isi, rupa))
    body, terbuka = "", False
    for n, step in enumerate(isi.sop.langkah):
        if not terbuka:
            body += "<tbody>"
        body += _baris(isi, rupa, n, step, rng)
        terbuka = n in isi.waktu_gabung
        if not terbuka:
            body += "</tbody>"
    return f"<table class=prosedur><colgroup>{cols}</colgroup>{_kepala_tabel(isi, rupa)}{body}</table>"


def _baris(isi: Isi, rupa: Rupa, n: int, step: Langkah, rng: random.Random) -> str:
    no = f"{step.no}." if isi.gaya.no_titik else step.no
    out = f"<td class=n>{no}</td>" if rupa.kolom_no else ""
    out += f"<td class=u>{_paragraf(step.uraian)}</td>"
    for k in range(len(isi.sop.kolom)):
        marks = ""
        for x in isi.lambang:
            if (x.baris, x.kolom) == (n, k):
                geser = rng.uniform(-1, 1) * rupa.geser_simbol
                marks += f"<i data-j={x.jenis} data-b={n} data-k={k} data-s={rupa.ukuran_simbol:.3f} data-g={geser:.3f} data-t='{x.teks}'{' data-d' if x.dua else ''}></i>"
        out += f"<td class=a>{marks}</td>"
    if rupa.mutu:
        out += f"<td>{_paragraf(step.kelengkapan)}</td>"
        if n in isi.waktu_gabung:
            out += f"<td rowspan=2 style='vertical-align:middle'>{_e(step.waktu)}</td>"
        elif n - 1 not in isi.waktu_gabung:
            out += f"<td>{_e(step.waktu)}</td>"
        out += f"<td>{_paragraf(step.output)}</td>"
    if rupa.kolom_ket:
        out += f"<td>{_e(step.keterangan)}</td>"
    return f"<tr data-b={n}>{out}</tr>"
