"""Tantivy (PyPI `tantivy`): one segment, English stemmer, text stored, counting off.

Title, heading and body are one field: with several fields, its parser makes a union of each word,
which is slower.
"""

import sys

import tantivy
from peer import main, words


def schema():
    builder = tantivy.SchemaBuilder()
    builder.add_text_field("text", stored=True, tokenizer_name="en_stem")
    builder.add_text_field("year", tokenizer_name="raw", index_option="basic")
    return builder.build()


class Tantivy:
    def index(self, passages, folder):
        index = tantivy.Index(schema(), path=folder)
        writer = index.writer(heap_size=512_000_000, num_threads=1)
        count = 0
        for p in passages:
            count += 1
            document = tantivy.Document()
            document.add_text("text", f"{p.title}\n{p.heading}\n{p.body}")
            document.add_text("year", str(p.year))
            writer.add_document(document)
        writer.commit()
        writer.wait_merging_threads()
        index.reload()
        # The Python interface can't merge all segments. One writer thread with a heap that never
        # fills up leaves a single segment, which is checked when the index is opened.
        return count

    def open(self, folder):
        index = tantivy.Index.open(folder)
        fields = index.schema
        searcher = index.searcher()
        must, should = tantivy.Occur.Must, tantivy.Occur.Should

        def query(kind, text):
            found = words(text)
            if kind == "phrase":
                return index.parse_query('"' + " ".join(found) + '"', ["text"])
            if kind == "prefix":
                return tantivy.Query.regex_query(fields, "text", found[0] + ".*")
            return index.parse_query(" ".join(found), ["text"], conjunction_by_default=kind == "and")

        def search(kind, text, year):
            asked = query(kind, text)
            if year:
                kept = tantivy.Query.term_query(fields, "year", str(year))
                kept = tantivy.Query.const_score_query(kept, 0.0)
                asked = tantivy.Query.boolean_query([(must, asked), (must, kept)])
            hits = searcher.search(asked, 10, count=False).hits
            return [address.doc for _, address in hits]

        if searcher.num_segments != 1:
            sys.exit(f"tantivy left {searcher.num_segments} segments where one was asked for")
        return search


if __name__ == "__main__":
    main("tantivy", Tantivy())
