"""ouderevidence: the claims of a factsheet on parental involvement, each linked to its judged works.

>>> import ouderevidence as oe
>>> library = oe.load()
>>> fathers = library.where(parent_group="vaders")
>>> "vaders-worden-over-het-hoofd-gezien" in fathers
True
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from ouderevidence.auditing import Audit, audit
    from ouderevidence.brief import Brief
    from ouderevidence.errors import (
        EvidenceError,
        OutputError,
        RenderError,
        UnknownClaimError,
        UnknownTermError,
        UnknownWorkError,
        ValidationError,
    )
    from ouderevidence.explorer import explore
    from ouderevidence.figures import Chart, claim_work_network, gap_map, levels_by_block, works_by_year
    from ouderevidence.findings import Finding
    from ouderevidence.library import Library
    from ouderevidence.loading import load, validate
    from ouderevidence.starting import curate, new_library
    from ouderevidence.tracing import trace

__version__ = "0.1.0"

# Public name -> its module; loaded when first used, so that `--help` stays quick.
_HOMES = {
    "Audit": "auditing",
    "Brief": "brief",
    "Chart": "figures",
    "EvidenceError": "errors",
    "Finding": "findings",
    "Library": "library",
    "OutputError": "errors",
    "RenderError": "errors",
    "UnknownClaimError": "errors",
    "UnknownTermError": "errors",
    "UnknownWorkError": "errors",
    "ValidationError": "errors",
    "audit": "auditing",
    "claim_work_network": "figures",
    "gap_map": "figures",
    "levels_by_block": "figures",
    "curate": "starting",
    "explore": "explorer",
    "load": "loading",
    "new_library": "starting",
    "trace": "tracing",
    "validate": "loading",
    "works_by_year": "figures",
}

__all__ = [
    "Audit",
    "Brief",
    "Chart",
    "EvidenceError",
    "Finding",
    "Library",
    "OutputError",
    "RenderError",
    "UnknownClaimError",
    "UnknownTermError",
    "UnknownWorkError",
    "ValidationError",
    "__version__",
    "audit",
    "claim_work_network",
    "curate",
    "explore",
    "gap_map",
    "levels_by_block",
    "load",
    "new_library",
    "trace",
    "validate",
    "works_by_year",
]


def __getattr__(name: str) -> Any:  # noqa: ANN401 (a module attribute can be anything)
    if name in _HOMES:
        return getattr(import_module(f"ouderevidence.{_HOMES[name]}"), name)
    message = f"module 'ouderevidence' has no attribute '{name}'"
    raise AttributeError(message)


def __dir__() -> list[str]:
    return __all__
