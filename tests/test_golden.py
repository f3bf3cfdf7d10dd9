"""Snapshots: what becomes of a few corpus files, canonical and as tables, byte for byte.

They are no truth (that is ``corpus/expected``): they make a change of behaviour visible as a diff.
``make golden`` rewrites them.
"""

import os
from pathlib import Path

import pytest

from pipeline.batch import ingest
from pipeline.config import Settings

ROOT = Path(__file__).parent.parent
GOLDEN = ROOT / "tests" / "golden"
INPUTS = ("01-sukoreja-pengantar-ktp.txt", "06-telaga-biru-rujukan.html", "22-lestarijaya-dua-sop.txt")
REWRITE = bool(os.environ.get("SOPBAKU_GOLDEN"))

pytestmark = pytest.mark.golden


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """What a run over the inputs writes that a person can read as a diff: path -> content."""
    out = tmp_path_factory.mktemp("golden") / "out"
    settings = Settings(jobs=1, dokumen=False, laporan=False)
    ingest([ROOT / "corpus" / "inputs" / name for name in INPUTS], out, settings)
    paths = [*out.glob("canonical/*.json"), *out.glob("tables/*.csv"), out / "manifest.json"]
    return {path.relative_to(out).as_posix(): path.read_bytes() for path in paths}


def test_switch_is_off_where_nobody_reviews() -> None:
    assert not (REWRITE and os.environ.get("CI"))


def test_nothing_has_changed(written: dict[str, bytes]) -> None:
    if REWRITE:
        for old in GOLDEN.rglob("*.*"):
            old.unlink()
        for name, content in written.items():
            (GOLDEN / name).parent.mkdir(parents=True, exist_ok=True)
            (GOLDEN / name).write_bytes(content)
    kept = {path.relative_to(GOLDEN).as_posix(): path.read_bytes() for path in GOLDEN.rglob("*.*")}
    assert sorted(written) == sorted(kept)
    for name, content in written.items():
        assert content.decode() == kept[name].decode(), f"{name}: if this is wanted, run make golden"
