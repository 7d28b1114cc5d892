#!/usr/bin/env python3
"""Serves shards that xapian-replicate copies, and checks that updates reach them.

  cluster/Tests/replicas.py --records FILE --folder FOLDER [--peerlit PATH]

The commands are those of docs/scale-out.md.
"""

import argparse
import json
import os
import shutil
import subprocess
import time

from cluster import (
    Server, Shard, check, copy_records, end, free_ports, ids, make_shards, wait_for,
    write_configuration)

COUNT = 2


def replicate(port, number, folder):
    """Brings a replica up to date; returns what happened."""
    run = subprocess.run(
        ["xapian-replicate", "--host", "127.0.0.1", "--port", str(port), "--master",
         f"shard-{number}", "--one-shot", "--verbose", f"{folder}/replica-{number}"],
        capture_output=True, text=True)
    return run.stdout + run.stderr


def add(options, folder, name, title):
    """Adds a record to the library and its cluster."""
    path = f"{folder}/{name}.jsonl"
    with open(path, "w") as file:
        file.write(json.dumps({"_id": name, "title": title, "text": title + " at home."}) + "\n")
    subprocess.run(
        [options.peerlit, "index", path, "--quiet", "--cluster", folder + "/shards/cluster.yaml"],
        check=True, stdout=subprocess.DEVNULL)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--peerlit", default="peerlit")
    parser.add_argument("--records", required=True)
    parser.add_argument("--folder", required=True)
    options = parser.parse_args()
    if not shutil.which("xapian-replicate") or not shutil.which("xapian-replicate-server"):
        print("Skipped: replicas, which need xapian-replicate")
        return
    folder = options.folder
    shutil.rmtree(folder, ignore_errors=True)
    os.makedirs(folder)
    copy_records(options.records, folder + "/records.jsonl", 200)
    library, shards = folder + "/library.sqlite", folder + "/shards"
    subprocess.run(
        [options.peerlit, "index", folder + "/records.jsonl", "--quiet", "--index", library],
        check=True, stdout=subprocess.DEVNULL)
    make_shards(options.peerlit, library, shards, COUNT)
    port, *ports = free_ports(COUNT + 1)
    write_configuration(
        shards + "/cluster.yaml", [[port] for port in ports], library="../library.sqlite")
    # The server signals its process group when it ends, so it needs one of its own.
    master = subprocess.Popen(
        ["xapian-replicate-server", "--interface", "127.0.0.1", "--port", str(port), shards],
        start_new_session=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    started = []
    try:
        wait_for("127.0.0.1", port)
        for number in range(1, COUNT + 1):
            output = replicate(port, number, folder)
            check(f"a replica of shard {number} is copied", "1 copies" in output, output)
            started.append(Shard(f"{folder}/replica-{number}", ports[number - 1]))
            started[-1].start()
        started.append(
            Server(options.peerlit, dict(os.environ), "--cluster", shards + "/cluster.yaml"))
        server = started[-1]
        found = server.get("/search", q="peer support", count="true")
        check("replicas are searched", found[0] == 200 and found[1]["total"]["documents"] > 0, found)
        for turn in range(1, 4):
            add(options, folder, f"new{turn}", f"Warmlines number{turn}x")
            outputs = [replicate(port, number, folder) for number in range(1, COUNT + 1)]
            check("only changes are sent", all("0 copies" in output for output in outputs), outputs)
            time.sleep(2.5)
            found = server.get("/search", q=f"number{turn}x")
            check("a server of replicas finds the new document",
                  ids(found) == [f"new{turn}"], found)
    finally:
        for process in reversed(started):
            process.stop()
        master.terminate()
        master.wait()
    end()


if __name__ == "__main__":
    main()
