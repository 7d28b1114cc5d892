"""Calls of peerlit, and the comparison of an index with a fresh one."""

import json
import os
import shutil
import sqlite3
import subprocess
import tempfile

TOLERANCE = 0.001  # sums of lengths are rounded to whole words


class Wrong(Exception):
    """Something that peerlit did but must not do."""


def run(program, *arguments, faults=None, timeout=60):
    """Runs peerlit; returns its exit status (negative for a signal), output and errors."""
    environment = dict(os.environ)
    if faults:
        environment.update(faults)
    done = subprocess.run(
        [program, *arguments], capture_output=True, text=True, env=environment, timeout=timeout
    )
    return done.returncode, done.stdout, done.stderr


def index(program, path, folder, *options):
    """Updates an index; this must succeed."""
    status, output, errors = run(program, "index", folder, "--index", path, *options)
    if status != 0:
        raise Wrong(f"index ended with {status}: {output}{errors}")


def check(program, path):
    """Checks that the index is intact."""
    status, output, errors = run(program, "check", "--index", path)
    if status != 0:
        raise Wrong(f"check ended with {status}: {output}{errors}")


def ids(path):
    """The ids of all documents, read by plain SQLite; none if nothing was committed yet.

    Reads a copy, so that peerlit still has to recover what a killed run left.
    """
    if not os.path.exists(path):
        return set()
    with tempfile.TemporaryDirectory() as folder:
        target = os.path.join(folder, "copy.sqlite")
        copy(path, target)
        database = sqlite3.connect(target)
        try:
            return {id for (id,) in database.execute("SELECT id FROM documents")}
        except sqlite3.OperationalError as error:
            if "no such table" in str(error):
                return set()
            raise
        finally:
            database.close()


def answers(program, path, queries, unit, exact):
    """All hits of some queries: score by document, by query."""
    options = ["--unit", unit, "--limit", "1000", "--format", "jsonl"]
    status, output, errors = run(
        program, "search", "--queries", queries, "--index", path, *options,
        *(["--exact"] if exact else []),
    )
    if status not in (0, 1):
        raise Wrong(f"search ended with {status}: {errors}")
    found = {}
    for line in output.splitlines():
        answer = json.loads(line)
        scores = found.setdefault(answer["query"]["id"], {})
        for hit in answer["hits"]:
            document = hit["document"]["id"]
            scores[document] = max(scores.get(document, 0), hit["score"])
    return found


def compare(program, path, library, queries, exact):
    """Checks that the index finds the same documents as a fresh one, with the same scores once its
    segments are merged."""
    if ids(path) != library.ids:
        raise Wrong(f"ids differ: {sorted(ids(path) ^ library.ids)[:10]}")
    fresh = path + ".fresh"
    try:
        index(program, fresh, library.folder)
        units = ("document", "passage")
        expected = {unit: answers(program, fresh, queries, unit, exact) for unit in units}
        if not all(expected.values()):
            raise Wrong("the queries find nothing")
        for unit in units:
            compare_answers(expected[unit], answers(program, path, queries, unit, exact), unit)
        index(program, path, library.folder, "--optimize")
        for unit in units:
            found = answers(program, path, queries, unit, exact)
            compare_answers(expected[unit], found, unit, scores=exact)
    finally:
        remove(fresh)


def compare_answers(expected, found, unit, scores=False):
    """Checks that two sets of results have the same documents, and the same scores if required."""
    if set(found) != set(expected):
        raise Wrong(f"other queries have answers ({unit})")
    for query, hits in expected.items():
        if set(found[query]) != set(hits):
            raise Wrong(f"query {query} ({unit}) finds other documents")
        for id, score in hits.items():
            if scores and abs(found[query][id] - score) > TOLERANCE * abs(score):
                raise Wrong(f"query {query} ({unit}): {id} has {found[query][id]}, not {score}")


def remove(path):
    """Removes an index and the files beside it."""
    for end in ("", "-wal", "-shm", "-lock", ".new"):
        if os.path.exists(path + end):
            os.remove(path + end)


def copy(path, target):
    """Copies an index and the files beside it."""
    for end in ("", "-wal", "-journal"):
        if os.path.exists(path + end):
            shutil.copy(path + end, target + end)
