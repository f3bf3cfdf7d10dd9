"""Numbers as a spreadsheet shows them: dates, times, percentages and words around them, as an Indonesian office has set it."""

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple

from extractors.data import table

UMUM = "General"
_TOKEN = re.compile(
    r'"(?P<quoted>[^"]*)"|\\(?P<escaped>.)|\[(?P<bracket>[^\]]*)\]|_(?P<space>.)|\*.'
    r"|(?P<ampm>AM/PM|A/P)|(?P<exponent>E[+-]0+)|(?P<general>General)"
    r"|(?P<date>[yY]+|[mM]+|[dD]+|[hH]+|[sS]+(?:\.0+)?)|(?P<digits>[0#?][0#?,]*(?:\.[0#?]+)?|\.[0#?]+)|(?P<other>.)",
    re.DOTALL | re.IGNORECASE,
)
_SECTION = re.compile(r'((?:"[^"]*"|\\.|\[[^\]]*\]|[^;"\\\[])*)(?:;|$)')
_ELAPSED = re.compile(r"[hms]+", re.IGNORECASE)
_CURRENCY = re.compile(r"\$([^-]*)")
_ENGLISH = re.compile(r"\$[^-]*-(?:0?[48]?09|[4-9a-f]?09|en-\w+)", re.IGNORECASE)
_SYSTEM_DATE = re.compile(r"\$-F800", re.IGNORECASE)
_CONDITION = re.compile(r"\s*([<>]=?|=|<>)\s*(-?\d+(?:\.\d+)?)\s*")
_MAX_SERIAL = 2_958_466
"""The day after 31 December 9999."""
_PRECISION = 10
_MAX_DECIMALS = 15


class _Token(NamedTuple):
    kind: str
    text: str


def shown(value: float, code: str, from_1904: bool = False) -> str:
    """A number in the form that a format gives it.

    Args:
        value: the number; days since the turn of the century for dates.
        code: the format, such as ``dd mmmm yyyy`` or ``0" Menit"``.
        from_1904: whether the days count from 1904.
    """
    sections = _sections(code)
    section, absolute = _section_for(value, sections)
    tokens = _tokens(section)
    if any(token.kind == "general" for token in tokens) or not section.strip():
        if not section.strip() and len(sections) > 1:
            return ""
        return "".join(_general(value) if t.kind == "general" else _literal(t) for t in tokens) or _general(
            value
        )
    if is_date(section):
        return _date(value, section, tokens, from_1904)
    return _number(abs(value) if absolute else value, tokens)


def written(text: str, code: str) -> str:
    """A text in the form that a format gives it: ``"Nomor "@``."""
    sections = _sections(code)
    section = sections[3] if len(sections) > 3 else sections[-1] if "@" in sections[-1] else ""
    if len(sections) > 3 and not section.strip():
        return ""
    if "@" not in section or section == "@":
        return text
    return "".join(text if token.text == "@" else _literal(token) for token in _tokens(section))


@lru_cache(maxsize=512)
def is_date(section: str) -> bool:
    """Whether a format shows a number as a date or a time."""
    if _SYSTEM_DATE.search(section):
        return True
    return any(
        t.kind == "date" or (t.kind == "bracket" and _ELAPSED.fullmatch(t.text)) for t in _tokens(section)
    )


@lru_cache(maxsize=512)
def _sections(code: str) -> tuple[str, ...]:
    found = [match.group(1) for match in _SECTION.finditer(code)]
    return tuple(found[:-1] if len(found) > 1 and not found[-1] and not code.endswith(";") else found) or (
        "",
    )


def _section_for(value: float, sections: tuple[str, ...]) -> tuple[str, bool]:
    """The section for a number, and whether it is shown without its sign."""
    for section in sections[:2]:
        condition = next(
            (m for t in _tokens(section) if t.kind == "bracket" and (m := _CONDITION.fullmatch(t.text))), None
        )
        if condition:
            if _meets(value, condition.group(1), float(condition.group(2))):
                return section, False
            return (sections[1] if len(sections) > 1 else sections[0]), False
    if value < 0 and len(sections) > 1:
        return sections[1], True
    if value == 0 and len(sections) > 2:
        return sections[2], False
    return sections[0], False


def _meets(value: float, sign: str, limit: float) -> bool:
    return {
        "<": value < limit,
        "<=": value <= limit,
        ">": value > limit,
        ">=": value >= limit,
        "=": value == limit,
        "<>": value != limit,
    }[sign]


@lru_cache(maxsize=512)
def _tokens(section: str) -> tuple[_Token, ...]:
    return tuple(
        _Token(match.lastgroup or "", match.group(match.lastgroup) if match.lastgroup else "")
        for match in _TOKEN.finditer(section)
    )


def _literal(token: _Token) -> str:
    """What a token that stands for itself shows."""
    if token.kind == "bracket":
        currency = _CURRENCY.match(token.text)
        return currency.group(1) if currency else ""
    if token.kind == "space":
        return " "
    return token.text if token.kind in ("quoted", "escaped", "other") else ""


def _general(value: float) -> str:
    if value == int(value) and abs(value) < 1e15:
        return str(int(value))
    return f"{value:.{_PRECISION}g}".replace(".", ",")


def _number(value: float, tokens: tuple[_Token, ...]) -> str:
    patterns = [token.text for token in tokens if token.kind == "digits"]
    percent = sum(token.kind == "other" and token.text == "%" for token in tokens)
    if any("?" in pattern for pattern in patterns[1:]):
        return _general(value)  # a fraction
    if patterns and not any(token.kind == "exponent" for token in tokens):
        bodies = _bodies(abs(value) * 100**percent, patterns)
    else:
        bodies = [_general(abs(value))]
    sign = "-" if value < 0 and any(char not in "0,. " for body in bodies for char in body) else ""
    parts, left = [], list(bodies)
    for token in tokens:
        if token.kind == "digits":
            parts.append(left.pop(0) if left else "")
        else:
            parts.append(_literal(token).replace("@", bodies[0]))
    return sign + "".join(parts).strip()


def _bodies(value: float, patterns: Sequence[str]) -> list[str]:
    """The digits for each place of a format that has room for some: ``000-000``."""
    if len(patterns) == 1:
        trailing = len(patterns[0]) - len(patterns[0].rstrip(","))
        return [_digits(value / 1000**trailing, patterns[0].rstrip(","))]
    left, bodies = f"{value:.0f}", []
    for pattern in reversed(patterns[1:]):
        cut = max(len(left) - len(pattern), 0)
        bodies.append(left[cut:].rjust(pattern.count("0"), "0"))
        left = left[:cut]
    return [left.rjust(patterns[0].count("0"), "0"), *reversed(bodies)]


def _digits(value: float, pattern: str) -> str:
    """A number with as many digits as the pattern asks for, thousands parted by dots, decimals by a comma."""
    whole, _, decimals = pattern.partition(".")
    most = min(len(decimals), _MAX_DECIMALS)
    least = len(decimals.rstrip("#?"))
    text = f"{value:,.{most}f}" if "," in whole else f"{value:.{most}f}"
    front, _, back = text.partition(".")
    back = back[:least] + back[least:].rstrip("0")
    front = front.rjust(whole.count("0"), "0")
    if front == "0" and "0" not in whole:
        front = ""
    return front.replace(",", ".") + ("," + back if back else "")


def _date(value: float, section: str, tokens: tuple[_Token, ...], from_1904: bool) -> str:
    if not 0 <= value < _MAX_SERIAL:
        return _general(value)
    if _SYSTEM_DATE.search(section):
        tokens = _tokens("d mmmm yyyy")
    return "".join(_dated(value, tokens, from_1904)).strip()


def _dated(value: float, tokens: tuple[_Token, ...], from_1904: bool) -> Iterator[str]:
    names = table("bulan")[
        "inggris" if any(_ENGLISH.search(t.text) for t in tokens if t.kind == "bracket") else "indonesia"
    ]
    finest = min(
        (t.text.partition(".")[2].count("0") for t in tokens if t.kind == "date" and t.text[0] in "sS"),
        default=0,
    )
    seconds = round(value * 86400, finest)
    day = _day(int(seconds // 86400), from_1904)
    half = any(token.kind == "ampm" for token in tokens)
    for at, token in enumerate(tokens):
        letter = token.text[:1].lower()
        if token.kind == "bracket" and _ELAPSED.fullmatch(token.text):
            whole = int(seconds // {"h": 3600, "m": 60, "s": 1}[letter])
            yield str(whole).zfill(len(token.text))
        elif token.kind == "ampm":
            yield "AM" if seconds % 86400 < 43200 else "PM"
        elif token.kind == "date" and (letter in "hs" or (letter == "m" and _is_minutes(tokens, at))):
            yield _clock(token.text, letter, seconds % 86400, half)
        elif token.kind == "date":
            yield _calendar(token.text, letter, day, names)
        else:
            yield _literal(token)


def _day(number: int, from_1904: bool) -> date:
    if from_1904:
        return date(1904, 1, 1) + timedelta(days=number)
    # Day 60 is the 29 February 1900 that there never was.
    return date(1899, 12, 31 if number < 60 else 30) + timedelta(days=number)


def _is_minutes(tokens: tuple[_Token, ...], at: int) -> bool:
    """Whether an m stands for minutes: right behind hours or right before seconds."""

    def letter(token: _Token) -> str:
        is_clock = token.kind == "date" or (token.kind == "bracket" and _ELAPSED.fullmatch(token.text))
        return token.text[:1].lower() if is_clock else ""

    before = next((found for token in reversed(tokens[:at]) if (found := letter(token))), "")
    after = next((found for token in tokens[at + 1 :] if (found := letter(token))), "")
    return len(tokens[at].text) < 3 and (before == "h" or after == "s")


def _clock(text: str, letter: str, seconds: float, half: bool) -> str:
    if letter == "h":
        hours = int(seconds // 3600)
        return str((hours % 12 or 12) if half else hours).zfill(min(len(text), 2))
    if letter == "m":
        return str(int(seconds % 3600 // 60)).zfill(min(len(text), 2))
    decimals = text.count("0")
    width = min(len(text.partition(".")[0]), 2) + (decimals + 1 if decimals else 0)
    return f"{seconds % 60:.{decimals}f}".zfill(width).replace(".", ",")


def _calendar(text: str, letter: str, day: date, names: dict[str, list[str]]) -> str:
    count = len(text)
    if letter == "y":
        return f"{day.year % 100:02}" if count < 3 else str(day.year)
    number, full = (
        (day.month, names["bulan"][day.month - 1])
        if letter == "m"
        else (day.day, names["hari"][day.weekday()])
    )
    if count < 3:
        return str(number).zfill(count)
    if count == 5 and letter == "m":
        return full[:1]
    return full[:3] if count == 3 else full
