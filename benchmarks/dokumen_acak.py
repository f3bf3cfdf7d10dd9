"""Canonical SOPs to draw: fully specified ones with a flowchart, and ones of every awkward shape."""

import random
from collections.abc import Sequence
from itertools import pairwise
from typing import Any, Final

from benchmarks.layouts import naskah_acak
from extractors.read import read_bytes
from normalizers.model import Alur, Langkah, Pelaksana, Simbol, Simpul, Sop, Tanda, Waktu
from normalizers.pelaksana import kolom
from pipeline.config import Settings
from pipeline.run import run_pages

LABEL: Final = (
    "Pemohon",
    "Petugas Loket",
    "Operator",
    "Kasi Pelayanan",
    "Kasubag Umum",
    "Sekretaris Camat",
    "Camat",
    "Kasi Pemerintahan",
    "Kasi Kesejahteraan Sosial",
    "Bendahara",
    "Tim Teknis",
    "Pengadministrasi Umum",
)
_KATA: Final = (
    *("menerima", "memeriksa", "berkas", "permohonan", "surat", "keterangan", "mencatat", "dalam", "buku"),
    *("agenda", "menyampaikan", "kepada", "atasan", "untuk", "mendapat", "persetujuan", "serta", "menyusun"),
    *("laporan", "pelaksanaan", "kegiatan", "sesuai", "ketentuan"),
)
_JENIS: Final[tuple[Simbol, ...]] = ("proses", "proses", "proses", "keputusan")
_PANJANG: Final = (
    "pertanggungjawaban/penyelenggaraan/ketatausahaan",
    "https://layanan.contoh.example/permohonan/surat-keterangan/formulir-pendaftaran",
    "dipertanggungjawabkannyakeberlangsungannya",
)


def utuh(seed: int, nomor: int) -> Sop:
    """A fully specified SOP: read from a text, so that all values are as sopbaku writes them, then given a flow."""
    rng = random.Random(f"utuh/{seed}/{nomor}")
    while True:
        text = naskah_acak("01-tab", rng.randrange(10**6), nomor).teks
        (naskah, *_) = run_pages(read_bytes("a.txt", text.encode()), "a.txt", "0" * 64, Settings(jobs=1))
        sop = naskah.sop
        if len(sop.prosedur) >= 3 and [s.no for s in sop.prosedur] == list(range(1, len(sop.prosedur) + 1)):
            break
    actors = sop.pelaksana or [r.nilai for r in kolom(rng.sample(LABEL, rng.randint(3, 8)))]
    return _berbagan(sop, actors, rng)


def _berbagan(sop: Sop, actors: Sequence[Pelaksana], rng: random.Random) -> Sop:
    """The SOP with symbols for its steps and the edges between them."""
    steps: list[Langkah] = []
    last = len(sop.prosedur) - 1
    for at, step in enumerate(sop.prosedur):
        kind: Simbol = "terminator" if at in (0, last) else rng.choice(_JENIS)
        count = 2 if kind == "proses" and rng.random() < 0.12 and len(actors) > 1 else 1
        marks = [
            Tanda(id=a.id, simbol=kind) for a in sorted(rng.sample(list(actors), count), key=actors.index)
        ]
        steps.append(step.model_copy(update={"pelaksana": marks}))
    return sop.model_copy(
        update={
            "pelaksana": list(actors),
            "prosedur": steps,
            "alur": _alur(steps, actors, rng),
            "temuan": [],
            "bukti": {},
        }
    )


def _alur(steps: Sequence[Langkah], actors: Sequence[Pelaksana], rng: random.Random) -> list[Alur]:
    """From each symbol to each of the next step; a decision says Ya onward and Tidak back or ahead."""
    found = []
    for at, (step, after) in enumerate(pairwise(steps)):
        for mark in step.pelaksana or []:
            decides = mark.simbol == "keputusan"
            goals = (after.pelaksana or [])[: 1 if decides else None]
            found += [_panah(step, mark, after, goal, "Ya" if decides else None) for goal in goals]
            others = [k for k in range(max(0, at - 6), min(len(steps), at + 5)) if k not in (at, at + 1)]
            if decides and others:
                to = steps[rng.choice(others)]
                found.append(_panah(step, mark, to, (to.pelaksana or [])[0], "Tidak"))
    tempat = {actor.id: at for at, actor in enumerate(actors)}
    return sorted(
        found,
        key=lambda a: (a.dari.no, tempat[a.dari.pelaksana], a.ke.no, tempat[a.ke.pelaksana], a.label or ""),
    )


def _panah(step: Langkah, mark: Tanda, to: Langkah, goal: Tanda, label: Any) -> Alur:
    return Alur(
        dari=Simpul(no=step.no or 0, pelaksana=mark.id),
        ke=Simpul(no=to.no or 0, pelaksana=goal.id),
        label=label,
    )


def janggal(seed: int, nomor: int) -> Sop:
    """A SOP that is hard to draw: long words, up to 60 steps and 12 actors, empty boxes, 40 citations and the like."""
    rng = random.Random(f"janggal/{seed}/{nomor}")
    labels = rng.sample(LABEL, rng.choice([1, 3, 4, 6, 8, 10, 12]))
    if rng.random() < 0.3:
        labels = [f"{label} {rng.choice(LABEL)} Kabupaten" for label in labels]
    actors = [r.nilai for r in kolom(labels)]
    steps = [_langkah(no, rng) for no in range(1, rng.choice([1, 2, 8, 15, 30, 60]) + 1)]
    boxes = (
        "kualifikasi_pelaksana",
        "keterkaitan",
        "peralatan_perlengkapan",
        "peringatan",
        "pencatatan_pendataan",
    )
    dasar = [
        {"teks": f"Peraturan Bupati Wanasari Nomor {k} Tahun 2019 tentang {_kalimat(rng, 9)}"}
        for k in range(1, rng.choice([0, 3, 12, 40]) + 1)
    ]
    kotak = {
        key: [_kalimat(rng, rng.choice([2, 12])) for _ in range(rng.choice([0, 1, 4, 9]))] for key in boxes
    }
    sop = Sop.model_validate(
        {
            "id": f"janggal-{seed}-{nomor}",
            "sumber": {"berkas": "a.txt", "sha256": "0" * 64, "halaman": [1], "jenis": "teks"},
            "instansi": {"pemerintah": "Pemerintah Kabupaten Wanasari", "unit": "Kecamatan Sukamaju"},
            "identitas": {
                "nomor_sop": "065/12/SOP/2021",
                "tanggal_pembuatan": "2021-01-04",
                "nama_sop": _kalimat(rng, rng.choice([2, 6, 25])).capitalize(),
                "disahkan_oleh": {
                    "jabatan": "Camat Sukamaju",
                    "nama": "Bagas Wirayuda, S.STP.",
                    "nip": "197803152000031002",
                },
            },
            "dasar_hukum": dasar,
            **kotak,
            "prosedur": steps,
        }
    )
    drawn = _berbagan(sop, actors, rng)
    return drawn if rng.random() < 0.85 else drawn.model_copy(update={"alur": []})


def _langkah(no: int, rng: random.Random) -> Langkah:
    lengths = rng.choice([(3, 2), (10, 4), (25, 12)] if rng.random() < 0.97 else [(400, 5)])
    return Langkah(
        no=no,
        uraian=_kalimat(rng, lengths[0]),
        kelengkapan=_kalimat(rng, lengths[1]) if rng.random() < 0.85 else None,
        waktu=Waktu(teks=rng.choice(["10 menit", "1 x 24 jam", "2 hari kerja", "30 menit/berkas"])),
        output=_kalimat(rng, lengths[1]) if rng.random() < 0.85 else None,
        keterangan=_kalimat(rng, lengths[1]) if rng.random() < 0.3 else None,
    )


def _kalimat(rng: random.Random, words: int) -> str:
    chosen = [rng.choice(_PANJANG) if rng.random() < 0.02 else rng.choice(_KATA) for _ in range(words)]
    return " ".join(chosen).capitalize() if chosen[0] in _KATA else " ".join(chosen)
