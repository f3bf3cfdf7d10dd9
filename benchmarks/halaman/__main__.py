"""Make pages with truth.

``python -m benchmarks.halaman OUT --seed S --count N [--kinds pdf,scan,...] [--levels clean,light,...]
[--styles tuning|held-out|unseen|all]`` writes ``OUT/inputs``, ``OUT/gold`` and ``OUT/manifest.json``. The
same seed gives the same files. ``--count`` is the number of SOPs; each is made in every kind and level.
"""

import argparse
from pathlib import Path

from benchmarks.halaman.buat import KINDS, LEVELS, Pesanan, buat


def _jamak(text: str, boleh: tuple[str, ...]) -> list[str]:
    items = text.split(",")
    if not set(items) <= set(boleh):
        raise argparse.ArgumentTypeError(f"hanya {', '.join(boleh)}")
    return items


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.halaman", description="Synthetic SOP pages with truth."
    )
    parser.add_argument("out", type=Path)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--count", type=int, default=10, help="number of SOPs")
    parser.add_argument("--kinds", type=lambda t: _jamak(t, KINDS), default=list(KINDS))
    parser.add_argument("--levels", type=lambda t: _jamak(t, LEVELS), default=list(LEVELS))
    parser.add_argument("--styles", choices=["tuning", "held-out", "unseen", "all"], default="tuning")
    return parser


def main() -> None:
    """Command line; see the module docstring."""
    args = _parser().parse_args()
    rows = buat(Pesanan(args.out, args.seed, args.count, tuple(args.kinds), tuple(args.levels), args.styles))
    print(f"{len(rows)} berkas di {args.out}")


if __name__ == "__main__":
    main()
