"""What people have decided about findings: accepted with a reason, or frozen as known.

Both lie in plain files beside the input folder, never in OUT: ``temuan-diterima.toml``, which people read and may
edit, and ``temuan-dasar.json``. A decision is about a Jejak, not about a place by its number: which rule, in which
file, about which value as it stands. So it holds when lines or items are put in above, and no longer holds when
the value has changed.
"""

import json
import tomllib
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path
from typing import Any, Final, NamedTuple

from pydantic import BaseModel, TypeAdapter, ValidationError

from normalizers.model import Sop, Temuan
from pipeline.diff import tampil
from pipeline.findings.lokasi import value
from pipeline.inputs import WrongUseError
from pipeline.naskah import Naskah, Terima

DITERIMA: Final = "temuan-diterima.toml"
DASAR: Final = "temuan-dasar.json"

_KONTEKS: Final = 160
"""Longer values are cut: enough to tell one item from another, and to read."""
_KEPALA: Final = """\
# Temuan yang diterima, beserta alasannya. Dibaca sopbaku pada setiap proses; boleh disunting dan ditinjau.
# Sebuah putusan berlaku selama nilai pada tempatnya masih seperti `konteks`.
"""


class Jejak(NamedTuple):
    """What a decision is about.

    Attributes:
        berkas: path of the input file, relative to the input folder.
        kode: code of the rule.
        tempat: where, items without their numbers: ``/dasar_hukum/*/tahun``.
        konteks: the value there as it stands; where there is none, the item that it is missing from.
    """

    berkas: str
    kode: str
    tempat: str
    konteks: str

    def sidik(self) -> str:
        """A short name of it, the same on every run."""
        return sha256("\n".join(self).encode()).hexdigest()[:16]


@dataclass(frozen=True, slots=True)
class Putusan:
    """An accepted finding: what it is about, the id of its SOP for people to read, why, and who says so."""

    berkas: str
    kode: str
    tempat: str
    konteks: str
    alasan: str
    oleh: str | None = None
    sop: str | None = None

    @property
    def jejak(self) -> Jejak:
        """What it is about."""
        return Jejak(self.berkas, self.kode, self.tempat, self.konteks)


_PUTUSAN: Final = TypeAdapter(list[Putusan])
_FIELDS: Final = ("berkas", "sop", "kode", "tempat", "konteks", "alasan", "oleh")


def jejak(sop: Sop, temuan: Temuan) -> Jejak:
    """What a decision about the finding would be about."""
    parts = temuan.lokasi.split("/")
    place = "/".join("*" if part.isdecimal() else part for part in parts)
    text = ""
    # A value that is missing is told by what it is missing from: a step without a time by its text.
    while not text and len(parts) > 1:
        text = _text(value(sop, "/".join(parts)))
        parts.pop()
    return Jejak(sop.sumber.berkas, temuan.kode, place, text)


def _text(found: object) -> str:
    plain: Any = found.model_dump(mode="json") if isinstance(found, BaseModel) else found
    if not isinstance(plain, dict | str | int | float):
        return ""
    return " ".join(tampil(plain).split())[:_KONTEKS]


def split(naskah: Naskah, putusan: Mapping[Jejak, Putusan]) -> Naskah:
    """The SOP with its accepted findings apart from those that count."""
    counted, accepted = [], []
    for temuan in naskah.sop.temuan:
        known = putusan.get(jejak(naskah.sop, temuan))
        if known is None:
            counted.append(temuan)
        else:
            accepted.append(Terima(temuan, known.alasan, known.oleh))
    return replace(naskah, sop=naskah.sop.model_copy(update={"temuan": counted}), diterima=tuple(accepted))


def load_accepted(path: Path | None) -> dict[Jejak, Putusan]:
    """The accepted findings; none when the file does not exist.

    Raises:
        WrongUseError: it is no such file.
    """
    if path is None or not path.exists():
        return {}
    try:
        rows = tomllib.loads(path.read_text("utf-8-sig")).get("diterima", [])
        found = _PUTUSAN.validate_python(rows)
    except OSError as error:
        raise WrongUseError(f"'{path}' tidak dapat dibaca: {error.strerror}.") from error
    except ValidationError as error:
        (number, *_), kind = error.errors()[0]["loc"] or (0,), error.errors()[0]["loc"][-1:]
        where = f"putusan ke-{int(number) + 1}" if isinstance(number, int) else "isinya"
        raise WrongUseError(f"'{path}': {where} salah pada '{''.join(map(str, kind))}'.") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise WrongUseError(f"'{path}' bukan TOML yang sah: {error}.") from error
    empty = [p for p in found if not p.alasan.strip()]
    if empty:
        raise WrongUseError(
            f"'{path}': putusan tentang {empty[0].kode} pada '{empty[0].berkas}' tanpa alasan."
        )
    return {p.jejak: p for p in found}


def dump_accepted(putusan: Iterable[Putusan]) -> str:
    """The file of the accepted findings, sorted, so that a change shows as a change in a comparison of texts."""
    blocks = [
        "[[diterima]]\n"
        + "".join(f"{name} = {_toml(text)}\n" for name in _FIELDS if (text := getattr(p, name)) is not None)
        for p in sorted(putusan, key=lambda p: p.jejak)
    ]
    return _KEPALA + "".join(f"\n{block}" for block in blocks)


def _toml(text: str) -> str:
    # A JSON string is a TOML string but for one character.
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


def count(naskah: Iterable[Naskah]) -> Counter[Jejak]:
    """How often each finding that counts occurs."""
    return Counter(jejak(n.sop, temuan) for n in naskah for temuan in n.sop.temuan)


def load_baseline(path: Path | None) -> Counter[Jejak] | None:
    """The frozen findings with their number; None when none were frozen.

    Raises:
        WrongUseError: the file is no such file.
    """
    if path is None or not path.exists():
        return None
    try:
        rows = json.loads(path.read_text("utf-8"))["temuan"]
        return Counter(
            {Jejak(*(str(row[name]) for name in Jejak._fields)): int(row["jumlah"]) for row in rows}
        )
    except OSError as error:
        raise WrongUseError(f"'{path}' tidak dapat dibaca: {error.strerror}.") from error
    except (ValueError, KeyError, TypeError) as error:
        raise WrongUseError(f"'{path}' bukan berkas temuan yang dibekukan.") from error


def dump_baseline(counted: Mapping[Jejak, int]) -> bytes:
    """The file of the frozen findings, sorted."""
    rows = [{**j._asdict(), "jumlah": n} for j, n in sorted(counted.items())]
    return (json.dumps({"temuan": rows}, ensure_ascii=False, indent=1) + "\n").encode()


def unmatched(putusan: Mapping[Jejak, Putusan], seen: Sequence[Naskah]) -> list[Putusan]:
    """The decisions about findings that are no longer there."""
    used = {jejak(n.sop, t.temuan) for n in seen for t in n.diterima}
    return [p for j, p in sorted(putusan.items()) if j not in used]
