"""Starts the servers of a cluster on this machine, and peerlit on them, for tests."""

import json
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.parse
import urllib.request

problems = []


def check(name, condition, detail=""):
    """Prints whether a condition holds, and remembers it if it does not."""
    print(f"{'ok' if condition else 'FAILED'}: {name}" + ("" if condition else f" ({detail})"))
    if not condition:
        problems.append(name)


def end():
    """Ends the program: with 1 if a check failed."""
    sys.exit(1 if problems else 0)


def copy_records(source, path, count):
    """Copies the first records of a file."""
    with open(source) as records, open(path, "w") as file:
        file.writelines(line for line, _ in zip(records, range(count)))


def free_ports(count):
    """Ports of this machine that no program uses."""
    sockets = [socket.socket() for _ in range(count)]
    for one in sockets:
        one.bind(("127.0.0.1", 0))
    ports = [one.getsockname()[1] for one in sockets]
    for one in sockets:
        one.close()
    return ports


def wait_for(host, port):
    """Waits until a server accepts connections."""
    for _ in range(200):
        try:
            socket.create_connection((host, port), 1).close()
            return
        except OSError:
            time.sleep(0.02)
    raise RuntimeError(f"No server at port {port}.")


def make_shards(peerlit, index, folder, count):
    """Makes the head and the shards of a cluster from an index."""
    subprocess.run(
        [peerlit, "shard", "--index", index, "--into", folder, "--shards", str(count)],
        check=True, stdout=subprocess.DEVNULL)


def local_shards(folder, ports):
    """The servers of the shards in a folder, not started yet."""
    return [Shard(f"{folder}/shard-{n + 1}", port) for n, port in enumerate(ports)]


def ids(answer):
    """The ids of the documents in the answer to a search."""
    return [hit["document"]["id"] for hit in answer[1].get("hits", [])]


class Shard:
    """A server of a shard, on this machine or in a network namespace of it."""

    def __init__(self, folder, port, host="127.0.0.1", namespace=None):
        self.folder, self.port, self.process = folder, port, None
        self.host, self.namespace = host, namespace

    def start(self):
        # The server signals its process group when it ends, so it needs one of its own.
        self.process = subprocess.Popen(
            (["ip", "netns", "exec", self.namespace] if self.namespace else [])
            + ["xapian-tcpsrv", "--interface", self.host, "--port", str(self.port), "--quiet",
             "--idle-timeout", "3600000", self.folder],
            start_new_session=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        wait_for(self.host, self.port)

    def signal(self, number):
        """Sends a signal to the server and to those that it started for each connection."""
        os.killpg(self.process.pid, number)

    def stop(self):
        if self.process:
            try:
                os.killpg(self.process.pid, signal.SIGKILL)
            except ProcessLookupError:
                pass
            self.process.wait()
            self.process = None


class Server:
    """`peerlit serve`, and requests to it."""

    def __init__(self, peerlit, environment, *arguments):
        self.process = subprocess.Popen(
            [peerlit, "serve", "--quiet", "--port", "0", "--time-limit", "60", *arguments],
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment, text=True)
        line = self.process.stdout.readline()
        if not line.startswith("Listening on "):
            raise RuntimeError(line + self.process.stderr.read())
        self.address = line.removeprefix("Listening on ").strip()

    def get(self, path, **parameters):
        """The status and the body, decoded if it is JSON."""
        query = urllib.parse.urlencode(parameters, doseq=True)
        try:
            with urllib.request.urlopen(f"{self.address}{path}?{query}", timeout=120) as reply:
                status, body = reply.status, reply.read()
        except urllib.error.HTTPError as error:
            status, body = error.code, error.read()
        try:
            return status, json.loads(body)
        except ValueError:
            return status, body.decode()

    def stop(self):
        self.process.terminate()
        self.process.wait()


def write_configuration(path, shards, on_missing="error", timeout=2000, library=None):
    """Writes a cluster file; a shard is a list of ports, or of servers as HOST:PORT."""
    lines = ["head: head.sqlite"] + ([f"library: {library}"] if library else [])
    lines += [f"timeout: {timeout}", f"on_missing: {on_missing}", "shards:"]
    for ports in shards:
        servers = [port if isinstance(port, str) else f"127.0.0.1:{port}" for port in ports]
        lines.append("  - [" + ", ".join(f"'{server}'" for server in servers) + "]")
    with open(path, "w") as file:
        file.write("\n".join(lines) + "\n")
