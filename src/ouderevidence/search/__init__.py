"""Search in Dutch and English: word forms, compounds, synonyms of the field, accents and typing errors.

One small algorithm in whole numbers over plain data, written twice: here, and in ``explorer/search.js`` for the page,
which reads ``SearchIndex.to_data``. Both give the same hits in the same order; a test in a browser holds them equal.
That is why there is no stemmer of a library and no floating-point number in it.
"""

from ouderevidence.search.index import Hit, SearchIndex
from ouderevidence.search.texts import searched_texts
from ouderevidence.search.words import fold

__all__ = ["Hit", "SearchIndex", "fold", "searched_texts"]
