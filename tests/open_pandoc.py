"""One pandoc that stays open and reads one input after another, as the program's own does: to try many in little time.

It is the same pandoc with the same form; it reads in its Lua, with nothing but what it is given, which is what
``--sandbox`` means. An input that it dies of, or takes too long over, goes the program's own way; so does one in so
many of the others, and both ways must come to the same.
"""

from __future__ import annotations

import json
import os
import select
import subprocess
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final
from unittest import mock

from ouderevidence.document import pandoc
from ouderevidence.model.errors import RenderError

if TYPE_CHECKING:
    from collections.abc import Sequence
    from contextlib import AbstractContextManager

SAME: Final = 200  # one in so many is read both ways
LARGE: Final = 100_000  # bytes of an input that may take more time and memory than another
TAB: Final = 4  # pandoc's tab stop
_BINARY: Final = frozenset({"docx", "odt"})
_SCRIPT: Final = """
io.stdin:setvbuf("full")
io.stdout:setvbuf("full")
local options = pandoc.ReaderOptions{standalone = false}
while true do
  local head = io.read("l")
  if not head then break end
  local form, size = head:match("^(%S+) (%d+)$")
  local given = size == "0" and "" or io.read(tonumber(size))
  local done, said = pcall(function() return pandoc.write(pandoc.read(given, form, options, {}), "json") end)
  said = tostring(said)
  io.write(done and "read " or "refused ", #said, "\\n", said)
  io.flush()
end
"""


class DiffersError(AssertionError):
    """The open pandoc and the program's own do not come to the same."""


class OpenPandoc:
    """A pandoc that stays open; ``beside`` the program's own, which it counts.

    Parameters
    ----------
    place
        A folder for what it runs.
    """

    def __init__(self, place: Path | None = None) -> None:
        self._script = (place or Path(tempfile.mkdtemp(prefix="pandoc-"))) / "read.lua"
        self._script.write_text(_SCRIPT, encoding="utf-8")
        self._running: subprocess.Popen[bytes] | None = None
        self._own = pandoc.call
        self._spent = 0.0
        self.counts = dict.fromkeys(("read", "refused", "both ways", "large", "ended"), 0)

    def __call__(self) -> AbstractContextManager[Any]:
        """Return what puts it in the place of the program's own, for as long as it is entered."""
        return mock.patch.object(pandoc, "call", self.call)

    def call(self, arguments: Sequence[str], given: bytes, epoch: int, **limits: Any) -> bytes:
        """Do what ``pandoc.call`` does, where that reads a text of somebody else.

        Raises
        ------
        RenderError
            If pandoc cannot read it, or needs more time or memory than it may.
        DiffersError
            If it reads what the program's own does not, or otherwise.
        """
        if len(arguments) != 3 or list(arguments[1:]) != ["--to=json", "--sandbox"]:
            return self._own(arguments, given, epoch, **limits)
        if len(given) > LARGE:
            self.counts["large"] += 1
            return self._own(arguments, given, epoch, **limits)
        form = arguments[0].removeprefix("--from=")
        answer = self._answer(form, given if form.partition("+")[0] in _BINARY else as_text(given), limits["at_work"])
        if answer is None:
            self.counts["ended"] += 1
            return self._own(arguments, given, epoch, **limits)
        read, said = answer
        self.counts["read" if read else "refused"] += 1
        if sum(self.counts.values()) % SAME == 0:
            self.counts["both ways"] += 1
            self._compare(said if read else None, lambda: self._own(arguments, given, epoch, **limits))
        if not read:
            raise RenderError(said.decode("utf-8", "replace"))
        return said

    def beside(self) -> float:
        """Return how many seconds of the processor it has taken."""
        return self._spent + (_work_of(self._running.pid) if self._running else 0.0)

    def kill(self) -> None:
        """Kill it, as a system without memory does; it is not known to be gone."""
        if self._running is not None:
            self._running.kill()
            self._running.wait()

    def close(self) -> None:
        """End it."""
        if self._running is not None:
            self._spent += _work_of(self._running.pid)
            self._running.kill()
            self._running.communicate()
            self._running = None

    def _compare(self, said: bytes | None, own: Any) -> None:
        try:
            other: bytes | None = own()
        except RenderError:
            other = None
        if (said is None) != (other is None) or (said and other and json.loads(said) != json.loads(other)):
            message = f"the open pandoc: {(said or b'refused')[:500]!r}; the program's: {(other or b'refused')[:500]!r}"
            raise DiffersError(message)

    def _answer(self, form: str, given: bytes, seconds: float) -> tuple[bool, bytes] | None:
        """Return whether it was read, and what was said of it; None if it died of it or was not done in time."""
        if self._running is None:
            heap = ["+RTS", f"-M{pandoc.AT_HAND}m", "-RTS"]
            environment = os.environ | {"LC_ALL": "C.UTF-8"}
            self._running = subprocess.Popen(
                [pandoc.path(), *heap, "lua", str(self._script)],
                stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=environment, bufsize=0,
            )  # fmt: skip
        try:
            return self._asked(self._running, f"{form} {len(given)}\n".encode() + given, time.monotonic() + seconds)
        except (OSError, EOFError):
            self.close()
            return None

    def _asked(self, running: subprocess.Popen[bytes], given: bytes, end: float) -> tuple[bool, bytes]:
        assert running.stdin is not None
        assert running.stdout is not None
        place = 0
        while place < len(given):
            place += os.write(running.stdin.fileno(), given[place:])
        held = b""
        while True:
            head, line, body = held.partition(b"\n")
            if line and len(body) >= int(head.split()[1]):
                return head.startswith(b"read"), body
            if not select.select([running.stdout], [], [], max(0.0, end - time.monotonic()))[0]:
                raise EOFError
            more = os.read(running.stdout.fileno(), 1 << 20)
            if not more:
                raise EOFError
            held += more


def as_text(given: bytes) -> bytes:
    """Return a text as pandoc's command line takes it: without a mark of the order of bytes, tabs as spaces, ended."""
    try:
        text = given.decode("utf-8")
    except UnicodeDecodeError:
        text = given.decode("latin-1")
    text = text.removeprefix("\ufeff").replace("\r", "")
    if "\t" in text:
        text = "\n".join(line.expandtabs(TAB) for line in text.split("\n"))
    return text.encode("utf-8") if text.endswith("\n") else f"{text}\n".encode()


def _work_of(process: int) -> float:
    """Return how many seconds of the processor a process has taken; none where the system does not tell."""
    if not Path(f"/proc/{process}/stat").exists():
        return 0.0
    said = Path(f"/proc/{process}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    return (int(said[11]) + int(said[12])) / os.sysconf("SC_CLK_TCK")
