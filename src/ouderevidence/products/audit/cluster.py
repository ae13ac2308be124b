"""A Dask cluster that audits drafts: first it is asked whether it is one, then it gets the library once."""

from __future__ import annotations

import asyncio
import logging
from concurrent.futures import CancelledError, Future, ThreadPoolExecutor
from contextlib import contextmanager
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any, Final

from ouderevidence.document.output import shown
from ouderevidence.model.bilingual import Text, fill
from ouderevidence.model.errors import EvidenceError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from ouderevidence.library.library import Library

WAIT: Final = 5  # seconds for an answer
_NO_DASK: Final = Text(
    "voor een scheduler is Dask nodig; installeer het met: pip install 'ouderevidence[cluster]'",
    "a scheduler needs Dask; install it with: pip install 'ouderevidence[cluster]'",
)
_NO_ANSWER: Final = Text(
    "op {address} antwoordt geen Dask-scheduler; start er een met `dask scheduler` en geef het adres, zoals "
    "tcp://10.0.0.5:8786",
    "no Dask scheduler answers at {address}; start one with `dask scheduler` and give its address, such as "
    "tcp://10.0.0.5:8786",
)
_NO_WORKERS: Final = Text(
    "de Dask-scheduler op {address} heeft geen workers; start er een met `dask worker {address}`",
    "the Dask scheduler at {address} has no workers; start one with `dask worker {address}`",
)
_NOT_TAKEN: Final = Text(
    "de workers van {address} kunnen de bibliotheek niet lezen ({why}); installeer daar dezelfde versie van "
    "ouderevidence",
    "the workers of {address} cannot read the library ({why}); install the same version of ouderevidence there",
)
_LOST: Final = Text(
    "de Dask-scheduler op {address} antwoordt niet meer, of zijn workers zijn weg; wat klaar is, is bewaard: geef "
    "dezelfde opdracht opnieuw als hij er weer is",
    "the Dask scheduler at {address} answers no more, or its workers are gone; what is done is kept: run the same "
    "again when it is back",
)


def require_cluster(address: str) -> None:
    """Ask a scheduler who it is, so that what does not answer is known before anything is made.

    Raises
    ------
    EvidenceError
        If Dask is not installed, no scheduler answers within a few seconds, or it has no workers.
    """
    if find_spec("distributed") is None:
        raise EvidenceError(_NO_DASK)
    try:
        with ThreadPoolExecutor(1) as apart:  # a notebook has a loop of its own in this thread
            said = apart.submit(asyncio.run, _identity(address)).result()
    except Exception as error:  # what Dask makes of the words of another server has no end of kinds
        raise EvidenceError(fill(_NO_ANSWER, address=shown(address))) from error
    if not isinstance(said, dict) or said.get("type") != "Scheduler":
        raise EvidenceError(fill(_NO_ANSWER, address=shown(address)))
    if not said.get("workers"):
        raise EvidenceError(fill(_NO_WORKERS, address=shown(address)))


async def _identity(address: str) -> object:
    from distributed import Security
    from distributed.comm.core import connect

    async def asked() -> object:
        comm: Any = await connect(address, timeout=WAIT, **Security().get_connection_args("client"))
        try:
            await comm.write({"op": "identity", "reply": True})
            return await comm.read()
        finally:
            comm.abort()

    return await asyncio.wait_for(asked(), WAIT)


@contextmanager
def cluster(
    address: str, library: Library, work: Callable[..., bytes]
) -> Iterator[tuple[Callable[..., Future[bytes]], int]]:
    """Give what hands work to a cluster, and how many it does at once.

    The library goes to every worker once, as the first argument of the work.

    Raises
    ------
    EvidenceError
        If the workers cannot take the library, or the cluster is lost.
    """
    import distributed
    from distributed.comm.core import CommClosedError

    with _quiet(), distributed.Client(address, set_as_default=False, timeout=WAIT) as client:
        try:
            held = client.scatter(library, broadcast=True, hash=False)
        except Exception as error:  # Dask gives what a worker said no kind of its own
            raise EvidenceError(fill(_NOT_TAKEN, address=shown(address), why=shown(str(error)))) from error
        executor = client.get_executor(pure=False)
        workers = sum(client.nthreads().values())
        try:
            yield (lambda *task: executor.submit(work, held, *task)), max(workers, 1)
        except (CancelledError, TimeoutError, CommClosedError, distributed.KilledWorker) as error:
            raise EvidenceError(fill(_LOST, address=shown(address))) from error


@contextmanager
def _quiet() -> Iterator[None]:
    """Keep Dask's own account of a lost connection off the screen: one error says it."""
    loggers = [logging.getLogger(name) for name in ("distributed", "distributed.client")]
    before = [logger.level for logger in loggers]
    try:
        for logger in loggers:
            logger.setLevel(logging.CRITICAL + 1)
        yield
    finally:
        for logger, level in zip(loggers, before, strict=True):
            logger.setLevel(level)
