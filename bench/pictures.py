"""Take the pictures of the README: the real output, in a real browser.

Run it with `make pictures`. It needs Chromium with its driver, and says so where they are
missing.
"""

from __future__ import annotations

import base64
import html
import os
import pty
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from selenium.webdriver import Chrome

ROOT = Path(__file__).parents[1]
PICTURES = ROOT / "docs" / "pictures"
COLUMNS = 96
TOP = (
    40  # lines of the terminal that are shown at most, whole findings, before the last
)
WIDTH = 1200
_SGR = re.compile(r"\x1b\[([0-9;]*)m")
_CLASSES = {
    "1": "bold",
    "2": "dim",
    "4": "under",
    "31": "red",
    "32": "green",
    "33": "yellow",
    "34": "blue",
    "35": "magenta",
    "36": "cyan",
}
_TERMINAL = """<!doctype html><meta charset="utf-8"><style>
body { margin: 0; background: #fff; }
pre { margin: 0; padding: 22px 26px; background: #16181d; color: #d5d8de; width: max-content;
  border-radius: 10px; font: 15px/1.45 "DejaVu Sans Mono", Menlo, Consolas, monospace; }
.bold { font-weight: 700; color: #fff; } .dim { color: #8a909c; } .under { text-decoration: underline; }
.red { color: #ff7b72; } .green { color: #7ee787; } .yellow { color: #f2cc60; }
.blue { color: #79c0ff; } .magenta { color: #d2a8ff; } .cyan { color: #76e3ea; }
</style><pre>"""


def main() -> int:
    """Take the pictures; return the exit status."""
    chromium, driver = shutil.which("chromium"), shutil.which("chromedriver")
    if chromium is None or driver is None:
        print("make pictures: chromium and chromedriver are not here; nothing is taken")
        return 0
    PICTURES.mkdir(parents=True, exist_ok=True)
    with (
        tempfile.TemporaryDirectory() as folder,
        _browser(chromium, driver) as browser,
    ):
        screen = Path(folder, "terminal.html")
        screen.write_text(terminal(run()), "utf-8")
        _shoot(browser, screen, "terminal", clip="pre")
        report = Path(folder, "report.html")
        run("--format", f"html:{report}")
        _shoot(browser, report, "report", height=1130)
        _shoot(browser, report, "facts", clip="#matrix", height=760)
    for path in sorted(PICTURES.glob("*.png")):
        print(f"{path.relative_to(ROOT)}: {path.stat().st_size / 1000:,.0f} kB")
    return 0


def run(*arguments: str) -> str:
    """Return what `factcheck run` writes to a terminal."""
    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "factcheck", "run", *arguments]
    environment = {k: v for k, v in os.environ.items() if k != "NO_COLOR"}
    environment |= {"COLUMNS": str(COLUMNS), "TERM": "xterm-256color"}
    process = subprocess.Popen(  # noqa: S603 - our own command
        command, stdout=theirs, stderr=subprocess.DEVNULL, cwd=ROOT, env=environment
    )
    os.close(theirs)
    said = bytearray()
    with suppress(OSError):  # so a terminal says that the other end is closed
        while piece := os.read(ours, 1 << 16):
            said += piece
    os.close(ours)
    process.wait()
    return said.decode().replace("\r\n", "\n")


def terminal(said: str) -> str:
    """Return a page that looks as a terminal does with this text."""
    lines = said.rstrip("\n").split("\n")
    end = max(i for i, line in enumerate(lines) if not line) + 1
    shown = [
        "\x1b[1m$ factcheck run\x1b[0m",
        *lines[: max(i for i, line in enumerate(lines[:TOP]) if not line)],
        "\x1b[2m  \N{VERTICAL ELLIPSIS}\x1b[0m",
        *lines[end:],
    ]
    return _TERMINAL + painted("\n".join(shown)) + "</pre>"


def painted(text: str) -> str:
    """Return text with the colours of a terminal as HTML."""
    pieces = _SGR.split(text)
    page = [html.escape(pieces[0])]
    for codes, piece in zip(pieces[1::2], pieces[2::2], strict=True):
        names = " ".join(_CLASSES[c] for c in codes.split(";") if c in _CLASSES)
        said = html.escape(piece)
        page.append(f'<span class="{names}">{said}</span>' if names else said)
    return "".join(page)


@contextmanager
def _browser(chromium: str, driver: str) -> Iterator[Chrome]:
    from selenium import webdriver  # noqa: PLC0415 - only where there is a browser

    options = webdriver.ChromeOptions()
    options.binary_location = chromium
    for argument in (
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-dev-shm-usage",
        "--hide-scrollbars",
    ):
        options.add_argument(argument)
    browser = webdriver.Chrome(options, webdriver.ChromeService(driver))
    try:
        yield browser
    finally:
        browser.quit()


def _shoot(
    browser: Chrome, page: Path, name: str, *, clip: str = "", height: int = 0
) -> None:
    """Save a picture of a page, from its top or from an element on."""
    size = {"width": WIDTH, "height": 1000, "deviceScaleFactor": 1, "mobile": False}
    browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
    browser.get(page.as_uri())
    box = browser.execute_script(
        # What is out of view has its size only once it is drawn.
        "for (const node of document.querySelectorAll('article, details'))"
        " node.style.setProperty('content-visibility', 'visible');"
        "const nav = document.querySelector('nav');"
        "if (arguments[0] && nav) nav.remove();"
        "const node = document.querySelector(arguments[0] || 'body');"
        "const {x, y, width, height} = node.getBoundingClientRect();"
        "return {x, y: y + scrollY, width, height, scale: 1}",
        clip,
    )
    if height:
        box |= {"x": 0, "width": WIDTH, "height": height}
    if not clip:
        box["y"] = 0
    taken = browser.execute_cdp_cmd(
        "Page.captureScreenshot",
        {"format": "png", "captureBeyondViewport": True, "clip": box},
    )
    (PICTURES / f"{name}.png").write_bytes(base64.b64decode(taken["data"]))


if __name__ == "__main__":
    sys.exit(main())
