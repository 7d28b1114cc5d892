"""Xapian (Debian `python3-xapian`): English stemmer, default BM25, text stored.

Runs under Debian's /usr/bin/python3, for which the package is built.
"""

import xapian
from peer import main, words


class Xapian:
    def index(self, passages, folder):
        database = xapian.WritableDatabase(folder, xapian.DB_CREATE_OR_OVERWRITE)
        generator = xapian.TermGenerator()
        generator.set_stemmer(xapian.Stem("english"))
        count = 0
        for p in passages:
            count += 1
            document = xapian.Document()
            generator.set_document(document)
            for text in (p.title, p.heading, p.body):
                generator.index_text(text)
                generator.increase_termpos()
            document.set_data(f"{p.title}\n{p.heading}\n{p.body}")
            document.add_boolean_term(f"Y{p.year}")
            database.replace_document(p.number + 1, document)
        database.commit()
        database.close()
        return count

    def open(self, folder):
        database = xapian.Database(folder)
        parser = xapian.QueryParser()
        parser.set_stemmer(xapian.Stem("english"))
        parser.set_stemming_strategy(xapian.QueryParser.STEM_SOME)
        parser.set_database(database)
        flags = xapian.QueryParser.FLAG_PHRASE | xapian.QueryParser.FLAG_WILDCARD
        enquire = xapian.Enquire(database)

        def search(kind, text, year):
            found = words(text)
            typed = " ".join(found)
            if kind == "phrase":
                typed = f'"{typed}"'
            if kind == "prefix":
                typed = found[0] + "*"
            operator = xapian.Query.OP_AND if kind == "and" else xapian.Query.OP_OR
            parser.set_default_op(operator)
            query = parser.parse_query(typed, flags)
            if year:
                query = xapian.Query(xapian.Query.OP_FILTER, query, xapian.Query(f"Y{year}"))
            enquire.set_query(query)
            return [match.docid - 1 for match in enquire.get_mset(0, 10)]

        return search


if __name__ == "__main__":
    main("xapian", Xapian())
