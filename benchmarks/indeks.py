"""How quickly the index of a large set opens and sifts, measured in Chromium from a file, without a network.

python -m benchmarks.indeks            # 2,000 and 10,000 SOPs
python -m benchmarks.indeks 500 --keep FOLDER
"""

import argparse
import html
import json
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from time import process_time
from typing import Any

from benchmarks.himpunan import sop_set
from pipeline.compare.himpunan import himpunan
from pipeline.compare.kartu import semua
from pipeline.findings import ATURAN, check
from pipeline.outputs.index import render

UKURAN = (2_000, 10_000)
BATAS_MS = {2_000: 500, 10_000: 2_500}
"""On a machine that does nothing else a step takes a fifth of it."""

LANGKAH = """
addEventListener("load", () => {
  const saring = document.getElementById("saring"), hasil = {};
  const ukur = (nama, kerja) => {
    const mulai = performance.now();
    kerja();
    document.body.offsetHeight;
    hasil[nama] = Math.round(performance.now() - mulai);
  };
  const pilih = (nama, nilai) => {
    saring.elements[nama].value = nilai;
    saring.dispatchEvent(new Event("input"));
  };
  hasil.open = Math.round(performance.now());
  ukur("first_search", () => pilih("teks", "surat masuk"));
  ukur("search", () => pilih("teks", "laporan"));
  ukur("clear", () => pilih("teks", ""));
  ukur("unit", () => pilih("unit", "3"));
  ukur("and_finding", () => pilih("kode", "1"));
  hasil.rows = document.querySelectorAll("#isi tr").length;
  document.title = JSON.stringify(hasil);
});
"""


def page(count: int) -> str:
    """The index of so many generated SOPs."""
    sops = [sop.model_copy(update={"temuan": check(sop)}) for sop in sop_set(count)]
    berkas = [{"berkas": sop.sumber.berkas, "status": "ok", "alasan": None} for sop in sops]
    titles = {aturan.kode: aturan.judul for aturan in ATURAN}
    return render({"versi": "0", "berkas": berkas}, sops, titles, himpunan(semua(sops)))


def measure(content: str, folder: Path, script: str = LANGKAH, later: int = 0) -> dict[str, Any]:
    """What a script in the page put into its title as JSON, with the page opened from a file.

    Args:
        content: the page.
        folder: to work in.
        script: sets the title.
        later: milliseconds that its timers may need; the browser does not sit them out, so its clock is wrong then.
    """
    path = folder / "index.html"
    path.write_text(content.replace("</body>", f"<script>{script}</script></body>"), "utf-8")
    command = ["chromium", "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={folder}/profil"]
    command += [f"--virtual-time-budget={later}"] if later else []
    done = subprocess.run(
        [*command, "--dump-dom", path.as_uri()], capture_output=True, text=True, check=True, timeout=120
    )
    title = re.search(r"<title>(.*?)</title>", done.stdout)
    if title is None:
        raise RuntimeError("the page has no title")
    found: dict[str, Any] = json.loads(html.unescape(title[1]))
    return found


def main() -> None:
    """Prints the times; exits with 1 when one is over its limit."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("sizes", nargs="*", type=int, default=list(UKURAN))
    parser.add_argument("--keep", type=Path, metavar="FOLDER", help="keep the pages here")
    args = parser.parse_args()
    if shutil.which("chromium") is None:
        sys.exit("this measurement needs Chromium")
    ok = True
    for size in args.sizes:
        begin = process_time()
        content = page(size)
        made = process_time() - begin
        if args.keep:
            args.keep.mkdir(parents=True, exist_ok=True)
            (args.keep / f"index-{size}.html").write_text(content, "utf-8")
        with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
            found = measure(content, Path(folder))
        times = ", ".join(
            f"{name.replace('_', ' ')} {value} ms" for name, value in found.items() if name != "rows"
        )
        print(
            f"{size} SOPs: {len(content.encode()) / 1e6:.1f} MB, made in {made:.1f} s with SOPs and findings; {times}"
        )
        slowest = max(found[name] for name in ("first_search", "search", "clear", "unit", "and_finding"))
        ok &= slowest <= BATAS_MS.get(size, 2_500)
    sys.exit(not ok)


if __name__ == "__main__":
    main()
