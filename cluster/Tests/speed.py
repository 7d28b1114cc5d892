#!/usr/bin/env python3
"""Measures clusters on this machine beside the index that they are made from.

  cluster/Tests/speed.py --index FILE --records FILE --queries FILE --folder FOLDER [--peerlit PATH]
                         [--shards 1,2,4] [--rounds N] [--reuse]

QUERIES has lines of a kind and a query, separated by a tab. The latency is the time of a request to
`peerlit serve` over one connection, for 10 documents; the median over the queries of a kind counts:
of the first request of each query, which reads what servers keep, and of the fastest later one.

Making shards takes minutes. With --reuse, FOLDER keeps them, and a second run only measures.
"""

import argparse
import collections
import http.client
import json
import os
import shutil
import statistics
import subprocess
import time
import urllib.parse

from cluster import Server, free_ports, local_shards, make_shards, write_configuration

MOST = 40


def size(path):
    """The size of a file or folder in bytes."""
    if os.path.isfile(path):
        return os.path.getsize(path)
    return sum(os.path.getsize(os.path.join(folder, name))
               for folder, _, names in os.walk(path) for name in names)


def measure(server, queries, rounds):
    """The medians of each kind in milliseconds, of first and of later requests.

    Queries take turns, so that load affects all kinds.
    """
    connection = http.client.HTTPConnection(server.address.removeprefix("http://"))
    first = collections.defaultdict(dict)
    later = collections.defaultdict(lambda: [float("inf")] * MOST)
    for turn in range(rounds + 1):
        for kind, entries in queries.items():
            for number, query in enumerate(entries):
                start = time.perf_counter()
                connection.request("GET", "/search?" + urllib.parse.urlencode({**query, "limit": 10}))
                reply = connection.getresponse()
                body = reply.read()
                took = time.perf_counter() - start
                if reply.status != 200:
                    raise RuntimeError(f"{query}: {body[:300]}")
                if turn == 0:
                    first[kind][number] = took
                else:
                    later[kind][number] = min(later[kind][number], took)
    connection.close()
    found = {}
    for kind, entries in queries.items():
        found[kind] = [1000 * statistics.median_high(values) for values in (
            first[kind].values(), later[kind][:len(entries)])]
    return found


def middle_year(records):
    """The year that half of the records are not older than."""
    with open(records) as file:
        years = [year for year in (json.loads(line).get("year") for line in file) if year]
    return statistics.median_high(years)


def read_queries(path, year):
    queries = collections.defaultdict(list)
    with open(path) as file:
        for line in file:
            kind, _, text = line.rstrip("\n").partition("\t")
            if text and not kind.startswith("#") and len(queries[kind]) < MOST:
                queries[kind].append({"q": text})
    ordinary = [query["q"] for query in queries["or"]]
    queries["with year filter"] = [{"q": text, "year": f"{year}.."} for text in ordinary]
    queries["passages"] = [{"q": text, "unit": "passage"} for text in ordinary]
    queries["title field"] = [{"q": f"title:{query['q']}"} for query in queries["word"]]
    return queries


def make(options, count):
    """Makes shards; returns their folder, the seconds, and the sizes of head and shards."""
    folder = f"{options.folder}/{count}"
    log = folder + "/seconds.txt"
    if options.reuse and os.path.exists(log):
        with open(log) as file:
            return folder, float(file.read()), *sizes(folder, count)
    shutil.rmtree(folder, ignore_errors=True)
    start = time.time()
    make_shards(options.peerlit, options.index, folder, count)
    took = time.time() - start
    with open(log, "w") as file:
        file.write(str(took))
    return folder, took, *sizes(folder, count)


def sizes(folder, count):
    """The sizes of head and shards."""
    shards = [size(f"{folder}/shard-{number + 1}") for number in range(count)]
    return size(folder + "/head.sqlite"), sum(shards)


def update(options, folder, configuration):
    """The seconds to add ten records in place."""
    path = options.folder + "/ten.jsonl"
    with open(options.records) as records, open(path, "w") as file:
        for line, _ in zip(records, range(10)):
            record = json.loads(line)
            record["_id"] = "again-" + record["_id"]
            record["title"] = "Another report: " + record.get("title", "")
            file.write(json.dumps(record) + "\n")
    start = time.time()
    subprocess.run(
        [options.peerlit, "index", path, "--quiet", "--cluster", configuration], check=True,
        stdout=subprocess.DEVNULL)
    return time.time() - start


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--peerlit", default="peerlit")
    parser.add_argument("--index", required=True)
    parser.add_argument("--records", required=True)
    parser.add_argument("--queries", required=True)
    parser.add_argument("--folder", required=True)
    parser.add_argument("--shards", default="1,2,4")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--reuse", action="store_true")
    options = parser.parse_args()
    os.makedirs(options.folder, exist_ok=True)
    # The last step changes the index.
    index = options.folder + "/library.sqlite"
    if not options.reuse or not os.path.exists(index):
        shutil.copy(options.index, index)
    options.index = index
    queries = read_queries(options.queries, middle_year(options.records))
    environment = dict(os.environ)
    server = Server(options.peerlit, environment, "--index", index)
    columns = {"one file": measure(server, queries, options.rounds)}
    server.stop()
    print(f"one file: {size(index) / 1e6:.0f} MB")
    for count in map(int, options.shards.split(",")):
        folder, took, head, data = make(options, count)
        ports = free_ports(count)
        shards = local_shards(folder, ports)
        configuration = folder + "/cluster.yaml"
        write_configuration(configuration, [[port] for port in ports], library="../library.sqlite")
        for shard in shards:
            shard.start()
        server = Server(options.peerlit, environment, "--cluster", configuration)
        name = f"{count} shard" + ("s" if count > 1 else "")
        columns[name] = measure(server, queries, options.rounds)
        print(f"{name}: made in {took:.1f} s, head {head / 1e6:.0f} MB, shards {data / 1e6:.0f} MB")
        if count == int(options.shards.split(",")[-1]):
            print(f"ten records added in place in {update(options, folder, configuration):.1f} s")
        for process in [server] + shards:
            process.stop()
    print(f"\n{'median ms: first, later':24}" + "".join(f"{name:>14}" for name in columns))
    for kind in queries:
        cells = ["{:.1f} {:5.1f}".format(*column[kind]) for column in columns.values()]
        print(f"{kind:24}" + "".join(f"{cell:>14}" for cell in cells))


if __name__ == "__main__":
    main()
