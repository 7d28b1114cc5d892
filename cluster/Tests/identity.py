#!/usr/bin/env python3
"""Checks that shards of another cluster or version are refused.

  cluster/Tests/identity.py --folder FOLDER --library FILE [--peerlit PATH]

FOLDER has the head and the shards, LIBRARY is the index that they were made from. The shards are as
before in the end.
"""

import argparse
import struct
import subprocess

from cluster import check, end, free_ports, local_shards, write_configuration

KEY = "identity"


def text(value):
    return struct.pack("<I", len(value.encode())) + value.encode()


def write(folder, shards, value):
    """Changes the identity of all shards."""
    message = b"M" + text(KEY) + text(value)
    subprocess.run(
        ["peerlit-cluster", "update", folder, str(shards)], check=True, stdout=subprocess.DEVNULL,
        input=struct.pack("<I", len(message)) + message + struct.pack("<I", 1) + b"C")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--peerlit", default="peerlit")
    parser.add_argument("--folder", required=True)
    parser.add_argument("--library", required=True)
    parser.add_argument("--shards", type=int, default=3)
    options = parser.parse_args()
    folder, count = options.folder, options.shards
    identity = subprocess.run(
        ["xapian-metadata", "get", folder + "/shard-1", KEY], check=True, capture_output=True,
        text=True).stdout.removesuffix("\n")
    name, version, analyzer, place = identity.split("\n")
    identity = identity.removesuffix("\n" + place)
    cases = [("without a format", "", "has format 1, but"),
             ("of another format", f"{name}\n99\n{analyzer}", "has format 99, but"),
             ("of another cluster", f"other\n{version}\n{analyzer}",
              "does not belong to this head"),
             ("of another analyzer", f"{name}\n{version}\nanalyzer 0", "was made with analyzer 0")]
    ports = free_ports(count)
    shards = local_shards(folder, ports)
    configuration = folder + "/identity.yaml"
    write_configuration(
        configuration, [[port] for port in ports], "partial", library=options.library)
    try:
        for shard in shards:
            shard.start()
        for label, value, message in cases + [("as they were made", identity, None)]:
            write(folder, count, value)
            for command in (["search", "peer"], ["index"]):
                run = subprocess.run(
                    [options.peerlit, *command, "--cluster", configuration], capture_output=True,
                    text=True)
                if message:
                    isRight = (run.returncode == 2 and message in run.stderr
                               and "make head and shards again with peerlit shard" in run.stderr)
                else:
                    isRight = run.returncode == 0
                check(f"{command[0]} with shards {label}", isRight,
                      f"{run.returncode} {run.stderr.strip()}")
        one, two, three = ports
        for label, listed, message in (
                ("in another order", [[two], [one], [three]], "but is listed as shard 1 of 3"),
                ("listed twice", [[one], [one], [three]], "but is listed as shard 2 of 3"),
                ("left out", [[one], [two]], "but is listed as shard 1 of 2"),
                ("after a wrong replica", [[one], [one, two], [three]], None)):
            write_configuration(configuration, listed, "partial", library=options.library)
            run = subprocess.run(
                [options.peerlit, "search", "peer", "--cluster", configuration],
                capture_output=True, text=True)
            isRight = (run.returncode == 2 and message in run.stderr if message
                       else run.returncode == 0 and "Partial" not in run.stdout + run.stderr)
            check(f"a shard {label}", isRight, f"{run.returncode} {run.stderr.strip()}")
    finally:
        for shard in shards:
            shard.stop()
        write(folder, count, identity)
    end()


if __name__ == "__main__":
    main()
