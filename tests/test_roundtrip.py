"""Our own documents read back: what was printed as PDF, Word or HTML is the same SOP again."""

from pathlib import Path

import pytest

from extractors.read import read_bytes
from normalizers.model import Sop
from pipeline.config import Settings
from pipeline.outputs import documents
from pipeline.run import run_file, run_pages
from pipeline.score import score

INPUTS = sorted((Path(__file__).parents[1] / "corpus" / "inputs").glob("0*"))[::3]


def printed(sop: Sop) -> dict[str, object]:
    """What a document says in words: all but evidence, findings and the flow."""
    data: dict[str, object] = sop.model_dump(mode="json", exclude={"temuan", "bukti", "alur", "id", "sumber"})
    for step in data["prosedur"]:  # type: ignore[attr-defined]
        step.pop("pelaksana")
    return data


@pytest.mark.parametrize("path", INPUTS, ids=lambda path: path.stem)
@pytest.mark.parametrize("kind", ["pdf", "docx", "html"])
def test_what_is_printed_is_read(path: Path, kind: str) -> None:
    (sop, *_) = (naskah.sop for naskah in run_file(path, path.name, Settings(jobs=1)).naskah)
    data = {
        "pdf": documents.pdf,
        "docx": documents.docx,
        "html": lambda sop: documents.html(sop).encode(),
    }[kind](sop)
    (again, *more) = run_pages(read_bytes(f"sop.{kind}", data), f"sop.{kind}", "0" * 64, Settings(jobs=1))
    assert not more
    found = score(printed(sop), printed(again.sop))
    assert found.semua.f1 >= 0.98, found.meleset
