"""The explorer in a notebook: the front end of the page as an anywidget, its selection a ``Library``."""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING, Any, Final

try:
    import anywidget
    import traitlets
except ImportError as error:
    MISSING = "the explorer in a notebook needs anywidget; install it with: pip install 'ouderevidence[lab]'"
    raise ImportError(MISSING) from error

from ouderevidence.library.tables import table_html
from ouderevidence.model.words import LANGUAGES, option
from ouderevidence.products.explorer.assets import module, style
from ouderevidence.products.explorer.data import data

if TYPE_CHECKING:
    from ouderevidence.library.library import Library

VIEW: Final = "application/vnd.jupyter.widget-view+json"
# A fixed name per explorer of a session, so that a notebook run again stores the same.
_NUMBERS = count(1)


class Explorer(anywidget.AnyWidget):
    """An explorer of a library, live on both sides.

    Parameters
    ----------
    library
        The claims to explore.
    language
        ``"nl"`` or ``"en"``.

    Examples
    --------
    >>> explorer = Explorer(library)
    >>> explorer.filters = {"parent_group": "vaders"}
    >>> explorer.selection.filter_text()
    'groep ouders: vaders'
    """

    _esm = traitlets.Unicode(module()).tag(sync=True)
    sheet = traitlets.Unicode(style()).tag(sync=True)
    data = traitlets.Dict().tag(sync=True)
    choice = traitlets.Dict().tag(sync=True)

    def __init__(self, library: Library, *, language: str = "nl") -> None:
        option("language", language, LANGUAGES)
        self.library = library
        shown = {"order": "best", "language": language, "view": "claims", "claim": None}
        start: dict[str, Any] = {"filters": {}, "general": False, "search": "", **shown}
        super().__init__(data=data(library), choice=start, model_id=f"ouderevidence-{next(_NUMBERS)}")

    @property
    def filters(self) -> dict[str, Any]:
        """What is chosen, as arguments of ``where``; set it to move the explorer.

        Raises
        ------
        UnknownTermError
            When it is set to a value that does not exist; the explorer then stays as it is.
        TypeError
            When it is set to a filter that ``where`` does not have.
        """
        asked: dict[str, Any] = {key: list(values) for key, values in self.choice["filters"].items()}
        core = asked.pop("core", ())
        if len(core) == 1:
            asked["core"] = core == ["true"]
        if self.choice["search"].strip():
            asked["search"] = self.choice["search"].strip()
        if self.choice["general"] and "parent_group" in asked:
            asked["include_general"] = True
        return asked

    @filters.setter
    def filters(self, asked: dict[str, Any]) -> None:
        self.library.where(**asked)  # refuses what does not exist
        given = {key: value for key, value in asked.items() if value is not None}
        general, search = bool(given.pop("include_general", False)), given.pop("search", "")
        chosen = {key: _values(value) for key, value in given.items()}
        self.choice = {
            **self.choice,
            "filters": {key: values for key, values in chosen.items() if values},
            "general": general,
            "search": search if isinstance(search, str) else " ".join(search),
            "claim": None,
        }

    @property
    def selection(self) -> Library:
        """The claims that the explorer shows, as a library: ``library.where(**explorer.filters)``."""
        return self.library.where(**self.filters)

    def _repr_mimebundle_(self, **_options: Any) -> tuple[dict[str, Any], dict[str, Any]]:  # noqa: ANN401 (IPython's own)
        """Return the live view, and for readers without one the same claims as a table and as a line of text."""
        part = self.selection
        shown: dict[str, Any] = {
            "text/plain": f"Explorer({part!r})",
            "text/html": table_html(part, self.choice["language"]),
        }
        live, about = super()._repr_mimebundle_() or ({}, {})
        return {**shown, **{form: value for form, value in live.items() if form == VIEW}}, about


def _values(value: object) -> list[str]:
    if isinstance(value, bool):
        return ["true" if value else "false"]
    if isinstance(value, str | int):
        return [str(value)]
    return [str(one) for one in value]  # type: ignore[attr-defined] # `where` has checked that it is a list
