"""Search by tantivy or bm25s: build once, then answer queries with the ids of the best ten."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from serve import serve

which, path = sys.argv[1:]
texts: dict[str, str] = json.loads(Path(path).read_text(encoding="utf-8"))
names = list(texts)

if which == "tantivy":
    import tantivy

    builder = tantivy.SchemaBuilder()
    builder.add_text_field("id", stored=True, tokenizer_name="raw")
    builder.add_text_field("text", tokenizer_name="en_stem")
    index = tantivy.Index(builder.build())
    writer = index.writer()
    for name, text in texts.items():
        writer.add_document(tantivy.Document(id=name, text=text))
    writer.commit()
    index.reload()
    searcher = index.searcher()

    def find(words: str) -> list[str]:
        """Return the ids of the best ten."""
        query, _ = index.parse_query_lenient(words, ["text"])
        return [searcher.doc(place)["id"][0] for _, place in searcher.search(query, 10).hits]
else:
    import bm25s

    retriever = bm25s.BM25()
    retriever.index(bm25s.tokenize(list(texts.values()), show_progress=False), show_progress=False)

    def find(words: str) -> list[str]:
        """Return the ids of the best ten."""
        tokens = bm25s.tokenize([words], show_progress=False)
        found, scores = retriever.retrieve(tokens, k=min(10, len(names)), show_progress=False)
        return [names[n] for n, score in zip(found[0], scores[0], strict=True) if score > 0]


def work(line: str) -> str | None:
    """Answer one query with ids, or all of them with nothing, to be timed."""
    asked = json.loads(line)
    if isinstance(asked, str):
        return json.dumps(find(asked))
    for words in asked:
        find(words)
    return None


serve(work)
