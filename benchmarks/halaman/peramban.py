"""One headless Chromium that prints many HTML pages to PDF, spoken to through its debugging pipe."""

import base64
import contextlib
import fcntl
import json
import os
import re
import select
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

BATAS_DETIK = 60


def ada() -> bool:
    """Whether there is a browser to print with."""
    return shutil.which("chromium") is not None


class Peramban:
    """A running browser with one open tab."""

    def __init__(self, folder: Path) -> None:
        ke, dari = os.pipe(), os.pipe()
        options = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking"]
        options += ["--font-render-hinting=none", "--disable-dev-shm-usage", f"--user-data-dir={folder}"]

        def sambung() -> None:
            # The browser reads commands from descriptor 3 and answers on 4.
            baca, tulis = (fcntl.fcntl(n, fcntl.F_DUPFD, 20) for n in (ke[0], dari[1]))
            os.dup2(baca, 3)
            os.dup2(tulis, 4)

        self._proses = subprocess.Popen(
            ["chromium", *options, "--remote-debugging-pipe", "about:blank"],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            close_fds=False,
            preexec_fn=sambung,
        )
        os.close(ke[0])
        os.close(dari[1])
        self._tulis, self._baca = os.fdopen(ke[1], "wb", buffering=0), os.fdopen(dari[0], "rb")
        self._nomor, self._sesi = 0, ""
        self._sisa = b""
        target = self._perintah("Target.createTarget", url="about:blank")["targetId"]
        self._sesi = self._perintah("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        self._perintah("Page.enable")
        self._perintah("Emulation.setEmulatedMedia", media="print")

    def _pesan(self) -> dict[str, Any]:
        while b"\0" not in self._sisa:
            if not select.select([self._baca], [], [], BATAS_DETIK)[0]:
                raise RuntimeError("peramban tidak menjawab")
            piece = os.read(self._baca.fileno(), 1 << 20)
            if not piece:
                raise RuntimeError("peramban berhenti")
            self._sisa += piece
        raw, _, self._sisa = self._sisa.partition(b"\0")
        message: dict[str, Any] = json.loads(raw)
        return message

    def _perintah(self, method: str, **params: Any) -> dict[str, Any]:
        self._nomor += 1
        message = {"id": self._nomor, "method": method, "params": params}
        if self._sesi:
            message["sessionId"] = self._sesi
        self._tulis.write(json.dumps(message).encode() + b"\0")
        while True:
            answer = self._pesan()
            if answer.get("id") == self._nomor:
                if "error" in answer:
                    raise RuntimeError(f"{method}: {answer['error']}")
                result: dict[str, Any] = answer["result"]
                return result

    def cetak(self, source: Path, script: str) -> tuple[bytes, Any]:
        """The PDF of an HTML file after ``script`` ran in it, and what the script gave."""
        self._perintah("Page.navigate", url=source.resolve().as_uri())
        siap = "new Promise(r => document.readyState === 'complete' ? r(1) : addEventListener('load', () => r(1)))"
        self._perintah("Runtime.evaluate", expression=siap, awaitPromise=True)
        return self.cetak_lagi(script)

    def cetak_lagi(self, script: str) -> tuple[bytes, Any]:
        """The PDF of the same page after another script, and what that gave."""
        out = self._perintah("Runtime.evaluate", expression=script, awaitPromise=True, returnByValue=True)
        if "exceptionDetails" in out:
            raise RuntimeError(str(out["exceptionDetails"])[:2000])
        pdf = self._perintah("Page.printToPDF", preferCSSPageSize=True, printBackground=True)
        # The time of printing is all that differs from one run to the next.
        data = re.sub(rb"(Date \(D:)\d{14}", rb"\g<1>20240101000000", base64.b64decode(pdf["data"]))
        return data, out["result"].get("value")

    def tutup(self) -> None:
        """End the browser."""
        with contextlib.suppress(Exception):
            self._sesi = ""
            self._perintah("Browser.close")
        try:
            self._proses.wait(10)
        except subprocess.TimeoutExpired:
            self._proses.kill()
        self._tulis.close()
        self._baca.close()


@contextlib.contextmanager
def peramban() -> Iterator[Peramban]:
    """A browser for the time of the block."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        browser = Peramban(Path(folder))
        try:
            yield browser
        finally:
            browser.tutup()
