"""The cases of the torture test: each changes a library, causes a fault and reports the result."""

import os
import random
import signal
import subprocess
import time

from library import WORDS, Library
from program import Wrong, check, compare, ids, index, run

KILLED = -signal.SIGKILL


class Rig:
    """A library and its index, used by several cases in sequence."""

    def __init__(self, program, shim, folder, seed):
        self.program = program
        self.shim = shim
        self.path = os.path.join(folder, "index.sqlite")
        self.queries = os.path.join(folder, "queries.jsonl")
        self.random = random.Random(seed)
        self.library = Library(os.path.join(folder, "library"), seed)
        self.calls = 100  # approximate number of writes and syncs of a run
        with open(self.queries, "w", encoding="utf-8") as file:
            for number in range(20):
                words = " ".join(self.random.sample(WORDS, self.random.randint(1, 4)))
                file.write(f'{{"_id": "q{number}", "text": "{words}"}}\n')

    def options(self):
        return ["--prune"] + (["--optimize"] if self.random.random() < 0.2 else [])

    def faults(self, kind, sticky=False):
        """The environment that makes a random call fail, early or late."""
        return {
            "LD_PRELOAD": self.shim,
            "STRESS_FILES": self.path,
            "STRESS_KIND": kind,
            "STRESS_STICKY": str(int(sticky)),
            "STRESS_AT": str(self.random.randint(1, max(2, self.calls))),
            "STRESS_COUNT": self.path + ".count",
        }

    def note_calls(self):
        count = self.path + ".count"
        if os.path.exists(count):
            with open(count, encoding="utf-8") as file:
                # A run that fails early has few calls, but later calls should also be tested.
                self.calls = max(int(file.read() or 0), int(self.calls * 0.97))
            os.remove(count)

    def recover(self, before, unchanged, thorough):
        """Checks that nothing was lost after a fault, and that a run without faults succeeds."""
        now = ids(self.path)
        lost = (before & unchanged) - now
        if lost:
            raise Wrong(f"lost: {sorted(lost)[:10]}")
        alien = now - before - self.library.ids
        if alien:
            raise Wrong(f"documents that no source has: {sorted(alien)[:10]}")
        if now:
            check(self.program, self.path)
        index(self.program, self.path, self.library.folder, "--prune")
        check(self.program, self.path)
        if thorough:
            compare(
                self.program, self.path, self.library, self.queries, self.random.random() < 0.5)
        elif ids(self.path) != self.library.ids:
            raise Wrong(f"ids differ: {sorted(ids(self.path) ^ self.library.ids)[:10]}")


def kill_at_random(rig):
    """SIGKILL at a random moment of a run."""
    process = subprocess.Popen(
        [rig.program, "index", rig.library.folder, "--index", rig.path, *rig.options()],
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )
    time.sleep(rig.random.uniform(0, 0.15))
    process.kill()
    return process.wait() == KILLED


def kill_at_write(rig):
    """SIGKILL before or in the middle of the n-th write or sync."""
    kind = rig.random.choice(["kill-before", "kill-half"])
    status, _, _ = run(
        rig.program, "index", rig.library.folder, "--index", rig.path, *rig.options(),
        faults=rig.faults(kind))
    rig.note_calls()
    return status == KILLED


def fault_at_write(rig):
    """The n-th write or sync fails with EIO or ENOSPC, once or permanently, or writes only half."""
    kind = rig.random.choice(["eio", "enospc", "short"])
    faults = rig.faults(kind, sticky=rig.random.random() < 0.5)
    at = int(faults["STRESS_AT"])
    status, output, errors = run(
        rig.program, "index", rig.library.folder, "--index", rig.path, *rig.options(),
        faults=faults)
    rig.note_calls()
    if status < 0:
        raise Wrong(f"{kind} at {at} ended peerlit by signal {-status}: {errors}")
    if status != 0 and not errors.strip():
        raise Wrong(f"{kind} at {at} ended with {status} and no message")
    if status == 0 and kind == "enospc" and faults["STRESS_STICKY"] == "1" and at < rig.calls // 4:
        if ids(rig.path) != rig.library.ids:
            raise Wrong("a full disk was not reported")
    return bool(status) or rig.calls >= at


def two_writers(rig):
    """Two runs and readers at once; each run succeeds or reports that the index is busy."""
    reader = subprocess.Popen(
        [rig.program, "search", "--queries", rig.queries, "--index", rig.path],
        stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    writers = [
        subprocess.Popen(
            [rig.program, "index", rig.library.folder, "--index", rig.path, "--prune"],
            stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
        for _ in range(2)
    ]
    for writer in writers:
        _, errors = writer.communicate(timeout=60)
        if writer.returncode != 0 and "writing" not in errors:
            raise Wrong(f"a writer ended with {writer.returncode}: {errors}")
    _, errors = reader.communicate(timeout=60)
    if reader.returncode not in (0, 1) and "No index at" not in errors:
        raise Wrong(f"a reader ended with {reader.returncode}: {errors}")
    return True


CASES = {
    "kill -9 at a random moment": (kill_at_random, 3),
    "kill -9 at a write or sync": (kill_at_write, 3),
    "failing write or sync": (fault_at_write, 6),
    "two writers and a reader": (two_writers, 1),
}
