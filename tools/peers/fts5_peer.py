"""SQLite FTS5 with default settings: `porter unicode61`, ordered by rank."""

import os
import sqlite3

from peer import main, words


class FTS5:
    def index(self, passages, folder):
        database = sqlite3.connect(os.path.join(folder, "fts5.sqlite"))
        database.execute(
            "CREATE VIRTUAL TABLE passage USING fts5"
            "(title, heading, body, tokenize = 'porter unicode61')"
        )
        database.execute("CREATE TABLE kept (id INTEGER PRIMARY KEY, year INTEGER)")
        count = 0
        for p in passages:
            count += 1
            database.execute(
                "INSERT INTO passage (rowid, title, heading, body) VALUES (?, ?, ?, ?)",
                (p.number, p.title, p.heading, p.body),
            )
            database.execute("INSERT INTO kept VALUES (?, ?)", (p.number, p.year))
        database.execute("CREATE INDEX kept_year ON kept (year)")
        database.execute("INSERT INTO passage (passage) VALUES ('optimize')")
        database.commit()
        database.close()
        return count

    def open(self, folder):
        database = sqlite3.connect(os.path.join(folder, "fts5.sqlite"))
        database.execute("PRAGMA mmap_size = 4000000000")

        def match(kind, text):
            quoted = [f'"{word}"' for word in words(text)]
            if kind == "phrase":
                return '"' + " ".join(words(text)) + '"'
            if kind == "prefix":
                return quoted[0] + "*"
            return (" AND " if kind == "and" else " OR ").join(quoted)

        plain = "SELECT rowid FROM passage WHERE passage MATCH ?"
        kept = plain + " AND rowid IN (SELECT id FROM kept WHERE year = ?)"
        end = " ORDER BY rank LIMIT 10"

        def search(kind, text, year):
            if year:
                rows = database.execute(kept + end, (match(kind, text), year))
            else:
                rows = database.execute(plain + end, (match(kind, text),))
            return [row[0] for row in rows]

        return search


if __name__ == "__main__":
    main("fts5", FTS5())
