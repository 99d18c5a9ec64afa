"""A real Chromium without a window, driven over a pipe by the DevTools protocol: pages drawn, measured and printed."""

import base64
import json
import os
import select
import shutil
import subprocess
from pathlib import Path
from types import TracebackType
from typing import Any, Self

PROGRAM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome") or ""
PATIENCE = 120
"""Seconds until a browser that doesn't answer counts as dead."""


class Chromium:
    """A browser with one page; ``messages`` holds what the page, or the browser about it, wrote to the console."""

    def __init__(self, home: Path) -> None:
        self.messages: list[str] = []
        self._count = 0
        self._buffer = b""
        self._waiting: list[dict[str, Any]] = []
        commands, self._out = os.pipe()
        self._in, answers = os.pipe()
        options = [
            "--headless",
            "--remote-debugging-pipe",
            f"--user-data-dir={home}",
            "--no-first-run",
            "--disable-gpu",
        ]
        options += ["--disable-dev-shm-usage", "--hide-scrollbars", "--disable-background-networking"]
        if os.geteuid() == 0:
            options.append("--no-sandbox")  # root can have none
        # Chromium reads its commands from descriptor 3 and answers on 4. Not every sh can move one above 9.
        shell = ["bash", "-c", f'exec "$@" 3<&{commands} 4>&{answers}', "bash", PROGRAM, *options]
        self._process = subprocess.Popen(
            shell, pass_fds=(commands, answers), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        os.close(commands)
        os.close(answers)
        self._session = ""
        target = self("Target.createTarget", url="about:blank")["targetId"]
        self._session = self("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ("Page", "Runtime", "Log"):
            self(f"{domain}.enable")

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._process.kill()
        self._process.wait()
        os.close(self._in)
        os.close(self._out)

    def __call__(self, method: str, **params: Any) -> dict[str, Any]:
        """Give a command and return its result."""
        self._count += 1
        command = {"id": self._count, "method": method, "params": params}
        if self._session:
            command["sessionId"] = self._session
        os.write(self._out, json.dumps(command).encode() + b"\0")
        while (answer := self._next()).get("id") != self._count:
            self._note(answer)
        assert "error" not in answer, answer
        result: dict[str, Any] = answer["result"]
        return result

    def _next(self) -> dict[str, Any]:
        while b"\0" not in self._buffer:
            ready, _, _ = select.select([self._in], [], [], PATIENCE)
            more = os.read(self._in, 1 << 20) if ready else b""
            assert more, "Chromium has gone, or says nothing any more"
            self._buffer += more
        one, self._buffer = self._buffer.split(b"\0", 1)
        found: dict[str, Any] = json.loads(one)
        return found

    def _note(self, event: dict[str, Any]) -> None:
        if event.get("method") in ("Log.entryAdded", "Runtime.consoleAPICalled", "Runtime.exceptionThrown"):
            self.messages.append(json.dumps(event["params"]))
        self._waiting.append(event)

    def open(self, page: Path, width: int, *, dark: bool = False) -> None:
        """Show a file in a window of a width, in the light or the dark scheme."""
        self("Emulation.setDeviceMetricsOverride", width=width, height=800, deviceScaleFactor=1, mobile=False)
        scheme = {"name": "prefers-color-scheme", "value": "dark" if dark else "light"}
        self("Emulation.setEmulatedMedia", features=[scheme])
        self._waiting.clear()
        frame = self("Page.navigate", url=page.as_uri())["frameId"]
        while not any(event.get("method") == "Page.loadEventFired" for event in self._waiting):
            self._note(self._next())
        # A world of its own: what is evaluated sees the page, and the page's policy, which allows no script, stays on.
        self._world = self("Page.createIsolatedWorld", frameId=frame)["executionContextId"]

    def evaluate(self, expression: str) -> Any:
        """Return the value of a JavaScript expression, awaited where it is a promise."""
        found = self(
            "Runtime.evaluate", expression=expression, contextId=self._world, awaitPromise=True, returnByValue=True
        )
        assert "exceptionDetails" not in found, found
        return found["result"].get("value")

    def picture(self) -> bytes:
        """Return the whole page as PNG."""
        height = self.evaluate("document.documentElement.scrollHeight")
        width = self.evaluate("document.documentElement.clientWidth")
        clip = {"x": 0, "y": 0, "width": width, "height": height, "scale": 1}
        return base64.b64decode(self("Page.captureScreenshot", clip=clip, captureBeyondViewport=True)["data"])

    def printed(self) -> bytes:
        """Return the page as it prints, as PDF."""
        return base64.b64decode(self("Page.printToPDF", preferCSSPageSize=True)["data"])
