"""BPMN and Mermaid: the whole procedure is in them, and readers that others wrote can read and draw them."""

import json
import os
import random
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from fcntl import LOCK_EX, flock
from hashlib import sha256
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from normalizers.model import Sop
from pipeline.outputs.arus import susun
from pipeline.outputs.bpmn import bpmn
from pipeline.outputs.bpmn_layout import Kotak, tata
from pipeline.outputs.mermaid import mermaid
from tests.builders import a_langkah, a_pelaksana, a_sop

HERE = Path(__file__).parent / "peramban"
ROOT = Path(__file__).parents[2]
CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
JAHAT = '<b>"kutip" & #35; ; | ] } ) --> %% end \\n `x`'
KALIMAT = (
    "Memeriksa kelengkapan berkas permohonan dan mencatatnya dalam buku agenda",
    "Menandatangani surat",
    "Meneliti konsep surat keterangan, bila belum sesuai dikembalikan kepada staf untuk diperbaiki",
    "Mengarsipkan",
)


def acak(seed: int, langkah: int, pelaksana: int, jahat: str = "") -> Sop:
    """A SOP with a flow: a beginning, an end, decisions with a way back, steps of two actors."""
    acak_ = random.Random(seed)
    aktor = [f"aktor-{k}" for k in range(pelaksana)]
    siapa = [acak_.choice(aktor) for _ in range(langkah)]
    steps: list[Any] = []
    edges: list[tuple[int, str, int, str, str | None]] = []
    for i in range(langkah):
        ujung = i in (0, langkah - 1)
        keputusan = not ujung and acak_.random() < 0.3
        simbol = "terminator" if ujung else "keputusan" if keputusan else "proses"
        tanda = [{"id": siapa[i], "simbol": simbol}]
        if not ujung and not keputusan and pelaksana > 1 and acak_.random() < 0.2:
            tanda.append({"id": acak_.choice([a for a in aktor if a != siapa[i]]), "simbol": "proses"})
            edges.append((i, siapa[i], i, tanda[1]["id"], None))
        steps.append(a_langkah(i + 1, acak_.choice(KALIMAT) + jahat, pelaksana=tanda))
        if i + 1 < langkah:
            edges.append((i, siapa[i], i + 1, siapa[i + 1], "Ya" if keputusan else None))
        if keputusan:
            back = acak_.randrange(i)
            edges.append((i, siapa[i], back, siapa[back], "Tidak"))
    alur = [
        {"dari": {"no": a + 1, "pelaksana": p}, "ke": {"no": b + 1, "pelaksana": q}, "label": label}
        for a, p, b, q, label in edges
    ]
    kolom = [a_pelaksana(f"Aktor {k}", id=a, label=f"Kepala Seksi {k}{jahat}") for k, a in enumerate(aktor)]
    return a_sop(pelaksana=kolom, prosedur=steps, alur=alur)


SOPS = [
    acak(seed, n, m)
    for seed, (n, m) in enumerate([(1, 1), (2, 2), (5, 3), (8, 4), (16, 6), (60, 12), (30, 3)])
]


def texts(sop: Sop) -> list[str]:
    return [
        f"{step.no}. {step.uraian}" for step in sop.prosedur for _ in range(len(step.pelaksana or ()) or 1)
    ]


# The graph


def test_every_part_of_a_step_is_a_node_and_every_edge_an_edge() -> None:
    for sop in SOPS:
        arus = susun(sop)
        assert [s.teks for s in arus.simpul] == texts(sop)
        assert len(arus.panah) == len(sop.alur) or len(sop.prosedur) == 1
        names = [
            (arus.simpul[p.dari].langkah, arus.simpul[p.ke].langkah, p.label or None) for p in arus.panah
        ]
        assert names == [(e.dari.no - 1, e.ke.no - 1, e.label) for e in sop.alur]
        assert not arus.disimpulkan or not sop.alur


def test_without_edges_the_order_of_steps_is_said_to_be_concluded() -> None:
    steps = [
        a_langkah(n, pelaksana=p) for n, p in ((1, None), (2, []), (None, [{"id": "tiada", "simbol": None}]))
    ]
    sop = a_sop(prosedur=steps, alur=[], pelaksana=[])
    arus = susun(sop)
    assert arus.jalur == ("tiada", "Pelaksana tidak dinyatakan")
    assert [s.jalur for s in arus.simpul] == [1, 1, 0]
    assert [(p.dari, p.ke) for p in arus.panah] == [(0, 1), (1, 2)]
    assert arus.disimpulkan
    assert "urutan langkah" in bpmn(sop)
    assert "-.->" in mermaid(sop)


def test_an_edge_to_nowhere_is_left_out() -> None:
    sop = acak(1, 4, 2)
    edge = sop.alur[0].model_dump() | {"ke": {"no": 99, "pelaksana": "aktor-0"}}
    more = a_sop(alur=[*sop.alur, edge]).alur
    assert susun(sop.model_copy(update={"alur": more})) == susun(sop)


def test_a_terminator_is_an_event_only_at_an_end() -> None:
    for sop in SOPS:
        arus = susun(sop)
        masuk, keluar = {p.ke for p in arus.panah}, {p.dari for p in arus.panah}
        for number, s in enumerate(arus.simpul):
            assert s.jenis != "mulai" or (number in keluar and number not in masuk)
            assert s.jenis != "selesai" or (number in masuk and number not in keluar)
    # One that the flow comes back to is an activity: no event begins twice.
    assert susun(acak(0, 8, 4)).simpul[0].jenis == "mulai"
    assert susun(acak(3, 8, 4)).simpul[0].jenis == "proses"


# Places


def crossed(box: Kotak, a: tuple[float, float], b: tuple[float, float]) -> bool:
    """Whether a piece of a line runs through the inside of a box."""
    x0, x1 = sorted((a[0], b[0]))
    y0, y1 = sorted((a[1], b[1]))
    return (
        x0 < box.x + box.lebar - 0.5
        and x1 > box.x + 0.5
        and y0 < box.y + box.tinggi - 0.5
        and y1 > box.y + 0.5
    )


@pytest.mark.parametrize("sop", SOPS, ids=lambda sop: f"{len(sop.prosedur)}x{len(sop.pelaksana)}")
def test_no_edge_runs_through_a_node_and_no_two_on_one_track(sop: Sop) -> None:
    arus = susun(sop)
    found = tata(arus)
    for s, box in zip(arus.simpul, found.simpul, strict=True):
        lane = found.jalur[s.jalur]
        assert lane.y < box.y
        assert box.y + box.tinggi < lane.y + lane.tinggi
    boxes = [*found.simpul, *(k for k in found.nama if k)]
    for line in found.panah:
        for a, b in pairwise(line):
            assert a[0] == b[0] or a[1] == b[1]
            assert not any(crossed(box, a, b) for box in boxes)
    # Long stretches of different edges never lie on each other, but where they run into one node.
    stretches = [(k, a, b) for k, line in enumerate(found.panah) for a, b in list(pairwise(line))[1:-1]]
    for k, a, b in stretches:
        for other, c, d in stretches:
            if k < other and a[0] == b[0] == c[0] == d[0]:
                assert min(max(a[1], b[1]), max(c[1], d[1])) <= max(min(a[1], b[1]), min(c[1], d[1]))
            if k < other and a[1] == b[1] == c[1] == d[1]:
                assert min(max(a[0], b[0]), max(c[0], d[0])) <= max(min(a[0], b[0]), min(c[0], d[0]))


def test_labels_stand_beside_the_beginning_of_their_edge() -> None:
    for sop in SOPS:
        found = tata(susun(sop))
        for line, label in zip(found.panah, found.label, strict=True):
            if label:
                x, y = line[0]
                assert abs(label.x - x) < 8
                assert abs(label.y + label.tinggi / 2 - y) < 16


# Readers that others wrote


@contextmanager
def alone() -> Iterator[None]:
    """One test process at a time installs."""
    cache = ROOT / ".cache"
    cache.mkdir(exist_ok=True)
    with (cache / "peramban.lock").open("w") as lock:
        flock(lock, LOCK_EX)
        yield


@pytest.fixture(scope="module")
def modules() -> Path:
    """The readers' packages, installed once into ``.cache``."""
    if not (shutil.which("npm") and shutil.which("node")):
        pytest.skip("npm and node are not there: BPMN and Mermaid are not read by their own readers")
    wanted = (HERE / "package.json").read_bytes()
    folder = ROOT / ".cache" / f"peramban-{sha256(wanted).hexdigest()[:12]}"
    with alone():
        if not (folder / "ada").is_file():
            folder.mkdir(parents=True, exist_ok=True)
            (folder / "package.json").write_bytes(wanted)
            command = ["npm", "install", "--no-audit", "--no-fund", "--ignore-scripts", "--loglevel=error"]
            try:
                done = subprocess.run(
                    command, cwd=folder, capture_output=True, text=True, timeout=180, check=False
                )
            except subprocess.TimeoutExpired:
                pytest.skip("npm could not fetch the readers of BPMN and Mermaid in time")
            if done.returncode:
                pytest.skip(
                    f"npm could not fetch the readers of BPMN and Mermaid: {done.stderr.strip()[-200:]}"
                )
            (folder / "ada").touch()
    return folder / "node_modules"


def in_chromium(page: str, content: Any, modules: Path, tmp_path: Path) -> Any:
    """What the script of a page says of the content, and a picture of it on the way."""
    if CHROMIUM is None:
        pytest.skip("no Chromium: BPMN and Mermaid are not drawn by their own readers")
    html = (HERE / f"{page}.html").read_text("utf-8").replace("@MODULES@", modules.as_uri())
    file = tmp_path / "halaman.html"
    file.write_text(html.replace("@XML@", json.dumps(content).replace("<", "\\u003c")), "utf-8")
    picture = tmp_path / "gambar.png"
    command = [
        CHROMIUM, "--headless", "--disable-gpu", "--allow-file-access-from-files", "--window-size=1800,900",
        "--virtual-time-budget=30000", f"--user-data-dir={tmp_path / 'profil'}", f"--screenshot={picture}",
        "--dump-dom", file.as_uri(),
    ]  # fmt: skip
    if os.geteuid() == 0:
        command.insert(1, "--no-sandbox")
    done = subprocess.run(command, capture_output=True, text=True, timeout=90, check=False)
    marked = done.stdout.partition('data-hasil="')[2].partition('"')[0]
    assert marked, done.stderr[-500:]
    assert picture.stat().st_size > 5000
    return json.loads(
        marked.replace("&quot;", '"').replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
    )


def test_bpmn_moddle_reads_everything_without_a_warning(modules: Path, tmp_path: Path) -> None:
    sops = [*SOPS, acak(9, 6, 3, JAHAT), a_sop(prosedur=[], alur=[])]
    files = []
    for number, sop in enumerate(sops):
        files.append(tmp_path / f"{number}.bpmn")
        files[-1].write_text(bpmn(sop), "utf-8")
    command = ["node", str(HERE / "moddle.mjs"), str(modules), *map(str, files)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=True)
    for sop, found in zip(sops, json.loads(done.stdout), strict=True):
        assert found["warnings"] == []
        arus = susun(sop)
        nodes = [(kind, name) for kind, name in found["elements"] if kind != "bpmn:SequenceFlow"]
        assert [name for _, name in nodes] == [s.teks for s in arus.simpul]
        gateways = [name for kind, name in nodes if kind == "bpmn:ExclusiveGateway"]
        assert gateways == [s.teks for s in arus.simpul if s.jenis == "keputusan"]
        flows = [(arus.simpul[p.dari].id, arus.simpul[p.ke].id, p.label or None) for p in arus.panah]
        assert [tuple(flow) for flow in found["flows"]] == flows
        assert [name for name, _ in found["lanes"]] == (list(arus.jalur) if arus.simpul else [])
        assert sum(held for _, held in found["lanes"]) == len(arus.simpul)
        assert found["drawn"] == (
            1 + len(arus.jalur) + len(arus.simpul) + len(arus.panah) if arus.simpul else 0
        )


def test_bpmn_js_draws_it(modules: Path, tmp_path: Path) -> None:
    sop = acak(4, 16, 6)
    arus = susun(sop)
    found = in_chromium("bpmn", bpmn(sop), modules, tmp_path)
    assert found["warnings"] == []
    assert found["connections"] == len(arus.panah)
    assert found["shapes"] == 1 + len(arus.jalur) + len(arus.simpul)


def test_mermaid_reads_and_draws_it(modules: Path, tmp_path: Path) -> None:
    sops = [*SOPS[:5], acak(9, 6, 3, JAHAT), a_sop(prosedur=[], alur=[])]
    for sop, found in zip(
        sops, in_chromium("mermaid", [mermaid(sop) for sop in sops], modules, tmp_path), strict=True
    ):
        arus = susun(sop)
        assert "salah" not in found, found
        assert (found["simpul"], found["panah"]) == (len(arus.simpul), len(arus.panah))
        shown = {" ".join(text.split()) for text in found["teks"]}
        assert {s.teks for s in arus.simpul} <= shown
