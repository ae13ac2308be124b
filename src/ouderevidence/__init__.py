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
    from ouderevidence.figures import (
        Chart,
        claim_work_network,
        gap_map,
        levels_by_block,
        levels_by_reading,
        works_by_year,
    )
    from ouderevidence.library.compare import Comparison, compare
    from ouderevidence.library.library import Library
    from ouderevidence.library.load import load, validate
    from ouderevidence.model.errors import (
        DocumentError,
        EvidenceError,
        OutputError,
        RenderError,
        UnknownClaimError,
        UnknownFilterError,
        UnknownOptionError,
        UnknownTermError,
        UnknownWorkError,
        ValidationError,
    )
    from ouderevidence.model.findings import Finding
    from ouderevidence.products.audit import Audit, audit
    from ouderevidence.products.brief import Brief
    from ouderevidence.products.curate import curate, new_library
    from ouderevidence.products.explorer import explore
    from ouderevidence.products.trace import trace

    __version__: str

# Public name -> its module; loaded when first used, so that `--help` stays quick.
_HOMES = {
    "Audit": "products.audit",
    "Brief": "products.brief",
    "Chart": "figures",
    "Comparison": "library.compare",
    "DocumentError": "model.errors",
    "EvidenceError": "model.errors",
    "Finding": "model.findings",
    "Library": "library.library",
    "OutputError": "model.errors",
    "RenderError": "model.errors",
    "UnknownClaimError": "model.errors",
    "UnknownFilterError": "model.errors",
    "UnknownOptionError": "model.errors",
    "UnknownTermError": "model.errors",
    "UnknownWorkError": "model.errors",
    "ValidationError": "model.errors",
    "audit": "products.audit",
    "claim_work_network": "figures",
    "gap_map": "figures",
    "levels_by_block": "figures",
    "levels_by_reading": "figures",
    "compare": "library.compare",
    "curate": "products.curate",
    "explore": "products.explorer",
    "load": "library.load",
    "new_library": "products.curate",
    "trace": "products.trace",
    "validate": "library.load",
    "works_by_year": "figures",
}

__all__ = [
    "Audit",
    "Brief",
    "Chart",
    "Comparison",
    "DocumentError",
    "EvidenceError",
    "Finding",
    "Library",
    "OutputError",
    "RenderError",
    "UnknownClaimError",
    "UnknownFilterError",
    "UnknownOptionError",
    "UnknownTermError",
    "UnknownWorkError",
    "ValidationError",
    "__version__",
    "audit",
    "claim_work_network",
    "compare",
    "curate",
    "explore",
    "gap_map",
    "levels_by_block",
    "levels_by_reading",
    "load",
    "new_library",
    "trace",
    "validate",
    "works_by_year",
]


def __getattr__(name: str) -> Any:  # noqa: ANN401 (a module attribute can be anything)
    if name == "__version__":
        return import_module("ouderevidence.model.version").version()
    if name in _HOMES:
        return getattr(import_module(f"ouderevidence.{_HOMES[name]}"), name)
    message = f"module 'ouderevidence' has no attribute '{name}'"
    raise AttributeError(message)


def __dir__() -> list[str]:
    return __all__
