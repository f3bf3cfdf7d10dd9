"""The Jinja environment: text from a template and a context, and the filters and tests that templates may use.

The only module that knows Jinja. A template named ``*.html.j2`` or ``*.xml.j2`` escapes what it is
given; in any other format its caller hands over text that is safe there. A name that the context
does not hold is an error; None prints as nothing.
"""

import json
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import (
    ChoiceLoader,
    Environment,
    FileSystemLoader,
    PackageLoader,
    StrictUndefined,
    select_autoescape,
)
from jinja2.sandbox import SandboxedEnvironment
from markupsafe import Markup

from pipeline.data import table
from pipeline.outputs.butir import menjorok

MENIT_PER_HARI = 450
"""The contract's working day: 37.5 hours in five days."""


def render(template: str, rupa: Path | None = None, **context: Any) -> str:
    """The text that ``templates/<template>`` makes of the context; always the same for the same context.

    Args:
        template: its name.
        rupa: a folder whose templates take the place of those of the same name; they can do nothing but write.
        context: what the template may use.

    Raises:
        jinja2.TemplateError: the template is missing or wrong; never because of a value in the context.
    """
    return _environment(rupa).get_template(template).render(context)


def tanggal(iso: str | None) -> str:
    """A whole or partial ISO date in words: ``14 Januari 2024``, ``Januari 2024``, ``2024``; None gives "".

    A month that does not exist is shown as it stands, because a report must show wrong values too.
    """
    if not iso:
        return ""
    tahun, *sisa = iso.split("-")
    bulan = table("istilah")["bulan"]
    if not all(bagian.isdecimal() for bagian in sisa) or (sisa and not 1 <= int(sisa[0]) <= len(bulan)):
        return iso
    kata = [str(int(hari)) for hari in sisa[1:]] + [bulan[int(b) - 1] for b in sisa[:1]] + [tahun]
    return " ".join(kata)


def durasi(menit: float | None, per_hari: int = MENIT_PER_HARI) -> str:
    """Working minutes in words: ``1 hari 2 jam 30 menit``; None gives "".

    Args:
        menit: working minutes, as in the contract's ``waktu.menit``.
        per_hari: minutes of one working day.
    """
    if menit is None:
        return ""
    hari, sisa = divmod(menit, per_hari)
    jam, sisa = divmod(sisa, 60)
    satuan = ((hari, "hari"), (jam, "jam"), (sisa, "menit"))
    return " ".join(f"{angka(nilai)} {nama}" for nilai, nama in satuan if nilai) or "0 menit"


def angka(nilai: float | None) -> str:
    """A number as written in Indonesian, at most two decimals: ``1.350``, ``1,5``; None gives ""."""
    if nilai is None:
        return ""
    teks = f"{nilai:,.2f}".translate(str.maketrans(",.", ".,"))
    return teks.rstrip("0").rstrip(",")


def persen(bagian: float) -> str:
    """A share 0..1 in whole per cent: ``97 %``."""
    return f"{bagian:.0%}".replace("%", " %")


def nip(angka18: str | None) -> str:
    """A NIP in its usual groups (birth date, appointment, sex, serial); anything else as it stands."""
    if not angka18 or len(angka18) != 18 or not angka18.isdigit():
        return angka18 or ""
    return f"{angka18[:8]} {angka18[8:14]} {angka18[14]} {angka18[15:]}"


def skrip(value: Any) -> Markup:
    """The value as JSON that may stand inside a script element of a page: nothing in it can end that element."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return Markup(text.replace("<", "\\u003c"))


@cache
def _environment(rupa: Path | None) -> Environment:
    own = PackageLoader("templates", ".")
    environment = (Environment if rupa is None else SandboxedEnvironment)(
        loader=own if rupa is None else ChoiceLoader([FileSystemLoader(rupa), own]),
        autoescape=select_autoescape(("html.j2", "xml.j2"), default=False),
        undefined=StrictUndefined,
        finalize=lambda value: "" if value is None else value,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,
    )
    environment.filters |= {
        "angka": angka,
        "skrip": skrip,
        "durasi": durasi,
        "nip": nip,
        "persen": persen,
        "tanggal": tanggal,
    }
    environment.tests["butir"] = menjorok
    return environment
