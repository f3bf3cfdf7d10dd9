"""Clean documents of canonical files, in looks of one's own, with an emblem."""

from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pypdfium2
import pytest
from PIL import Image
from typer.testing import CliRunner, Result

from pipeline import cli
from pipeline.bentuk import Bentuk
from pipeline.outputs import documents, records
from pipeline.outputs.render import render
from tests.builders import a_sop
from tests.outputs.kantor import office, parts_of
from tests.outputs.test_documents import penuh
from tests.pipeline.contoh import sop_text, write


def run(*arguments: object) -> Result:
    return CliRunner().invoke(cli.app, [str(argument) for argument in arguments])


@pytest.fixture
def canonical(tmp_path: Path) -> Path:
    write(
        tmp_path / "data",
        {"a.json": records.to_json(penuh()), "b.json": records.to_json(a_sop(id="b--lain"))},
    )
    return tmp_path / "data"


def test_documents_of_a_folder_are_those_of_a_run(tmp_path: Path) -> None:
    source = write(tmp_path / "in", {"a.txt": sop_text()})
    run("ingest", source, "-o", tmp_path / "out", "--no-reports", "--no-tables", "--jobs", 1)
    done = run("documents", tmp_path / "out", "-o", tmp_path / "lagi", "--jobs", 1)
    assert done.exit_code == 0, done.output
    again = {p.name: p.read_bytes() for p in (tmp_path / "lagi").iterdir()}
    assert again == {p.name: p.read_bytes() for p in (tmp_path / "out" / "documents").iterdir()}
    assert len(again) == len(Bentuk().format)


def test_formats_settings_and_a_corrected_value(canonical: Path, tmp_path: Path) -> None:
    write(tmp_path, {"x.toml": "[dokumen]\nkertas = 'F4'\nformat = ['html']"})
    file = canonical / "b.json"
    file.write_text(
        file.read_text("utf-8").replace("Pengelolaan Surat Masuk", "Pengelolaan Arsip Inaktif"), "utf-8"
    )
    run("documents", file, "-o", tmp_path / "d", "--config", tmp_path / "x.toml", "--jobs", 1)
    (written,) = (tmp_path / "d").iterdir()
    page = written.read_text("utf-8")
    assert written.name == "b--lain.html"
    assert "Pengelolaan Arsip Inaktif" in page
    assert "size: 330mm 215mm" in page
    run("documents", file, "-o", tmp_path / "e", "--formats", "pdf,mermaid", "--jobs", 1)
    assert {p.suffix for p in (tmp_path / "e").iterdir()} == {".pdf", ".mermaid"}


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("tiada.json",), "bukan berkas SOP kanonik"),
        (("rusak.json",), "bukan berkas SOP kanonik"),
        (("data", "--template", "tiada"), "bukan folder dan bukan berkas Word"),
        (("data", "--template", "rusak.json"), "Templat 'rusak.json' tidak dapat dipakai"),
        (("data", "data/a.json"), "sama-sama ber-id"),
    ],
)
def test_wrong_use(
    canonical: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...], said: str
) -> None:
    write(tmp_path, {"rusak.json": "{}"})
    monkeypatch.chdir(tmp_path)
    result = run("documents", *arguments, "-o", tmp_path / "d", "--jobs", 1)
    assert result.exit_code == 2
    assert said in result.stderr.replace("\n", " ")


def test_a_look_takes_the_place_of_templates(canonical: Path, tmp_path: Path) -> None:
    own = Path(__file__).parents[2] / "templates"
    styles = (own / "sop.docx" / "styles.xml.j2").read_text("utf-8")
    look = write(
        tmp_path / "rupa",
        {
            "_sop_gaya.html.j2": (own / "_sop_gaya.html.j2").read_text("utf-8")
            + "\nbody { color: #123456; }\n",
            "sop.typ.j2": (own / "sop.typ.j2").read_text("utf-8") + "\n#page[RUPA DINAS]\n",
            "sop.docx/styles.xml.j2": styles.replace('w:val="id-ID"', 'w:val="jv-ID"'),
        },
    )
    run("documents", canonical / "a.json", "-o", tmp_path / "d", "--template", look, "--jobs", 1)
    by_kind = {path.suffix: path.read_bytes() for path in (tmp_path / "d").iterdir()}
    assert b"color: #123456" in by_kind[".html"]
    with pypdfium2.PdfDocument(by_kind[".pdf"]) as pdf:
        assert "RUPA DINAS" in pdf[len(pdf) - 1].get_textpage().get_text_bounded()
    with ZipFile(BytesIO(by_kind[".docx"])) as archive:
        assert b"jv-ID" in archive.read("word/styles.xml")


def test_an_office_restyles_the_word_file_it_is_given(canonical: Path, tmp_path: Path) -> None:
    look = tmp_path / "kantor.docx"
    done = run("template", "-o", look)
    assert done.exit_code == 0, done.output
    for again, said in ((look, "sudah ada"), (tmp_path / "kantor.doc", "sebagai .docx")):
        refused = run("template", "-o", again)
        assert refused.exit_code == 2
        assert said in refused.stderr
    office(look, "Ratusan Sans")
    done = run("documents", canonical, "-o", tmp_path / "d", "--template", look, "--jobs", 1)
    assert done.exit_code == 0, done.output
    assert done.stderr.count("peringatan: ") == 1
    for path in (tmp_path / "d").glob("*.docx"):
        assert "word/media/kantor-image1.png" in parts_of(path.read_bytes())
    assert len(list((tmp_path / "d").iterdir())) == 2 * len(Bentuk().format)
    assert not run(
        "documents", canonical, "-o", tmp_path / "e", "--template", look, "--formats", "html"
    ).stderr


def test_a_run_takes_the_office_look_of_its_settings_and_says_once_what_is_wrong(tmp_path: Path) -> None:
    source = write(
        tmp_path / "in",
        {"a.txt": sop_text(), "sub/b.txt": sop_text(), "sub/sopbaku.toml": "[dokumen]\ntempat = 'Sukamaju'"},
    )
    write(tmp_path, {"sopbaku.toml": "[dokumen]\nformat = ['docx']\ntemplat = 'kantor.docx'"})
    options = ("ingest", source, "-o", tmp_path / "out", "--no-reports", "--no-tables", "--jobs", 1)
    office(tmp_path / "kantor.docx", "Ratusan Sans")
    done = run(*options)
    assert done.exit_code == 0, done.output
    assert done.stderr.count("peringatan: ") == 1
    written = list((tmp_path / "out" / "documents").iterdir())
    assert written
    for path in written:
        assert "word/media/kantor-image1.png" in parts_of(path.read_bytes())
    (tmp_path / "kantor.docx").write_bytes(b"rusak")
    refused = run(*options)
    assert refused.exit_code == 2
    assert "kantor.docx' tidak dapat dipakai: berkas Office rusak" in refused.stderr


def test_a_look_can_do_nothing_but_write(tmp_path: Path) -> None:
    write(tmp_path, {"x.html.j2": "{{ ''.__class__.__mro__ }}"})
    with pytest.raises(Exception, match="__class__"):
        render("x.html.j2", tmp_path)


@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
def test_an_emblem_is_in_all_formats(tmp_path: Path, kind: str) -> None:
    path = tmp_path / "lambang"
    Image.new("RGB", (60, 140), "navy").save(path, kind)
    bentuk = Bentuk(logo=path)
    assert f'src="data:image/{kind.lower()};base64,' in documents.html(penuh(), bentuk)
    assert "width: 12.0mm; height: 28.0mm" in documents.html(penuh(), bentuk)
    with ZipFile(BytesIO(documents.docx(penuh(), bentuk))) as archive:
        assert archive.read(f"word/media/lambang.{kind.lower()}") == path.read_bytes()
        assert b"media/lambang" in archive.read("word/_rels/document.xml.rels")
    with pypdfium2.PdfDocument(documents.pdf(penuh(), bentuk)) as pdf:
        pictures = [o for o in pdf[0].get_objects() if isinstance(o, pypdfium2.PdfImage)]
        assert len(pictures) == 1
