"""The collector of cycles is left out while something large is made, by however many threads, and is then as it was."""

from __future__ import annotations

import gc
from contextlib import ExitStack

import pytest

from ouderevidence.model.collector import without_collector


def test_the_collector_comes_back_when_the_last_is_done_in_whatever_order() -> None:
    for first in (0, 1):
        stacks = ExitStack(), ExitStack()
        for stack in stacks:
            stack.enter_context(without_collector())
            assert not gc.isenabled()
        stacks[first].close()
        assert not gc.isenabled()
        stacks[1 - first].close()
        assert gc.isenabled()


def test_the_collector_comes_back_after_a_fault() -> None:
    with pytest.raises(ZeroDivisionError), without_collector():
        1 / 0  # noqa: B018 - what fails
    assert gc.isenabled()


def test_a_collector_that_was_off_stays_off() -> None:
    gc.disable()
    try:
        with without_collector(), without_collector():
            pass
        assert not gc.isenabled()
    finally:
        gc.enable()
