"""The findings of a run for machines: as JSON, which ``sopbaku findings`` reads again, and as SARIF 2.1.0.

In SARIF an input file is an artifact below the base ``MASUKAN``, the accepted findings are suppressed with their
reason, and with frozen findings each result says whether it is new, unchanged or gone.
"""

import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final
from urllib.parse import quote

from normalizers.model import Bukti, Sop, Temuan
from pipeline.config import VERSI
from pipeline.findings.rule import Aturan, AturanHimpunan
from pipeline.inputs import STATE_FOLDER
from pipeline.naskah import Naskah
from pipeline.putusan import Jejak, Putusan, jejak, unmatched

Row = dict[str, Any]

JSON: Final = "findings/temuan.json"
SARIF: Final = "findings/temuan.sarif"
TEMPAT: Final = f"{STATE_FOLDER}/putusan.json"
"""Where the files of decisions are, seen from OUT: of the accepted findings, and of the frozen ones."""

_SCHEMA: Final = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVEL: Final = {"galat": "error", "peringatan": "warning", "info": "note"}
_STATE: Final = {"baru": "new", "lama": "unchanged", "diterima": "unchanged", "hilang": "absent"}
_SIDIK: Final = "jejak/v1"


def rows(
    naskah: Sequence[Naskah], dasar: Mapping[Jejak, int] | None, putusan: Mapping[Jejak, Putusan]
) -> dict[str, Any]:
    """The findings of a run as JSON can hold them.

    Args:
        naskah: the SOPs in the order of the run.
        dasar: the frozen findings with their number; None when none were frozen, and all count as new.
        putusan: what was accepted.
    """
    left = Counter(dasar or {})
    found = [row for n in naskah for row in _of_sop(n, left)]
    gone = [
        {"keadaan": "hilang", "jejak": j.sidik(), "jumlah": number, **j._asdict()}
        for j, number in sorted(left.items())
        if number > 0
    ]
    return {
        "versi": VERSI,
        "dibekukan": dasar is not None,
        "temuan": found,
        "hilang": gone,
        "putusan_tak_terpakai": [
            p.jejak._asdict() | {"alasan": p.alasan} for p in unmatched(putusan, naskah)
        ],
    }


def _of_sop(naskah: Naskah, left: Counter[Jejak]) -> Iterator[Row]:
    """The rows of one SOP; takes from what is left of the frozen findings those that it still has."""
    sop = naskah.sop
    for temuan in sop.temuan:
        j = jejak(sop, temuan)
        known = left[j] > 0
        left[j] -= known
        yield _row(sop, temuan, j) | {"keadaan": "lama" if known else "baru"}
    for terima in naskah.diterima:
        j = jejak(sop, terima.temuan)
        left[j] -= left[j] > 0
        more = {"keadaan": "diterima", "alasan": terima.alasan, "oleh": terima.oleh}
        yield _row(sop, terima.temuan, j) | more


def _row(sop: Sop, temuan: Temuan, j: Jejak) -> Row:
    bukti = _evidence(sop, temuan.lokasi)
    return {
        "berkas": sop.sumber.berkas,
        "id": sop.id,
        **temuan.model_dump(),
        "halaman": bukti.halaman if bukti else None,
        "baris": bukti.baris if bukti else None,
        "kotak": bukti.kotak if bukti else None,
        "jejak": j.sidik(),
        "tempat": j.tempat,
        "konteks": j.konteks,
    }


def _evidence(sop: Sop, lokasi: str) -> Bukti | None:
    """The evidence of the value, else of the nearest whole that has one, else of its first part."""
    place = lokasi
    while place:
        if place in sop.bukti:
            return sop.bukti[place]
        place = place.rpartition("/")[0]
    return next((b for key, b in sop.bukti.items() if key.startswith(f"{lokasi}/")), None)


def to_json(content: Mapping[str, Any]) -> bytes:
    """The findings of ``rows`` as a file."""
    return (json.dumps(content, ensure_ascii=False, indent=1) + "\n").encode()


def sarif(content: Mapping[str, Any], aturan: Sequence[Aturan | AturanHimpunan]) -> bytes:
    """The findings of ``rows`` as a SARIF log.

    Args:
        content: the findings.
        aturan: all rules, which the log describes.
    """
    kode = {rule.kode: index for index, rule in enumerate(aturan)}
    frozen = content["dibekukan"]
    results = [_result(row, kode.get(row["kode"], -1), frozen) for row in content["temuan"]]
    results += [_result(row, kode.get(row["kode"], -1), frozen) for row in content["hilang"]]
    driver = {
        "name": "sopbaku",
        "version": content["versi"],
        "language": "id",
        "rules": [_rule(rule) for rule in aturan],
    }
    run = {
        "tool": {"driver": driver},
        "language": "id",
        "originalUriBaseIds": {"MASUKAN": {"description": {"text": "Folder masukan."}}},
        "results": results,
        "columnKind": "unicodeCodePoints",
    }
    log = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    return (json.dumps(log, ensure_ascii=False, indent=1) + "\n").encode()


def _rule(rule: Aturan | AturanHimpunan) -> Row:
    return {
        "id": rule.kode,
        "shortDescription": {"text": rule.judul},
        "fullDescription": {"text": rule.penjelasan.strip()},
        "defaultConfiguration": {"level": _LEVEL[rule.tingkat]},
    }


def _result(row: Row, index: int, frozen: bool) -> Row:
    result: Row = {
        "ruleId": row["kode"],
        "ruleIndex": index,
        "level": _LEVEL[row.get("tingkat", "info")],
        "message": {"text": row.get("pesan") or "Temuan ini tidak ada lagi."},
        "locations": [_location(row)],
        "partialFingerprints": {_SIDIK: row["jejak"]},
    }
    if frozen:
        result["baselineState"] = _STATE[row["keadaan"]]
    if row["keadaan"] == "diterima":
        result["suppressions"] = [{"kind": "external", "status": "accepted", "justification": row["alasan"]}]
    more = {key: row[key] for key in ("usulan", "halaman", "kotak", "oleh") if row.get(key) is not None}
    return result | ({"properties": more} if more else {})


def _location(row: Row) -> Row:
    physical: Row = {"artifactLocation": {"uri": quote(row["berkas"]), "uriBaseId": "MASUKAN"}}
    if row.get("baris"):
        physical["region"] = {"startLine": row["baris"][0], "endLine": row["baris"][1]}
    name = row.get("lokasi", row["tempat"])
    logical = {"fullyQualifiedName": f"{row['id']}{name}" if "id" in row else name, "kind": "member"}
    return {"physicalLocation": physical, "logicalLocations": [logical]}
