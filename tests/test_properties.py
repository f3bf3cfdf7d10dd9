"""What holds for every text whatever: the whole chain from bytes to canonical JSON.

A text is an SOP or is refused in one sentence; what comes out points to something, quotes what
stands in the source, is the same each time, and can be read back.
"""

import subprocess
import sys
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractors.errors import SopError
from extractors.pages import Pages
from extractors.read import read_bytes
from normalizers.model import Sop
from pipeline.config import Settings
from pipeline.findings.lokasi import resolves
from pipeline.outputs.records import from_json, to_json
from pipeline.run import run_pages
from tests.strategies import CORPUS, STABIL, garbage, patchworks, sop_texts, whole_texts

NAME = "contoh.txt"
SETTINGS = Settings(jobs=1)


def made_of(data: bytes, name: str = NAME) -> tuple[Pages, list[Sop]]:
    """The pages and SOPs of the bytes.

    Raises:
        SopError: the bytes are refused.
    """
    pages = read_bytes(name, data)
    naskah = run_pages(pages, name, sha256(data).hexdigest(), SETTINGS)
    return pages, [one.sop for one in naskah]


def outcome(text: str) -> list[bytes] | str:
    """The canonical files of a text, or the sentence that refuses it."""
    try:
        return [to_json(sop) for sop in made_of(text.encode("utf-8", "surrogatepass"))[1]]
    except SopError as error:
        return str(error)


def assert_pointers_resolve(sop: Sop) -> None:
    for pointer in (*sop.bukti, *(temuan.lokasi for temuan in sop.temuan)):
        assert resolves(sop, pointer), pointer


def assert_quotes_stand_in_the_source(sop: Sop, pages: Pages) -> None:
    """Every line of ``mentah`` occurs in the lines that ``baris`` names, in order, beginning and ending there."""
    for pointer, bukti in sop.bukti.items():
        if bukti.baris is None:
            assert not bukti.mentah, pointer
            continue
        first, last = bukti.baris
        quoted = bukti.mentah.split("\n")
        assert quoted[0] in pages.source.line(first), pointer
        assert quoted[-1] in pages.source.line(last), pointer
        number = first
        for line in quoted:
            while number <= last and line not in pages.source.line(number):
                number += 1
            assert number <= last, f"{pointer}: {line!r} is not in lines {bukti.baris}"


def assert_values_have_evidence(sop: Sop) -> None:
    for key, items in (
        ("dasar_hukum", sop.dasar_hukum),
        ("prosedur", sop.prosedur),
        ("pelaksana", sop.pelaksana),
    ):
        for at in range(len(items)):
            assert any(pointer.startswith(f"/{key}/{at}") for pointer in sop.bukti), f"/{key}/{at}"
    for key in (
        "nomor_sop",
        "tanggal_pembuatan",
        "tanggal_revisi",
        "tanggal_efektif",
        "tanggal_pengesahan",
        "nama_sop",
    ):
        assert getattr(sop.identitas, key) is None or f"/identitas/{key}" in sop.bukti, key


def assert_all_holds(text: str) -> None:
    try:
        pages, sops = made_of(text.encode("utf-8", "surrogatepass"))
    except SopError as error:
        sentence = str(error)
        assert sentence, "a refusal says why"
        assert "\n" not in sentence
        return
    assert sops
    for sop in sops:
        assert_pointers_resolve(sop)
        assert_quotes_stand_in_the_source(sop, pages)
        assert_values_have_evidence(sop)
        assert from_json(to_json(sop)) == sop


@pytest.mark.parametrize("path", sorted(CORPUS.iterdir()), ids=lambda path: path.stem)
def test_the_corpus_itself(path: Path) -> None:
    assert_all_holds(path.read_bytes().decode("utf-8", errors="replace"))


@pytest.mark.parametrize("number", range(len(whole_texts())))
def test_texts_of_every_layout(number: int) -> None:
    assert_all_holds(whole_texts()[number])


@given(sop_texts())
@settings(STABIL, max_examples=600)
def test_damaged_sops(text: str) -> None:
    assert_all_holds(text)


@given(patchworks())
@settings(STABIL, max_examples=600)
def test_patchworks_of_fragments(text: str) -> None:
    assert_all_holds(text)


@given(garbage())
@STABIL
def test_garbage(text: str) -> None:
    assert_all_holds(text)


@given(st.binary(max_size=400), st.sampled_from(("a.txt", "a.html", "a.md", "a")))
@STABIL
def test_any_bytes(data: bytes, name: str) -> None:
    try:
        made_of(data, name)
    except SopError as error:
        assert "\n" not in str(error)  # noqa: PT017


@given(sop_texts(), sop_texts())
@settings(STABIL, max_examples=25)
def test_what_was_read_before_changes_nothing(text: str, other: str) -> None:
    before = outcome(text)
    outcome(other)
    assert outcome(text) == before


PRINTS = "from tests.test_properties import *; print(*(repr(outcome(text)) for text in whole_texts()))"


def test_the_seed_of_hashing_changes_nothing() -> None:
    """Sets are walked in another order in each process; what is written must not show it."""
    printed = [
        subprocess.run(
            [sys.executable, "-c", PRINTS],
            cwd=Path(__file__).parents[1],
            env={"PYTHONHASHSEED": seed, "PYTHONIOENCODING": "utf-8"},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    ]
    assert printed[0] == printed[1]
    assert len(printed[0]) > 100_000


BIG = {
    "digits": "1234567890" * 30_000,
    "one line of words": "surat masuk " * 25_000,
    "short lines": "1 a\n" * 25_000,
    "a list without end": "Dasar Hukum :\n" + "- Surat " * 20_000,
    "tabs": "Nama SOP : Arsip\nNomor SOP : 7\nDasar Hukum : UU\n" + "\t" * 100_000 + "x",
    "gaps": "Nama SOP : Arsip\nNomor SOP : 7\nDasar Hukum : UU\n" + " " * 300_000 + "x",
    "open cells": "<table><tr>" + "<td>a" * 20_000,
    "nested tables": "<table><tr><td>" * 10_000 + "a" + "</td></tr></table>" * 10_000,
    "nested lists": "<ol><li>" * 20_000,
    "angle brackets": "<" * 300_000,
    "comments": "<!--" * 75_000,
    "entities": "&amp;" * 60_000,
    "pipes": "|" * 100_000,
    "rules": "-" * 300_000 + "x",
    "letterheads": "PEMERINTAH KABUPATEN\n" * 5_000 + "Nama SOP : Arsip\nNomor SOP : 7\nDasar Hukum : UU\n",
}


@pytest.mark.parametrize("text", BIG.values(), ids=BIG.keys())
def test_hundreds_of_kilobytes_of_one_thing_are_read_to_their_end(text: str) -> None:
    assert_all_holds(text)
