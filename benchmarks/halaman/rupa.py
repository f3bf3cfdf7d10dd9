"""How the pages of one SOP look: paper, fonts, rules, arrangements, symbols and arrows.

A style has an id: "t007" is the seventh for tuning, "h007" the seventh that is held out, "u007" the
seventh that is unseen. Each family draws fonts, rules and symbols that the others do not have. Held-out
styles may be looked at once they have been measured; at unseen ones nobody looks while developing.
"""

import random
from dataclasses import dataclass
from typing import Any

JUMLAH = {"t": 400, "h": 400, "u": 400}
KELUARGA = {"tuning": "t", "held-out": "h", "unseen": "u"}

# What only one of the families may draw: tuning, held out, unseen.
KHAS: dict[str, tuple[list[Any], list[Any], list[Any]]] = {
    "huruf": (
        [
            "'Liberation Sans'",
            "'Liberation Sans'",
            "'Liberation Serif'",
            "'Liberation Sans Narrow'",
            "'DejaVu Sans Condensed'",
        ],
        [
            "'DejaVu Serif Condensed'",
            "'DejaVu Sans'",
            "'DejaVu Serif'",
            "'Liberation Mono'",
            "Arimo, 'Liberation Sans'",
        ],
        ["Carlito", "Carlito", "Caladea", "'URW Bookman'", "'URW Gothic'", "C059"],
    ),
    "garis": (
        [
            "0.75pt solid #000",
            "0.75pt solid #000",
            "1pt solid #000",
            "0.25pt solid #000",
            "1.5pt solid #000",
            "0.75pt solid #888",
            "0.75pt dotted #000",
            "2.25pt double #000",
        ],
        [
            "0.5pt solid #333",
            "0.75pt dashed #000",
            "1pt dotted #444",
            "0.35pt solid #555",
            "2pt solid #222",
            "0.75pt solid #2f5496",
        ],
        [
            "0.6pt solid #000",
            "0.5pt dotted #000",
            "1pt dashed #333",
            "1.25pt solid #444",
            "0.4pt solid #777",
            "3pt double #000",
            "1pt solid #7f7f7f",
        ],
    ),
    "isi_kepala": (
        ["", "", "", "#d9d9d9", "#bdd6ee", "#e2efd9"],
        ["", "#fbe4d5", "#4472c4", "#fff2cc", "#a6a6a6"],
        ["", "", "#c6d9f1", "#f2f2f2", "#92d050", "#808080"],
    ),
    "terminator": (
        ["kapsul", "kapsul", "bulat", "elips"],
        ["bulat2", "lingkaran", "kapsul"],
        ["kapsul", "bulat", "bulat2", "elips", "lingkaran"],
    ),
    "proses": (
        ["kotak", "kotak", "kotak", "kotak"],
        ["kotak", "dokumen", "trapesium"],
        ["kotak", "kotak", "kotak", "dokumen", "trapesium"],
    ),
    "garis_simbol": (
        [(1.0, "#000"), (1.3, "#000"), (0.8, "#000"), (2.0, "#000"), (1.3, "#4472c4"), (1.0, "#777")],
        [(0.5, "#000"), (1.6, "#333"), (2.4, "#000"), (1.2, "#c00000"), (0.9, "#5b9bd5"), (1.0, "#548235")],
        [(0.7, "#000"), (1.0, "#222"), (1.5, "#1f497d"), (2.2, "#000"), (1.0, "#f79646"), (0.6, "#555")],
    ),
    "isi_simbol": (
        ["none", "none", "#fff", "#fff", "#5b9bd5", "#ffe699"],
        ["none", "#fff", "#4472c4", "#c5e0b3", "#f4b183", "#d0cece"],
        ["none", "none", "#fff", "#4f81bd", "#d9d9d9", "#7f7f7f"],
    ),
    "panah": (
        ["samping", "samping", "bawah", "samping", "miring"],
        ["masuk", "samping", "bawah", "miring"],
        ["samping", "samping", "bawah", "masuk", "miring"],
    ),
    "kepala_panah": (
        ["segitiga", "segitiga", "terbuka"],
        ["ramping", "terbuka", "kecil"],
        ["segitiga", "terbuka", "ramping", "kecil"],
    ),
    "kepala": (
        ["kiri", "kiri", "kiri", "kiri", "atas", "judul", "tanpa"],
        ["kiri", "kiri", "kanan-judul", "atas", "bertingkat"],
        ["kiri", "kiri", "atas", "judul", "kanan-judul", "bertingkat"],
    ),
    "kotak": (
        ["label-isi", "label-isi", "satu-sel", "tak-sama"],
        ["penuh", "label-isi", "satu-sel", "tiga-kolom"],
        ["label-isi", "satu-sel", "tak-sama", "penuh", "tiga-kolom"],
    ),
}


@dataclass
class Rupa:
    """The look of one SOP's pages; lengths in mm unless said otherwise."""

    id: str
    kertas: str
    arah_kepala: str
    arah_tabel: str
    tepi: int
    huruf: str
    huruf_tabel: str
    ukuran: float
    ukuran_tabel: float
    tebal_label: bool
    tebal_kepala: bool
    garis: str
    bingkai: str
    isi_kepala: str
    tegak: str
    datar: str
    rata_uraian: str
    isi_sel: int
    spasi: float
    kepala: str
    sel_label: int
    garis_tegak: bool
    titik_dua: str
    lebar_kiri: int
    kotak: str
    isi_menjorok: bool
    label_menggantung: bool
    judul_atas: str
    judul_tabel: str
    ttd_bawah: bool
    ruang_ttd: int
    kolom_no: bool
    kolom_ket: bool
    mutu: bool
    kelompok_pelaksana: str
    kelompok_mutu: str
    luar_kelompok: bool
    baris_angka: bool
    kepala_putar: bool
    ulang_kepala: bool
    pecah_baris: bool
    sambung: str
    kolom_min: int
    langkah_maks: int
    p_sub: float
    p_daftar: float
    p_sejajar: float
    p_kosong: float
    p_gabung: float
    satu_aliran: bool
    terminator: str
    proses: str
    garis_simbol: tuple[float, str]
    isi_simbol: str
    bayang: bool
    teks_simbol: bool
    ukuran_simbol: float
    geser_simbol: float
    panah: str
    kepala_panah: str
    garis_panah: tuple[float, str]
    kaki: str
    patah_kata: bool


def id_acak(rng: random.Random, styles: str) -> str:
    """A style id out of "tuning", "held-out", "unseen" or "all"."""
    huruf = KELUARGA.get(styles) or rng.choice("thu")
    return f"{huruf}{rng.randrange(JUMLAH[huruf]):03d}"


def rupa_dari(nama: str) -> Rupa:
    """The style of that id."""
    rng = random.Random(f"rupa/{nama}")
    keluarga = "thu".index(nama[0])
    khas = {key: rng.choice(sets[keluarga]) for key, sets in KHAS.items()}
    arah_tabel = rng.choice("LLLLLP")
    tebal, warna = khas["garis_simbol"]
    huruf = khas["huruf"]
    ukuran = rng.choice([9, 10, 11, 11, 12] if "Mono" not in huruf else [8.5, 9, 9.5])
    lain = rng.choice(KHAS["huruf"][keluarga])
    garis = khas["garis"]
    return Rupa(
        id=nama,
        kertas=rng.choice(["A4", "A4", "F4"]),
        arah_kepala="P" if arah_tabel == "P" else rng.choice("LLPP"),
        arah_tabel=arah_tabel,
        tepi=rng.choice([10, 12, 15, 20, 25]),
        huruf_tabel=lain if rng.random() < 0.15 else huruf,
        ukuran=ukuran,
        ukuran_tabel=min(ukuran, rng.choice([8, 9, 9, 10, 11])),
        tebal_label=rng.random() < 0.4,
        tebal_kepala=rng.random() < 0.6,
        bingkai=rng.choice([garis, garis, "1.5pt solid #000"]),
        tegak=rng.choice(["top", "top", "middle"]),
        datar=rng.choice(["left", "left", "center"]),
        rata_uraian=rng.choice(["left", "left", "justify"]),
        isi_sel=rng.choice([2, 3, 5, 7]),
        spasi=rng.choice([1.0, 1.15, 1.15, 1.3]),
        sel_label=rng.choice([1, 2, 2, 3]),
        garis_tegak=rng.random() < 0.8,
        titik_dua=rng.choice([": ", ": ", ""]),
        lebar_kiri=rng.choice([36, 42, 48, 52]),
        isi_menjorok=rng.random() < 0.6,
        label_menggantung=rng.random() < 0.3,
        judul_atas=rng.choice(["", "", "huruf", "sop", "lampiran"]),
        judul_tabel=rng.choice(["", "nama", "sop", "dua", "nomor"]),
        ttd_bawah=rng.random() < 0.25,
        ruang_ttd=rng.choice([0, 1, 2, 3, 3]),
        kolom_no=rng.random() < 0.93,
        kolom_ket=rng.random() < 0.75,
        mutu=rng.random() < 0.96,
        kelompok_pelaksana=rng.choice(
            ["Pelaksana", "Pelaksana", "PELAKSANA", "Pejabat yang Bertanggung Jawab", "Pelaksanaan"]
        ),
        kelompok_mutu=rng.choice(
            ["Mutu Baku", "Mutu Baku", "MUTU BAKU", "Pendukung", "Mutu Buku", "Mutu Baku/Pendukung"]
        ),
        luar_kelompok=rng.random() < 0.12,
        baris_angka=rng.random() < 0.25,
        kepala_putar=rng.random() < 0.12,
        ulang_kepala=rng.random() < 0.55,
        pecah_baris=rng.random() < 0.3,
        sambung=rng.choice(["segilima", "segilima", "lingkaran", "putus"]),
        kolom_min=rng.choice([3, 3, 5, 5, 6, 7, 8, 10]),
        langkah_maks=rng.choice([0, 0, 8, 12]),
        p_sub=rng.choice([0, 0, 0, 0.1, 0.25]),
        p_daftar=rng.choice([0, 0, 0.1, 0.3]),
        p_sejajar=rng.choice([0, 0, 0, 0.12, 0.25]),
        p_kosong=rng.choice([0, 0, 0, 0.06]),
        p_gabung=rng.choice([0, 0, 0, 0.1]),
        satu_aliran=rng.random() < 0.15,
        bayang=rng.random() < 0.1,
        teks_simbol=rng.random() < 0.2,
        ukuran_simbol=rng.uniform(0.32, 0.9),
        geser_simbol=rng.choice([0, 0, 0.05, 0.15]),
        garis_panah=(max(0.5, tebal * rng.choice([0.6, 1.0])), "#000" if rng.random() < 0.7 else warna),
        kaki=rng.choice(["", "", "", "nomor", "watermark"]),
        patah_kata=rng.random() < 0.15,
        **khas,
    )
