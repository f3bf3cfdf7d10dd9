"""Worker processes: a task that dies or never ends costs only itself, with any number of workers."""

import os
import subprocess
import threading
import time
from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from pipeline.batch import Bagian, Ringkasan, ingest
from pipeline.executors import TooLongError, WorkerDiedError, run_all
from tests.pipeline.contoh import TANPA_DOKUMEN, kerja, write

PALSU = Bagian(kerja=kerja, nilai_set=lambda satu: {})


def run(source: Path, out: Path, **settings: Any) -> Ringkasan:
    return ingest([source], out, replace(TANPA_DOKUMEN, **settings), bagian=PALSU)


def rows(ringkasan: Ringkasan) -> Mapping[str, Any]:
    return {row["berkas"]: row for row in ringkasan.manifest["berkas"]}


@pytest.mark.parametrize("jobs", [1, 2, 3])
def test_file_that_never_ends_costs_only_itself(tmp_path: Path, jobs: int) -> None:
    files = {f"{n}.txt": f"nama {n}" for n in range(6)} | {"2.txt": "macet", "5.txt": "macet"}
    source = write(tmp_path / "in", files)
    found = rows(run(source, tmp_path / "out", jobs=jobs, batas_menit=0.05))
    assert [found[name]["status"] for name in sorted(found)] == ["ok", "ok", "gagal", "ok", "ok", "gagal"]
    assert found["2.txt"]["alasan"] == (
        "2.txt: belum selesai dibaca setelah 0.05 menit, batas waktu tiap berkas (--max-minutes)"
    )
    source.joinpath("2.txt").write_text("nama 2")  # nothing of it is remembered
    assert rows(run(source, tmp_path / "out", jobs=jobs, batas_menit=0.05))["2.txt"]["status"] == "ok"


def test_deadly_file_with_one_job_costs_only_itself(tmp_path: Path) -> None:
    source = write(tmp_path / "in", {"a.txt": "satu", "b.txt": "mati", "c.txt": "tiga"})
    found = rows(run(source, tmp_path / "out", batas_menit=1))
    assert [found[name]["status"] for name in sorted(found)] == ["ok", "gagal", "ok"]


def never_done(path: str) -> None:
    """Starts an engine of its own and waits for it without end."""
    with subprocess.Popen(["sleep", "600"]) as engine:
        Path(path).write_text(str(engine.pid))


def test_engines_of_an_ended_process_end_too(tmp_path: Path) -> None:
    note = tmp_path / "pid"
    ((_, result),) = run_all([str(note)], never_done, 1, 3.0)
    assert isinstance(result, TooLongError)
    stat, until = Path(f"/proc/{note.read_text()}/stat"), time.monotonic() + 60
    # A process that was told to end does so when its turn comes.
    while _runs(stat) and time.monotonic() < until:
        time.sleep(0.05)
    assert not _runs(stat)


def _runs(stat: Path) -> bool:
    """Whether the process of a file of its state is there and no mere entry of an ended one."""
    try:
        return stat.read_text().rsplit(")", 1)[1].split()[0] != "Z"
    except (FileNotFoundError, ProcessLookupError):
        return False


def unsent(number: int) -> object:
    return threading.Lock() if number else number


def test_result_that_cannot_travel_is_an_error() -> None:
    results = dict(run_all([0, 1], unsent, 2))
    assert results[0] == 0
    assert "TypeError" in str(results[1])


def kill_seven(number: int) -> int:
    if number == 7:
        os._exit(1)
    return number * number


def test_run_all_gives_every_result() -> None:
    results = dict(run_all(range(30), kill_seven, 2))
    assert sorted(results) == list(range(30))
    assert isinstance(results.pop(7), WorkerDiedError)
    assert all(value == index * index for index, value in results.items())


def own_pid(_: int) -> int:
    return os.getpid()


def test_workers_make_room_for_fresh_ones() -> None:
    results = dict(run_all(range(60), own_pid, 2, 30.0))
    assert sorted(results) == list(range(60))
    assert max(Counter(results.values()).values()) <= 25
