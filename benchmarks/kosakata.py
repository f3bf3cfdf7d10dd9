"""Makes ``extractors/data/kata.toml``: the words of office language, from the corpus and the project's own tables.

Run as ``python -m benchmarks.kosakata``. Only letters are kept, no numbers, and of names only such
as the (fictional) corpus uses.
"""

import re
from collections import Counter
from pathlib import Path

_AKAR = Path(__file__).parent.parent
_SUMBER = (
    "corpus/inputs/*",
    "normalizers/data/[!e]*",
    "pipeline/data/*",
    "benchmarks/data/*",
)
_BUKAN_TEKS = re.compile(r"<[^>]+>|&\w+;|^#.*$|^\[.*$|^\w+ *=", re.M)
"""Tags, entities, and of tables their comments, headings and keys. Lists of misspellings are no source."""
_KATA = re.compile(r"[^\W\d_]{2,24}")
_KEPALA = (
    "# Words of office language, made by benchmarks/kosakata.py; tells what was read from what was misread.\n"
)


def words() -> list[str]:
    """The words, sorted; all in small letters."""
    counts: Counter[str] = Counter()
    for pattern in _SUMBER:
        for path in sorted(_AKAR.glob(pattern)):
            if path.is_file() and path.suffix in (".txt", ".md", ".html", ".json", ".toml", ".csv"):
                text = path.read_text("utf-8", "replace")
                counts.update(word.casefold() for word in _KATA.findall(_BUKAN_TEKS.sub(" ", text)))
    return sorted(word for word in counts if word.isascii())


def main() -> None:
    """Writes the file."""
    lines: list[str] = []
    line = ""
    for word in words():
        if len(line) + len(word) > 108:
            lines.append(line)
            line = ""
        line += (" " if line else "") + word
    text = _KEPALA + 'kata = """\n' + "\n".join([*lines, line]) + '\n"""\n'
    (_AKAR / "extractors" / "data" / "kata.toml").write_text(text, "utf-8")


if __name__ == "__main__":
    main()
