#!/usr/bin/env python3
"""Updates a cluster on this machine in place, and compares it with the index that it keeps.

  cluster/Tests/updates.py --records FILE --folder FOLDER [--peerlit PATH] [--queries N]

Records are added, changed and removed, also while updates are killed. The cluster must then return the
same as the index, which keeps its average lengths, and servers that were running must notice.
"""

import argparse
import json
import os
import random
import shutil
import signal
import subprocess
import time

import conformance
from cluster import (
    Server, check, end, free_ports, local_shards, make_shards, write_configuration)


def change(records, chance, more):
    """Removes, changes and adds records."""
    kept = [record for record in records if chance.random() > 0.04]
    for record in kept:
        if chance.random() < 0.05:
            record["text"] += f" Peer navigators improved hope in revision {more}."
            record["year"] = 2000 + more
    added = []
    for number in range(60):
        record = dict(chance.choice(kept))
        record["_id"] = f"n{more}-{number:03}"
        record["title"] = f"Warmline {number} and " + record["title"].lower()
        record["text"] = f"Warmlines reduced isolation in trial {number}. " + record["text"]
        record.pop("doi", None)
        added.append(record)
    # A record of a work that has a DOI: a duplicate, in whatever shard the work is.
    twin = dict(next(record for record in kept if record.get("doi")))
    twin["_id"] = f"twin{more}"
    return kept + added + [twin]


def write(path, records):
    with open(path, "w") as file:
        for record in records:
            file.write(json.dumps(record) + "\n")


class Cluster:
    def __init__(self, options):
        self.options, self.folder = options, options.folder
        shutil.rmtree(self.folder, ignore_errors=True)
        os.makedirs(self.folder)
        self.records = f"{self.folder}/records.jsonl"
        self.library = f"{self.folder}/library.sqlite"
        self.index("--index", self.library)
        make_shards(options.peerlit, self.library, self.folder + "/shards", 3)
        ports = free_ports(3)
        self.configuration = self.folder + "/shards/cluster.yaml"
        write_configuration(
            self.configuration, [[port] for port in ports], library="../library.sqlite")
        self.shards = local_shards(self.folder + "/shards", ports)
        for shard in self.shards:
            shard.start()

    def index(self, *arguments, timeout=None):
        """Indexes the records; ends it after a time if one is given. Returns the summary."""
        if not os.path.exists(self.records):
            shutil.copy(self.options.records, self.records)
        command = [self.options.peerlit, "index", self.records, "--prune", "--format", "json",
                   *arguments]
        process = subprocess.Popen(
            command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
            start_new_session=True)
        try:
            output, errors = process.communicate(timeout=timeout)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            process.communicate()
            return None
        if process.returncode != 0:
            raise RuntimeError(errors)
        return json.loads(output)

    def update(self, timeout=None):
        return self.index("--cluster", self.configuration, timeout=timeout)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--peerlit", default="peerlit")
    parser.add_argument("--records", required=True)
    parser.add_argument("--folder", required=True)
    parser.add_argument("--queries", type=int, default=500)
    parser.add_argument("--seed", type=int, default=2)
    options = parser.parse_args()
    cluster = Cluster(options)
    servers = []
    try:
        run(options, cluster, servers)
    finally:
        for server in servers + cluster.shards:
            server.stop()
    end()


def run(options, cluster, servers):
    chance = random.Random(3)
    records = [json.loads(line) for line in open(options.records)]
    environment = dict(os.environ)
    servers.append(Server(options.peerlit, environment, "--index", cluster.library))
    servers.append(Server(options.peerlit, environment, "--cluster", cluster.configuration))
    index, head = servers
    query = {"q": "warmlines isolation", "limit": 5, "count": "true"}
    check("nothing to find before", head.get("/search", **query)[1]["total"]["documents"] == 0)

    records = change(records, chance, 1)
    write(cluster.records, records)
    start = time.time()
    report = cluster.update()
    took = time.time() - start
    check("the report counts as that of an index",
          report["records"]["added"] == 60 and report["records"]["duplicate"] == 1
          and report["removed"] > 0, report)
    print(f"Updated in {took:.1f} s.")
    found = head.get("/search", **query)[1]
    check("a server finds new documents", found["total"]["documents"] == 60, found["total"])
    check("the index agrees", compare(options, index, head))

    start = time.time()
    cluster.update()
    print(f"Updated without changes in {time.time() - start:.1f} s.")

    for attempt in range(2, 8):
        records = change(records, chance, attempt)
        write(cluster.records, records)
        cluster.update(timeout=took * attempt / 7)
    cluster.update()
    check("after updates that were killed, the index agrees", compare(options, index, head))

    records = records[:-200]
    write(cluster.records, records)
    cluster.index("--index", cluster.library)
    subprocess.run(
        [options.peerlit, "index", "--quiet", "--cluster", cluster.configuration], check=True,
        stdout=subprocess.DEVNULL)
    check("after a change of the index alone, the index agrees", compare(options, index, head))


def compare(options, index, head):
    return conformance.compare(options, index, head) == 0


if __name__ == "__main__":
    main()
