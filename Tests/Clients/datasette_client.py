"""Serves a portable copy with Datasette, and asks it over HTTP.

    python datasette_client.py DATABASE SETTINGS PATH…

Prints a JSON array with the answer of each path.
"""

import json
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request


def free_port():
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


def answer(address):
    with urllib.request.urlopen(address, timeout=20) as response:
        return json.load(response)


def main():
    database, settings, *paths = sys.argv[1:]
    port = free_port()
    command = [sys.executable, "-m", "datasette", database, "--metadata", settings]
    server = subprocess.Popen(
        command + ["--port", str(port)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    address = f"http://127.0.0.1:{port}"
    try:
        for _ in range(200):
            try:
                answer(f"{address}/-/versions.json")
                break
            except (urllib.error.URLError, ConnectionError):
                time.sleep(0.1)
        json.dump([answer(address + path) for path in paths], sys.stdout)
    finally:
        # A signal that the parent process blocks would be blocked in the server as well.
        server.kill()
        server.wait()


if __name__ == "__main__":
    main()
