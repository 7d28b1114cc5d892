#!/usr/bin/env python3
"""Stops shards of a cluster on this machine while it is searched.

  cluster/Tests/faults.py --folder FOLDER [--peerlit PATH]

FOLDER has the head and the shards. A shard that does not answer makes an answer partial, which says
so, or an error, as configured. A replica takes its place. A shard that is started again is used again.
"""

import argparse
import os
import signal
import subprocess
import threading
import time

from cluster import (
    Server, Shard, check, end, free_ports, ids, local_shards, write_configuration)

QUERY = {"q": "peer support burnout", "limit": 20, "count": "true"}


class Test:
    """Three shards, the second with a replica if asked for, and a server of peerlit."""

    def __init__(self, options, name, on_missing, hasReplica=False):
        count = 3
        ports = free_ports(count + 1)
        self.shards = local_shards(options.folder, ports[:count])
        self.replica = Shard(f"{options.folder}/shard-2", ports[count]) if hasReplica else None
        configuration = f"{options.folder}/{name}.yaml"
        servers = [[port] for port in ports[:count]]
        if hasReplica:
            servers[1].append(ports[count])
        write_configuration(configuration, servers, on_missing, timeout=500)
        for shard in self.shards + ([self.replica] if hasReplica else []):
            shard.start()
        self.configuration = configuration
        self.server = Server(options.peerlit, dict(os.environ), "--cluster", configuration)

    def search(self, **more):
        return self.server.get("/search", **QUERY, **more)

    def stop(self):
        self.server.stop()
        for shard in self.shards + ([self.replica] if self.replica else []):
            shard.stop()


def partial(options):
    test = Test(options, "partial", "partial")
    whole = test.search()
    check("a whole answer is not marked", whole[0] == 200 and "partial" not in whole[1])
    test.shards[1].stop()
    address = f"127.0.0.1:{test.shards[1].port}"
    answer = test.search()
    ready = test.server.get("/ready")
    states = [shard["reachable"] for shard in ready[1].get("shards", [])]
    check("/ready shows which shard does not answer",
          ready[0] == 200 and states == [True, False, True], ready)
    metrics = test.server.get("/metrics")[1]
    check("/metrics shows it too",
          f'peerlit_shard_reachable{{shard="2",server="{address}"}} 0' in metrics
          and 'peerlit_shard_documents{shard="1"' in metrics
          and "peerlit_shard_failures_total" in metrics, metrics[-900:])
    check("a killed shard makes the answer partial",
          answer[1].get("partial") is True and answer[1].get("missing_shards") == [address], answer)
    check("a note says so", any(address in note for note in answer[1]["query"]["notes"]))
    check("the hits are those of the other shards",
          set(ids(answer)) and answer[1]["total"]["documents"] < whole[1]["total"]["documents"])
    for path, parameters in (("/facets", {}), ("/map", {"rows": "method", "columns": "condition"})):
        found = test.server.get(path, q="support", **parameters)
        check(f"{path} is marked too", found[1].get("partial") is True, found)
    test.shards[1].start()
    time.sleep(2.5)
    again = test.search()
    check("a shard that is started again is used again",
          "partial" not in again[1] and ids(again) == ids(whole), again)
    test.shards[2].signal(signal.SIGSTOP)
    start = time.time()
    answer = test.search()
    took = time.time() - start
    check("a stopped shard makes the answer partial", answer[1].get("partial") is True, answer)
    check("after its time limit", took < 5, f"{took:.1f} s")
    test.shards[2].signal(signal.SIGCONT)
    time.sleep(2.5)
    again = test.search()
    check("a shard that continues is used again",
          "partial" not in again[1] and ids(again) == ids(whole), again)
    test.stop()


def error(options):
    test = Test(options, "error", "error")
    check("all shards answer", test.search()[0] == 200)
    test.shards[0].stop()
    status, body = test.search()
    check("a killed shard makes an error", status == 503 and "error" in body, (status, body))
    check("the server is not ready", test.server.get("/ready")[0] == 503)
    metrics = test.server.get("/metrics")
    check("/metrics still answers",
          metrics[0] == 200 and 'peerlit_shard_reachable{shard="1"' in metrics[1], metrics)
    test.shards[0].start()
    time.sleep(2.5)
    check("until it is started again", test.search()[0] == 200)
    test.stop()


def replica(options):
    test = Test(options, "replica", "error", hasReplica=True)
    whole = test.search()
    test.shards[1].stop()
    answer = test.search()
    check("a replica gives the whole answer",
          answer[0] == 200 and "partial" not in answer[1] and ids(answer) == ids(whole), answer)
    test.stop()


def load(options):
    """Kills a shard while eight threads search."""
    test = Test(options, "load", "partial")
    whole = ids(test.search())
    answers, isOver = [], threading.Event()

    def searches():
        while not isOver.is_set():
            try:
                answers.append(test.search())
            except OSError as problem:
                answers.append((0, {"error": str(problem)}))

    threads = [threading.Thread(target=searches) for _ in range(8)]
    for thread in threads:
        thread.start()
    time.sleep(1)
    test.shards[0].stop()
    time.sleep(2)
    test.shards[0].start()
    time.sleep(4)
    isOver.set()
    for thread in threads:
        thread.join()
    silent = [a for a in answers if a[0] == 200 and "partial" not in a[1] and ids(a) != whole]
    wrong = [a for a in answers if a[0] not in (200, 429, 503)]
    marked = sum(1 for a in answers if a[1].get("partial"))
    check(f"{len(answers)} answers under load, {marked} partial, none silently so",
          not silent and not wrong and marked > 0, (silent[:1], wrong[:1]))
    check("all shards are used again", ids(test.search()) == whole)
    test.stop()


class Hosts:
    """Network namespaces as hosts, each connected to this machine by a cable of its own."""

    def __init__(self, count):
        self.names = [f"peerlit{os.getpid()}-{number}" for number in range(count)]
        self.addresses = [f"10.213.{number}.2" for number in range(count)]

    def start(self):
        for number, name in enumerate(self.names):
            for command in (f"netns add {name}",
                            f"link add pl{number} type veth peer name eth0 netns {name}",
                            f"addr add 10.213.{number}.1/30 dev pl{number}",
                            f"link set pl{number} up",
                            f"-n {name} addr add {self.addresses[number]}/30 dev eth0",
                            f"-n {name} link set eth0 up"):
                subprocess.run(["ip"] + command.split(), check=True, capture_output=True)

    def connect(self, number, isConnected):
        state = "up" if isConnected else "down"
        subprocess.run(
            ["ip", "-n", self.names[number], "link", "set", "eth0", state], check=True)

    def stop(self):
        # The cables go with the namespaces.
        for name in self.names:
            subprocess.run(["ip", "netns", "delete", name], capture_output=True)


def hosts(options):
    """Shards on two hosts, of which one is disconnected while it is searched."""
    network = Hosts(2)
    shards, server = [], None
    try:
        network.start()
    except (OSError, subprocess.CalledProcessError) as problem:
        print(f"Skipped: two hosts, which need root and network namespaces ({problem})")
        network.stop()
        return
    try:
        places = [0, 0, 1]
        shards = [Shard(f"{options.folder}/shard-{n + 1}", 7711 + n, network.addresses[place],
                        network.names[place]) for n, place in enumerate(places)]
        for shard in shards:
            shard.start()
        configuration = f"{options.folder}/hosts.yaml"
        write_configuration(
            configuration, [[f"{shard.host}:{shard.port}"] for shard in shards], "partial", 500)
        server = Server(options.peerlit, dict(os.environ), "--cluster", configuration)
        whole = server.get("/search", **QUERY)
        check("shards on two hosts answer", whole[0] == 200 and "partial" not in whole[1], whole)
        network.connect(1, False)
        start = time.time()
        answer = server.get("/search", **QUERY)
        took = time.time() - start
        check("without its cable, a host is missing",
              answer[1].get("missing_shards") == [f"{shards[2].host}:{shards[2].port}"], answer)
        check("which is noticed in time", took < 5, f"{took:.1f} s")
        network.connect(1, True)
        time.sleep(3)
        again = server.get("/search", **QUERY)
        check("a host that is connected again is used again",
              "partial" not in again[1] and ids(again) == ids(whole), again)
    finally:
        for process in ([server] if server else []) + shards:
            process.stop()
        network.stop()


def command(options):
    """The command line without the program, and with a wrong file."""
    environment = dict(os.environ, PATH="/usr/bin:/bin")
    run = subprocess.run(
        [options.peerlit, "search", "peer", "--cluster", f"{options.folder}/partial.yaml"],
        capture_output=True, text=True, env=environment)
    check("without the program, the error says how to install it",
          run.returncode == 2 and "cluster/install" in run.stderr, run.stderr)
    run = subprocess.run(
        [options.peerlit, "search", "peer", "--index", f"{options.folder}/head.sqlite"],
        capture_output=True, text=True)
    check("the head alone is refused", run.returncode == 2 and "--cluster" in run.stderr, run.stderr)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--peerlit", default="peerlit")
    parser.add_argument("--folder", required=True)
    options = parser.parse_args()
    for test in (partial, error, replica, load, hosts, command):
        test(options)
    end()


if __name__ == "__main__":
    main()
