"""A Dask cluster that is not there, is something else, or goes away: one clear error in a few seconds."""

from __future__ import annotations

import socket
import threading
import time
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING

import pytest
from distributed import LocalCluster

import command
from ouderevidence.model.errors import EvidenceError
from ouderevidence.products.audit.folder import RECORDS, audit_folder

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    import ouderevidence as oe

SOON = 10  # seconds; an answer is waited for half as long

pytestmark = pytest.mark.filterwarnings("default")  # of Dask's own


@pytest.fixture
def drafts(tmp_path: Path) -> Path:
    """Return a folder of six drafts."""
    folder = tmp_path / "concepten"
    folder.mkdir()
    for number in range(6):
        (folder / f"{number}.md").write_text(f"Thuis lezen telt {number} keer (Bos, 2015).\n", encoding="utf-8")
    return folder


@contextmanager
def nobody() -> Iterator[str]:
    """Give an address where nobody listens."""
    with socket.socket() as held:
        held.bind(("127.0.0.1", 0))
        yield f"tcp://127.0.0.1:{held.getsockname()[1]}"


@contextmanager
def a_silent_server() -> Iterator[str]:
    """Give the address of a server that takes every connection and says nothing."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        yield f"tcp://127.0.0.1:{server.getsockname()[1]}"


@contextmanager
def a_web_server(scheme: str = "tcp") -> Iterator[str]:
    """Give the address of a server of web pages."""
    with ThreadingHTTPServer(("127.0.0.1", 0), BaseHTTPRequestHandler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"{scheme}://127.0.0.1:{server.server_address[1]}"
        server.shutdown()


@contextmanager
def a_cluster(workers: int) -> Iterator[LocalCluster]:
    """Give a cluster on this machine, of processes of their own."""
    with LocalCluster(
        n_workers=workers, threads_per_worker=1, host="127.0.0.1", dashboard_address=None, processes=True
    ) as cluster:
        yield cluster


def refused(address: str, library: oe.Library, drafts: Path) -> str:
    """Return what is said of an address, at once and without a folder of results."""
    begun = time.monotonic()
    with pytest.raises(EvidenceError) as caught:
        audit_folder(drafts, library, drafts.parent / "uit", scheduler=address)
    assert time.monotonic() - begun < SOON
    assert list(drafts.parent.iterdir()) == [drafts]
    return str(caught.value)


def test_where_nobody_answers_it_is_said_soon_and_nothing_is_made(library: oe.Library, drafts: Path) -> None:
    for server in (nobody, a_silent_server):
        with server() as address:
            assert refused(address, library, drafts).startswith(f"no Dask scheduler answers at {address}; start one")


@pytest.mark.parametrize("scheme", ["tcp", "ws", "tls"])
def test_a_server_of_another_kind_is_no_scheduler(scheme: str, library: oe.Library, drafts: Path) -> None:
    with a_web_server(scheme) as address:
        assert "no Dask scheduler answers at" in refused(address, library, drafts)


@pytest.mark.parametrize(
    "address",
    ["", "tcp://", "tcp://127.0.0.1", ":::", "foo://x:1", "inproc://x", "tcp://127.0.0.1:x", "tcp://[::1:8", "a\0b",
     "tcp://\udcff:1", "://", "x" * 100_000],
)  # fmt: skip
def test_an_address_of_no_form_is_refused_and_shown_short(address: str, library: oe.Library, drafts: Path) -> None:
    assert len(refused(address, library, drafts)) < 500


def test_a_scheduler_without_workers_is_told(library: oe.Library, drafts: Path) -> None:
    with a_cluster(0) as cluster:
        assert "has no workers; start one with `dask worker tcp:" in refused(cluster.scheduler_address, library, drafts)


def test_a_cluster_that_goes_away_ends_with_one_error_and_what_is_done_is_kept(
    library: oe.Library, drafts: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    with a_cluster(1) as cluster:

        def gone(done: int, _: int) -> None:
            if done == 1:
                cluster.close()

        with pytest.raises(EvidenceError, match="answers no more, or its workers are gone; what is done is kept"):
            audit_folder(drafts, library, drafts.parent / "uit", scheduler=cluster.scheduler_address, progress=gone)
    assert len(list((drafts.parent / "uit" / RECORDS).iterdir())) >= 1
    assert "Traceback" not in capfd.readouterr().err


def test_the_command_ends_with_1_and_one_error(drafts: Path) -> None:
    with a_web_server() as address:
        done = command.run("audit", drafts, "-o", drafts.parent / "uit", "--scheduler", address)
    assert done.returncode == 1
    assert done.stderr.splitlines()[-1].startswith(f"ouderevidence: op {address} antwoordt geen Dask-scheduler; start")
