"""How well citations are read: right values per field over texts of known truth, and how far the register errs.

    python -m benchmarks.sitasi [--part tala|uji] [--seed S] [--count N] [--misses]

The written list is ``data/sitasi.toml``, the random one ``sitasi_acak``. Misses are only shown for
the part that may be looked at ("tala"). A long value counts as right when 90 % alike, as in scoring.
"""

import argparse
import random
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from benchmarks.bahan import bahan
from benchmarks.sitasi_acak import Butir, Fakta, buat
from normalizers import peraturan, sitasi
from normalizers.fuzzy import ratio
from normalizers.model import DasarHukum
from normalizers.register import Peraturan

FIELDS = ("jenis", "lembaga", "nomor", "tahun", "tentang")
_LONG = 8
_ALIKE = 0.9


def tulisan(part: str) -> Iterator[Butir]:
    """The items of the written list that belong to a part: in turn, those marked as new alone."""
    for place, row in enumerate(bahan("sitasi")["butir"]):
        bagian = "baru" if row.get("baru") else ("tala", "uji")[place % 2]
        if bagian == part:
            yield Butir(row["teks"], row["sitasi"])


def sama(truth: Any, read: object) -> bool:
    """Whether a value was read right; a list holds equally right ones."""
    if isinstance(truth, list):
        return any(sama(value, read) for value in truth)
    if not truth or not read:
        return not truth and not read
    a, b = _fold(truth), _fold(read)
    return a == b or (
        len(a) > _LONG and isinstance(truth, str) and not truth[-1].isdigit() and ratio(a, b) >= _ALIKE
    )


def _fold(value: object) -> str:
    return "".join(filter(str.isalnum, str(value).casefold()))


def nilai(items: Iterable[Butir], misses: bool) -> tuple[Counter[str], Counter[str]]:
    """Right values and all values by field; "butir" counts items that cite as many as are read."""
    right: Counter[str] = Counter()
    every: Counter[str] = Counter()
    for item in items:
        read = [reading.nilai for reading in sitasi.parse(item.teks)]
        every["butir"] += 1
        right["butir"] += len(read) == len(item.sitasi)
        for place, truth in enumerate(item.sitasi):
            found = read[place] if place < len(read) else DasarHukum(teks="")
            for key in (*FIELDS, "diubah"):
                ok = _benar(truth, found, key)
                if ok and not truth.get(key):
                    continue  # nothing is stated and nothing read
                every[key] += 1
                right[key] += ok
                if misses and not ok:
                    print(f"  {key}: {truth.get(key)!r} read {_dibaca(found, key)!r}\n    {item.teks!r}")
    return right, every


def _dibaca(found: DasarHukum, key: str) -> object:
    if key == "diubah":
        return [f"{u.jenis} {u.nomor}/{u.tahun}" for u in found.diubah_dengan]
    return getattr(found, key)


def _benar(truth: Fakta, found: DasarHukum, key: str) -> bool:
    read = _dibaca(found, key)
    if key == "diubah":
        return read in (truth.get(key, []), truth.get("diubah_boleh"))
    return sama(truth.get(key), read)


# --- the register ---


def register(seed: int, count: int) -> tuple[int, int, int, int]:
    """Citations of the register's rows with one thing spoilt, and of regulations that it does not hold.

    Returns:
        Rows cited, matches found for them, right ones among these, and matches where there is none to find.
    """
    rng = random.Random(seed)
    rows = list(peraturan.semua())
    known, found, right = 0, 0, 0
    for _ in range(count):
        row = rng.choice(rows)
        cocok = peraturan.cari(_rusakkan(row, rng))
        known += 1
        found += cocok is not None
        right += cocok is not None and cocok.baris.id == row.id
    wrong = sum(peraturan.cari(dasar) is not None for dasar in _asing(rows, count, rng))
    return known, found, right, wrong


def _rusakkan(row: Peraturan, rng: random.Random) -> DasarHukum:
    nomor, tahun, tentang = row.nomor, row.tahun, row.tentang
    what = rng.choice(["nomor", "tahun", "tentang", "lembaga", "tanpa", "nomor tentang", "tahun tentang"])
    if "nomor" in what and nomor.isdigit():
        place = rng.randrange(len(nomor))
        nomor = nomor[:place] + rng.choice("123456789") + nomor[place + 1 :]
    elif "tahun" in what:
        digits = list(str(tahun))
        digits[3] = rng.choice("0123456789")
        tahun = int("".join(digits))
    if "tentang" in what:
        tentang = "".join(char for char in tentang if rng.random() > 0.04)
    lembaga = None if what == "lembaga" else row.lembaga
    return DasarHukum(
        teks="",
        jenis=row.jenis,
        lembaga=lembaga,
        nomor=nomor,
        tahun=tahun,
        tentang=None if what == "tanpa" else tentang,
    )


def _asing(rows: Sequence[Peraturan], count: int, rng: random.Random) -> Iterator[DasarHukum]:
    """Regulations that are not in the register: of other subjects, and changes of its rows under another number."""
    for place in range(count):
        row = rng.choice(rows)
        nomor, tahun = str(rng.randint(100, 999)), rng.randint(1960, 2024)
        if place % 2:
            tentang = rng.choice(bahan("gaya_sitasi")["lokal"]["asing"])
        else:
            tentang = f"Perubahan Kesembilan atas {row.nama}"
        yield DasarHukum(
            teks="", jenis=row.jenis, lembaga=row.lembaga, nomor=nomor, tahun=tahun, tentang=tentang
        )


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--part", choices=("tala", "uji"), default="uji")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--count", type=int, default=600)
    parser.add_argument("--misses", action="store_true", help="show what was misread (only of the part tala)")
    args = parser.parse_args()
    misses = args.misses and args.part == "tala"
    random_ = list(buat(args.seed, args.count, args.part))
    sets = [("written", list(tulisan(args.part)))]
    if args.part == "uji":
        sets.append(("written, new", list(tulisan("baru"))))
    sets += [(f"random, damage {level}", [b for b in random_ if b.rusak == level]) for level in range(3)]
    sets.append(("all", [item for _, items in sets for item in items]))
    print(f"{'set':<18}" + "".join(f"{key:>10}" for key in ("butir", *FIELDS, "diubah")) + "     items")
    for name, items in sets:
        right, every = nilai(items, misses)
        shares = "".join(
            f"{100 * right[key] / max(every[key], 1):>9.1f}%" for key in ("butir", *FIELDS, "diubah")
        )
        print(f"{name:<18}{shares}{len(items):>10}")
    known, found, good, wrong = register(args.seed, args.count)
    print(
        f"register: {found} of {known} spoilt citations matched, {100 * good / found:.1f} % of the matches right; "
        f"{wrong} of {known} regulations that it does not hold matched"
    )


if __name__ == "__main__":
    main()
