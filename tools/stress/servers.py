"""Files that are replaced, truncated and overwritten under a running server."""

import json
import os
import random
import shutil
import subprocess
import time
import urllib.error
import urllib.request

from program import Wrong, remove


class Server:
    """`peerlit serve` over an index."""

    def __init__(self, program, path):
        self.process = subprocess.Popen(
            [program, "serve", "--index", path, "--port", "0"],
            stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        line = self.process.stdout.readline()
        if not line.startswith("Listening on "):
            raise Wrong(f"the server did not start: {line}")
        self.address = line.removeprefix("Listening on ").strip()

    def ask(self, query):
        """The status and the number of documents that a search finds."""
        url = f"{self.address}/search?q={query}&unit=document&limit=1&count=true"
        try:
            with urllib.request.urlopen(url, timeout=10) as answer:
                return answer.status, json.load(answer)["total"]["documents"]
        except urllib.error.HTTPError as error:
            return error.code, 0
        except (OSError, ValueError) as error:
            if self.process.poll() is not None:
                raise Wrong(f"the server ended with {self.process.returncode}") from error
            raise Wrong(f"no answer: {error}") from error

    def stop(self):
        self.process.terminate()
        try:
            self.process.wait(60)
        except subprocess.TimeoutExpired as error:
            self.process.kill()
            self.process.wait()
            raise Wrong("the server did not stop within a minute of SIGTERM") from error


def replace(path, source):
    """Puts a copy of a file in place of another at once."""
    shutil.copy(source, path + ".new")
    os.replace(path + ".new", path)


def disturb(program, path, other, counts, seed):
    """Changes the file under a server at random; the last change puts an intact index in place.

    `counts` has the number of documents that the query finds in `path` and in `other`.
    """
    rng = random.Random(seed)
    live = path + ".live"
    shutil.copy(path, live)
    server = Server(program, live)
    try:
        for _ in range(rng.randint(1, 3)):
            kind = rng.choice(["truncate", "garbage", "zero", "copy over", "rename"])
            if kind == "truncate":
                os.truncate(live, rng.randrange(os.path.getsize(live) + 1))
            elif kind in ("garbage", "zero"):
                with open(live, "r+b") as file:
                    file.seek(rng.randrange(max(1, os.path.getsize(live))))
                    size = rng.randint(1, 100_000)
                    file.write(rng.randbytes(size) if kind == "garbage" else bytes(size))
            elif kind == "copy over":
                shutil.copyfile(other, live)
            else:
                replace(live, other)
            for _ in range(3):
                server.ask("peer")
        replace(live, path)
        for _ in range(50):
            if server.ask("peer") == (200, counts):
                return
            time.sleep(0.1)
        raise Wrong(f"after a whole index was put in place: {server.ask('peer')}")
    finally:
        server.stop()
        remove(live)
