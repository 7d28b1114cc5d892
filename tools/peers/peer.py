"""The common part of all peers: command line, timing and output format.

A peer is a search engine that runs on the same passages and queries as peerlit. Each has a script
that defines a class with two methods and passes it to `main`:

    index(passages, folder)  builds an index of an iterable of Passage, one thread, text stored
    open(folder)             returns search(kind, text, year) -> list of passage numbers, best first

    python3 NAME.py index PASSAGES.jsonl FOLDER          one JSON object: seconds, bytes, …
    python3 NAME.py query FOLDER QUERIES.tsv [--year Y]  one JSON object for each query
"""

import argparse
import json
import os
import re
import resource
import shutil
import statistics
import sys
import time
from typing import NamedTuple

# Lucene's English stop words. peerlit leaves stop words out of plain-word ranking. Peers get the
# same advantage, so that no engine spends time on the postings of "the".
STOP = set(
    "a an and are as at be but by for if in into is it no not of on or such that the their then "
    "there these they this to was will with".split()
)


class Passage(NamedTuple):
    number: int
    year: int
    title: str
    heading: str
    body: str


def passages(path):
    """The passages of a JSON Lines file, numbered from 0 in the order of the file."""
    with open(path, encoding="utf-8") as lines:
        for number, line in enumerate(lines):
            p = json.loads(line)
            yield Passage(number, p.get("year") or 0, p["title"], p["heading"], p["body"])


def words(text):
    """The words of a query without stop words, unless it has only stop words."""
    found = re.findall(r"\w+", text.lower())
    return [word for word in found if word not in STOP] or found


def queries(path):
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            if line.strip() and not line.startswith("#"):
                kind, text = line.rstrip("\n").split("\t")
                yield kind, text


def size(path):
    return sum(
        os.path.getsize(os.path.join(folder, name))
        for folder, _, names in os.walk(path)
        for name in names
    )


def measure(search, kind, text, year, repeat, budget):
    """Best and median time of a warm query, from its text to the numbers of its hits."""
    ids = search(kind, text, year)
    times = []
    started = time.perf_counter()
    while len(times) < repeat and (len(times) < 3 or time.perf_counter() - started < budget):
        before = time.perf_counter_ns()
        search(kind, text, year)
        times.append((time.perf_counter_ns() - before) / 1000)
    return min(times), statistics.median(times), ids


def arguments(name):
    """The arguments of a peer."""
    parser = argparse.ArgumentParser(description=f"Runs {name} as a peer.")
    commands = parser.add_subparsers(dest="command", required=True)
    index = commands.add_parser("index")
    index.add_argument("passages")
    index.add_argument("folder")
    query = commands.add_parser("query")
    query.add_argument("folder")
    query.add_argument("queries")
    query.add_argument("--year", type=int)
    query.add_argument("--repeat", type=int, default=20)
    query.add_argument("--budget", type=float, default=0.5, help="seconds for a query at most")
    return parser.parse_args()


def main(name, peer):
    asked = arguments(name)
    if asked.command == "index":
        shutil.rmtree(asked.folder, ignore_errors=True)
        os.makedirs(asked.folder)
        started = time.perf_counter()
        count = peer.index(passages(asked.passages), asked.folder)
        seconds = time.perf_counter() - started
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
        write(engine=name, passages=count, seconds=round(seconds, 3), bytes=size(asked.folder), peak=peak)
    else:
        search = peer.open(asked.folder)
        for kind, text in queries(asked.queries):
            best, median, ids = measure(
                search, kind, text, asked.year, asked.repeat, asked.budget
            )
            write(
                engine=name, kind=kind, query=text, best_us=round(best, 1),
                median_us=round(median, 1), ids=ids,
            )


def write(**values):
    print(json.dumps(values), flush=True)
    sys.stdout.flush()
