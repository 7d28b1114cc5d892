#!/usr/bin/env python3
"""Checks that vectors of the sentence encoder reach the shards, also those of known documents.

  cluster/Tests/encoder.py --records FILE --folder FOLDER [--peerlit PATH]

Skipped unless tools/setup --meaning has installed the encoder.
"""

import argparse
import json
import os
import shutil
import subprocess
import sys

import conformance
from cluster import (
    Server, copy_records, free_ports, local_shards, make_shards, write_configuration)

COUNT = 2


def is_installed():
    data = os.environ.get("XDG_DATA_HOME") or os.path.expanduser("~/.local/share")
    return os.path.exists(data + "/peerlit/encoder.bin")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--peerlit", default="peerlit")
    parser.add_argument("--records", required=True)
    parser.add_argument("--folder", required=True)
    parser.add_argument("--queries", type=int, default=200)
    parser.add_argument("--seed", type=int, default=5)
    options = parser.parse_args()
    if not is_installed():
        print("Skipped: encoded documents, which need tools/setup --meaning")
        return
    environment = dict(os.environ)
    folder = options.folder
    shutil.rmtree(folder, ignore_errors=True)
    os.makedirs(folder)
    copy_records(options.records, folder + "/records.jsonl", 150)
    library, shards = folder + "/library.sqlite", folder + "/shards"

    def run(*arguments):
        subprocess.run(
            [options.peerlit, *arguments], check=True, env=environment, stdout=subprocess.DEVNULL)

    # The shards are made before the documents are encoded.
    run("index", folder + "/records.jsonl", "--quiet", "--no-meaning", "--index", library)
    make_shards(options.peerlit, library, shards, COUNT)
    ports = free_ports(COUNT)
    configuration = shards + "/cluster.yaml"
    write_configuration(configuration, [[port] for port in ports], library="../library.sqlite")
    started = local_shards(shards, ports)
    try:
        for shard in started:
            shard.start()
        run("index", folder + "/records.jsonl", "--quiet", "--cluster", configuration)
        stats = json.loads(subprocess.run(
            [options.peerlit, "stats", "--format", "json", "--index", library], check=True,
            capture_output=True, text=True).stdout)
        if stats.get("embeddings", {}).get("encoder", 0) == 0:
            sys.exit(f"FAILED: no document was encoded ({stats})")
        for arguments in ([], ["--encode-queries"]):
            servers = [Server(options.peerlit, environment, *arguments, "--index", library)]
            started += servers
            servers.append(
                Server(options.peerlit, environment, *arguments, "--cluster", configuration))
            started.append(servers[1])
            if conformance.compare(options, *servers) != 0:
                sys.exit("FAILED: encoded documents are ranked as in the index "
                         + " ".join(arguments))
            print("ok: encoded documents are ranked as in the index", *arguments)
    finally:
        for process in reversed(started):
            process.stop()


if __name__ == "__main__":
    main()
