"""One random, plausible, fictional SOP: what is printed and the truth of it.

Everything is drawn from one ``random.Random``; the same seed gives the same SOP. The
layouts decide how it looks on the page and take out of the truth what they do not print.
"""

import calendar
import random
from dataclasses import dataclass
from typing import Any

from benchmarks.bahan import bahan
from benchmarks.kutipan import lokal, nasional, satu_dari

KOTAK = (
    "dasar_hukum",
    "kualifikasi_pelaksana",
    "keterkaitan",
    "peralatan_perlengkapan",
    "peringatan",
    "pencatatan_pendataan",
)
TANGGAL = ("tanggal_pembuatan", "tanggal_revisi", "tanggal_efektif", "tanggal_pengesahan")
BULAN = [
    "Januari",
    "Februari",
    "Maret",
    "April",
    "Mei",
    "Juni",
    "Juli",
    "Agustus",
    "September",
    "Oktober",
    "November",
    "Desember",
]
EJAAN_BULAN = {"Februari": "Pebruari", "November": "Nopember", "Agustus": "Agt", "Desember": "Des"}
MENIT = {"menit": 1, "jam": 60, "hari": 450, "minggu": 2250, "bulan": 9000}
SIMBOL = {"T": "terminator", "P": "proses", "K": "keputusan"}


@dataclass
class Langkah:
    """One row of the procedure as printed; ``tanda`` maps the actor's column to T, P or K."""

    no: str
    uraian: str
    tanda: dict[int, str]
    kelengkapan: str
    waktu: str
    output: str
    keterangan: str


@dataclass
class Sop:
    """One SOP as printed, free of layout.

    Attributes:
        kop: letterhead lines.
        identitas: printed value by key, ``disahkan_oleh`` left out; a label that is not printed is absent.
        pejabat: the lines of the approving official; empty when he is left blank.
        kotak: the items of the six boxes.
        kolom: labels of the actor columns.
        truth: the facts in the shape of the gold, as if everything were printed with symbols.
    """

    wilayah: str
    unit: str
    kop: list[str]
    nama: str
    identitas: dict[str, str]
    pejabat: list[str]
    kotak: dict[str, list[str]]
    kolom: list[str]
    langkah: list[Langkah]
    truth: dict[str, Any]


def sop_acak(rng: random.Random) -> Sop:
    """A random SOP."""
    prosedur = rng.choice(bahan("prosedur")["prosedur"])
    jenis = rng.choice(prosedur["unit"])
    wilayah, unit, kop, unit_truth = _unit(jenis, rng)
    nama = rng.choice(prosedur["nama"])
    if rng.random() < 0.25:
        nama = f"{nama} {unit}"
    identitas, identitas_truth = _identitas(nama, jenis, rng)
    pejabat, pejabat_truth = _pejabat(jenis, unit, wilayah, rng)
    identitas_truth["disahkan_oleh"] = pejabat_truth
    kotak, dasar = _kotak(prosedur, wilayah, rng)
    kolom, kolom_truth = _kolom(prosedur["pelaksana"], jenis, rng)
    langkah, langkah_truth = _langkah(prosedur["langkah"], kolom, rng)
    truth = {
        "instansi": {"pemerintah": f"Pemerintah {wilayah}", "unit": unit_truth},
        "identitas": identitas_truth,
        "dasar_hukum": dasar,
        **{key: list(kotak[key]) for key in KOTAK[1:]},
        "pelaksana": kolom_truth,
        "prosedur": langkah_truth,
    }
    return Sop(wilayah, unit, kop, nama, identitas, pejabat, kotak, kolom, langkah, truth)


def _unit(jenis: str, rng: random.Random) -> tuple[str, str, list[str], object]:
    tempat = bahan("bahan")["tempat"]
    kota = jenis in ("kelurahan", "kecamatan", "dinas") and rng.random() < 0.25
    wilayah = f"Kota {rng.choice(tempat['kota'])}" if kota else f"Kabupaten {rng.choice(tempat['kabupaten'])}"
    kop = [f"PEMERINTAH {wilayah.upper()}"]
    if jenis in ("dinas", "badan"):
        unit = rng.choice(tempat[jenis])
        return wilayah, unit, [*kop, unit.upper()], satu_dari(unit, f"{unit} {wilayah}")
    nama = rng.choice(tempat[jenis])
    unit = f"{jenis.capitalize()} {nama}"
    if jenis == "puskesmas":
        uptd = rng.choice(["UPTD ", "UPT ", ""])
        kop += ["DINAS KESEHATAN", f"{uptd}{unit}".upper()]
        choices = [f"{uptd}{unit}", unit, f"Dinas Kesehatan {uptd}{unit}", f"{uptd}{unit} Dinas Kesehatan"]
        return wilayah, f"{uptd}{unit}", kop, satu_dari(*choices)
    if jenis == "kecamatan":
        return wilayah, unit, [*kop, unit.upper()], unit
    induk = f"Kecamatan {rng.choice(tempat['kecamatan'])}"
    kop += [induk.upper(), unit.upper()]
    return wilayah, unit, kop, satu_dari(unit, f"{induk} {unit}", f"{unit} {induk}")


def _identitas(nama: str, jenis: str, rng: random.Random) -> tuple[dict[str, str], dict[str, Any]]:
    tahun = rng.randint(2017, 2024)
    out: dict[str, str] = {"nomor_sop": _nomor(jenis, tahun, rng)}
    truth: dict[str, Any] = {"nomor_sop": out["nomor_sop"]}
    gaya = rng.choice(["panjang", "panjang", "panjang", "kapital", "strip", "miring", "bulan", "ejaan"])
    for key in TANGGAL:
        printed, iso = _tanggal(key, tahun, gaya, rng)
        truth[key] = iso
        if printed is not None:
            out[key] = printed
    truth["nama_sop"] = nama
    shown = rng.choice([nama, nama.upper(), nama, f"SOP {nama}", f"{nama}."])
    out["nama_sop"] = shown
    if shown.startswith("SOP "):
        truth["nama_sop"] = satu_dari(nama, shown)
    if rng.random() < 0.04:
        out["nomor_sop"], truth["nomor_sop"] = "", None
    return out, truth


def _nomor(jenis: str, tahun: int, rng: random.Random) -> str:
    n, m = rng.randint(1, 120), rng.randint(1, 99)
    kode = {"kecamatan": "KEC", "kelurahan": "KEL", "desa": "DS", "puskesmas": "PKM"}.get(jenis, "SET")
    romawi = rng.choice(["I", "II", "IV", "VI", "IX", "XI"])
    return rng.choice(
        [
            f"065/{n:03d}/SOP/4{m:02d}.{rng.randint(10, 90)}/{tahun}",
            f"{n:02d}/SOP-{kode}/{romawi}/{tahun}",
            f"SOP.{m:02d}/{kode}/{tahun}",
            f"800/{n}/{m}.{rng.randint(1, 9)}/{tahun}",
            f"{n}/SOP/{kode}/{tahun}",
            f"000.8.3.3/{n}/4{m:02d}.202/{tahun}",
        ]
    )


def _tanggal(key: str, tahun: int, gaya: str, rng: random.Random) -> tuple[str | None, str | None]:
    """Printed value (None: the label is not printed) and ISO date."""
    absent = {
        "tanggal_pembuatan": 0.03,
        "tanggal_revisi": 0.12,
        "tanggal_efektif": 0.1,
        "tanggal_pengesahan": 0.6,
    }[key]
    if rng.random() < absent:
        return None, None
    if rng.random() < (0.5 if key == "tanggal_revisi" else 0.05):
        return rng.choice(["", "-", "--", ""]), None
    year = tahun + (key == "tanggal_revisi" and rng.random() < 0.5)
    month = rng.randint(1, 12)
    day = rng.randint(1, calendar.monthrange(year, month)[1])
    return _tulis_tanggal(year, month, day, gaya, rng)


def _tulis_tanggal(year: int, month: int, day: int, gaya: str, rng: random.Random) -> tuple[str, str]:
    iso = f"{year}-{month:02d}-{day:02d}"
    nama = BULAN[month - 1]
    if gaya == "bulan" and rng.random() < 0.7:
        return f"{nama} {year}", iso[:7]
    if gaya == "strip":
        return f"{day:02d}-{month:02d}-{year}", iso
    if gaya == "miring":
        return f"{day:02d}/{month:02d}/{year}", iso
    if gaya == "kapital":
        return f"{day} {nama.upper()} {year}", iso
    if gaya == "ejaan":
        return f"{day} {EJAAN_BULAN.get(nama, nama)} {year}", iso
    return f"{day:02d} {nama} {year}" if rng.random() < 0.3 else f"{day} {nama} {year}", iso


def nip_acak(rng: random.Random, wanita: bool) -> str:
    """A structurally valid NIP of 18 digits."""
    lahir = rng.randint(1964, 1988)
    bulan = rng.randint(1, 12)
    hari = rng.randint(1, calendar.monthrange(lahir, bulan)[1])
    mulai = rng.randint(lahir + 20, min(lahir + 30, 2014))
    return f"{lahir}{bulan:02d}{hari:02d}{mulai}{rng.randint(1, 12):02d}{2 if wanita else 1}{rng.randint(1, 19):03d}"


def _pejabat(jenis: str, unit: str, wilayah: str, rng: random.Random) -> tuple[list[str], dict[str, Any]]:
    kosong = {"jabatan": None, "status": None, "nama": None, "pangkat": None, "nip": None}
    if rng.random() < 0.05:
        return [], dict(kosong)
    data = bahan("bahan")["orang"]
    kepala = {"kecamatan": "Camat", "kelurahan": "Lurah", "desa": "Kepala Desa", "puskesmas": "Kepala"}.get(
        jenis, "Kepala"
    )
    sebutan = unit.split(" ", 1)[1] if jenis in ("kecamatan", "kelurahan", "desa") else unit
    jabatan = f"{kepala} {sebutan}"
    status = rng.choice([None, None, None, None, "Plt.", "Plh.", "Pj."])
    lines = [f"{status + ' ' if status else ''}{jabatan.upper() if rng.random() < 0.7 else jabatan}"]
    alternatif: object = jabatan
    if rng.random() < 0.3:
        lines[0] += f" {wilayah.upper()}" if lines[0].isupper() else f" {wilayah}"
        alternatif = satu_dari(jabatan, f"{jabatan} {wilayah}")
    wanita = rng.random() < 0.4
    badan = rng.sample(data["wanita" if wanita else "pria"], 1) + rng.sample(
        data["belakang"], rng.choice([1, 1, 2])
    )
    depan = "" if wanita else rng.choice(data["depan"])
    gelar = rng.sample(data["gelar"], 1) + (rng.sample(data["gelar_dua"], 1) if rng.random() < 0.45 else [])
    if depan in ("Drs. ", "Ir. "):
        gelar = gelar[1:]
    bentuk = 1 if rng.random() < 0.5 else 0
    nama_orang = " ".join(badan)
    printed = depan + (nama_orang.upper() if rng.random() < 0.7 else nama_orang)
    lines.append(", ".join([printed, *(g[bentuk] for g in gelar)]))
    truth: dict[str, Any] = {**kosong, "jabatan": alternatif, "status": status}
    truth["nama"] = ", ".join([depan + nama_orang, *(g[0] for g in gelar)])
    if rng.random() < 0.6:
        kanonik, tertulis = rng.choice(data["pangkat"])
        lines.append(tertulis)
        truth["pangkat"] = satu_dari(kanonik, tertulis.split(" (")[0])
    if jenis == "desa" and rng.random() < 0.5:
        return lines[:2], {**truth, "pangkat": None}
    truth["nip"] = nip_acak(rng, wanita)
    lines.append(_tulis_nip(truth["nip"], rng))
    return lines, truth


def _tulis_nip(nip: str, rng: random.Random) -> str:
    spaced = f"{nip[:8]} {nip[8:14]} {nip[14]} {nip[15:]}"
    return rng.choice(["NIP. ", "NIP. ", "NIP ", "NIP : ", "Nip. "]) + rng.choice([spaced, spaced, nip])


def _kotak(
    prosedur: dict[str, Any], wilayah: str, rng: random.Random
) -> tuple[dict[str, list[str]], list[dict[str, Any]]]:
    gaya = rng.choice(["penuh", "penuh", "lembaran", "singkat"])
    keys = rng.sample(prosedur["dasar"], rng.randint(1, len(prosedur["dasar"])))
    if rng.random() < 0.4:
        keys.append("permen-panrb-35-2012")
    cited = [nasional(key, gaya, rng) for key in dict.fromkeys(keys)]
    cited += [lokal(wilayah, gaya, rng) for _ in range(rng.choice([0, 1, 1, 2, 3]))]
    tanda = rng.choice([";", ";", "", "."])
    texts = [text + tanda for text, _ in cited]
    if tanda == ";" and rng.random() < 0.7:
        texts[-1] = texts[-1][:-1] + "."
    kotak = {"dasar_hukum": texts}
    akhir = rng.choice(["", "", ";", "."])
    for key, source in zip(
        KOTAK[1:], ("kualifikasi", "keterkaitan", "peralatan", "peringatan", "pencatatan"), strict=True
    ):
        items = prosedur[source]
        if rng.random() < 0.2:
            umum = bahan("bahan")["umum"].get(source, [])
            items = items + rng.sample(umum, rng.randint(0, len(umum)))
        chosen = [item for item in items if rng.random() < 0.85] or [items[0]]
        if rng.random() < 0.04 and key != "kualifikasi_pelaksana":
            chosen = []
        kotak[key] = [item + akhir for item in chosen]
    return kotak, [facts for _, facts in cited]


def _kolom(keys: list[str], jenis: str, rng: random.Random) -> tuple[list[str], list[dict[str, Any]]]:
    table = bahan("bahan")["pelaksana"]
    labels: list[str] = []
    truth = []
    for key in keys:
        spellings = table.get(key, {"*": [key]})
        label, _, anggota = rng.choice(spellings.get(jenis) or spellings.get("*") or [key.title()]).partition(
            "|"
        )
        labels.append(label)
        truth.append({"nama": label, "label": label, "anggota": anggota.split("+") if anggota else []})
    return labels, truth


def _langkah(
    rows: list[list[Any]], kolom: list[str], rng: random.Random
) -> tuple[list[Langkah], list[dict[str, Any]]]:
    steps = [list(row) for row in rows]
    sisipan = rng.sample(bahan("bahan")["sisipan"]["langkah"], rng.choice([0, 0, 0, 1, 2, 3, 6, 9]))
    for uraian, kelengkapan, output in sisipan:
        steps.insert(
            rng.randint(1, len(steps) - 1), [rng.randrange(len(kolom)), "P", uraian, kelengkapan, output]
        )
    p_ket = rng.choice([0.0, 0.0, 0.15, 0.5])
    kosong = rng.choice(["", "-", ""])
    p_lain = rng.choice([0.0, 0.1, 0.3])
    out, truth = [], []
    for no, (actor, tanda, uraian, kelengkapan, output) in enumerate(steps, 1):
        kelengkapan = kosong if rng.random() < 0.04 else kelengkapan
        output = kosong if rng.random() < 0.04 else output
        if rng.random() < 0.05 and kelengkapan.count(",") == 1:
            a, b = kelengkapan.split(", ")
            kelengkapan = f"1. {a[0].upper() + a[1:]} 2. {b[0].upper() + b[1:]}"
        waktu, waktu_truth = _waktu(p_lain, kosong, rng)
        ket = rng.choice(bahan("bahan")["keterangan"]["isi"]) if rng.random() < p_ket else kosong
        out.append(Langkah(str(no), uraian, {actor: tanda}, kelengkapan, waktu, output, ket))
        truth.append(
            {
                "no": no,
                "uraian": uraian,
                "pelaksana": [{"label": kolom[actor], "simbol": SIMBOL[tanda]}],
                "kelengkapan": _isi(kelengkapan),
                "waktu": waktu_truth,
                "output": _isi(output),
                "keterangan": _isi(ket),
            }
        )
    return out, truth


def _isi(text: str) -> str | None:
    return None if text in ("", "-") else text


def _waktu(p_lain: float, kosong: str, rng: random.Random) -> tuple[str, dict[str, Any] | None]:
    table = bahan("bahan")["waktu"]
    draw = rng.random()
    if draw < 0.025:
        return kosong, None
    if draw < 0.05:
        teks = rng.choice(table["tidak_tentu"])
        return teks, {
            "teks": teks,
            "nilai": None,
            "nilai_maks": None,
            "satuan": None,
            "per": None,
            "menit": None,
        }
    teks, nilai, maks, satuan, per = rng.choice(table["lain" if rng.random() < p_lain else "biasa"])
    return teks, {
        "teks": teks,
        "nilai": nilai,
        "nilai_maks": maks or None,
        "satuan": satuan,
        "per": per or None,
        "menit": (maks or nilai) * MENIT[satuan],
    }
