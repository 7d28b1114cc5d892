"""Runs SQL statements on a file with Python's sqlite3 module.

    python3 sql_client.py DATABASE [EXTENSION] <STATEMENTS.json

Standard input is a JSON array of statements. Prints a JSON array: for each statement its rows as
objects, or the error as a string.
"""

import json
import sqlite3
import sys


def rows(database, statement):
    try:
        cursor = database.execute(statement)
        names = [column[0] for column in cursor.description]
        return [dict(zip(names, row)) for row in cursor]
    except sqlite3.Error as error:
        return str(error)


def main():
    database = sqlite3.connect(f"file:{sys.argv[1]}?mode=ro", uri=True)
    database.execute("PRAGMA trusted_schema = OFF")
    if len(sys.argv) > 2:
        database.enable_load_extension(True)
        database.load_extension(sys.argv[2])
    answers = [rows(database, statement) for statement in json.load(sys.stdin)]
    json.dump(answers, sys.stdout)


if __name__ == "__main__":
    main()
