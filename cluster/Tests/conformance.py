#!/usr/bin/env python3
"""Compares a cluster on this machine with the index that it was made from.

  cluster/Tests/conformance.py --index FILE [--shards N] [--queries N] [--seed N] [--verbose]

Both must return the same documents in the same order with the same scores to 1e-5, passages,
highlights, explanations, related documents, counts and exports. The exit status is 1 if they do not.
"""

import argparse
import collections
import json
import os
import sys
import tempfile
import time

import queries
from cluster import Server, free_ports, local_shards, make_shards, write_configuration
from compare import difference


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--peerlit", default="peerlit")
    parser.add_argument("--index", required=True)
    parser.add_argument("--shards", type=int, default=3)
    parser.add_argument("--queries", type=int, default=500)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--folder", help="keeps the shards here, or uses those that are there")
    parser.add_argument("--verbose", action="store_true")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        sys.exit(run(options, options.folder or temporary + "/cluster"))


def run(options, folder):
    environment = dict(os.environ)
    if not os.path.exists(folder + "/head.sqlite"):
        start = time.time()
        make_shards(options.peerlit, options.index, folder, options.shards)
        print(f"Made {options.shards} shards in {time.time() - start:.1f} s.")
    ports = free_ports(options.shards)
    shards = local_shards(folder, ports)
    configuration = folder + "/cluster.yaml"
    write_configuration(configuration, [[port] for port in ports])
    servers = []
    try:
        for shard in shards:
            shard.start()
        servers.append(Server(options.peerlit, environment, "--index", options.index))
        servers.append(Server(options.peerlit, environment, "--cluster", configuration))
        return compare(options, *servers)
    finally:
        for server in servers + shards:
            server.stop()


def compare(options, one, other):
    listed = one.get("/documents", limit=1000)[1]["documents"]
    titles = [document["title"] for document in listed if document["title"]]
    ids = [document["id"] for document in listed]
    # First, because later the cluster has some of the documents in memory.
    requests = [("back matter", "/search",
                 {"q": "+qualitative life -treatment", "unit": "passage"})]
    requests += queries.make(titles, options.queries, options.seed)
    extra = [("facets", "/facets", {}), ("facets", "/facets", {"q": "support"})]
    extra += [("abbreviation", "/search", {"q": text, **more})
              for text in ("community health workers in prison", "opioid use disorder and stigma")
              for more in ({"limit": 20}, {"unit": "passage"}, {"explain": "true", "count": "true"})]
    extra += [("map", "/map", {"rows": "method", "columns": "condition"}),
              ("map", "/map", {"rows": "setting", "columns": "year", "q": "peer support"}),
              ("list", "/documents", {"limit": 30, "sort": "title"}),
              ("list", "/documents", {"limit": 30, "sort": "year"}),
              ("export", "/export", {"q": "support", "to": "ris", "limit": 40}),
              ("export", "/export", {"q": "peer AND support", "to": "jsonl", "limit": 40})]
    extra += [("show", f"/documents/{name}", {}) for name in ids[::max(1, len(ids) // 20)]]
    extra += [("similar", f"/documents/{name}/similar", {})
              for name in ids[::max(1, len(ids) // 20)]]
    agreed, times = collections.Counter(), collections.defaultdict(list)
    total = collections.Counter()
    for kind, path, parameters in requests + extra:
        answers = []
        for number, server in enumerate((one, other)):
            start = time.perf_counter()
            answers.append(server.get(path, **parameters))
            times[kind, number].append(time.perf_counter() - start)
        found = difference(list(answers[0]), list(answers[1]))
        total[kind] += 1
        agreed[kind] += not found
        if found:
            print(f"{kind}: {path} {json.dumps(parameters)}\n  {found}")
    print(f"\n{'kind':20}{'agree':>10}{'index ms':>10}{'cluster ms':>12}")
    for kind in total:
        medians = [sorted(times[kind, n])[len(times[kind, n]) // 2] * 1000 for n in (0, 1)]
        count = f"{agreed[kind]}/{total[kind]}"
        print(f"{kind:20}{count:>10}{medians[0]:10.1f}{medians[1]:12.1f}")
    print(f"{'all':20}{sum(agreed.values())}/{sum(total.values())} agree")
    return 0 if agreed == total else 1


if __name__ == "__main__":
    main()
