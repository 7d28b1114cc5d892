"""Lucene (Debian `liblucene8-java`): passes passages and queries to LucenePeer.java."""

import os
import shutil
import subprocess
import sys
import time

from peer import arguments, passages, queries, size, words, write

HERE = os.path.dirname(os.path.abspath(__file__))
JARS = ":".join(
    sorted(
        os.path.join("/usr/share/java", name)
        for name in os.listdir("/usr/share/java")
        if name.startswith(("lucene-core-8", "lucene-analyzers-common-8"))
    )
)


def java(classes, *arguments):
    """Compiles the peer beside its index and starts it."""
    if not os.path.exists(os.path.join(classes, "LucenePeer.class")):
        os.makedirs(classes, exist_ok=True)
        source = os.path.join(HERE, "LucenePeer.java")
        subprocess.run(["javac", "-cp", JARS, "-d", classes, source], check=True)
    return subprocess.Popen(
        ["java", "-Xmx2g", "-XX:+UseSerialGC", "-cp", f"{JARS}:{classes}", "LucenePeer", *arguments],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8",
    )


def line(text):
    return " ".join(text.split())


def main():
    asked = arguments("lucene")
    classes = asked.folder.rstrip("/") + ".classes"
    if asked.command == "index":
        shutil.rmtree(asked.folder, ignore_errors=True)
        os.makedirs(asked.folder)
        process = java(classes, "index", asked.folder)
        started = time.perf_counter()
        count = 0
        for p in passages(asked.passages):
            count += 1
            fields = (str(p.year), line(p.title), line(p.heading), line(p.body))
            process.stdin.write("\t".join(fields) + "\n")
        process.stdin.close()
        _, _, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - started
        write(
            engine="lucene", passages=count, seconds=round(seconds, 3), bytes=size(asked.folder),
            peak=usage.ru_maxrss * 1024,
        )
        return
    all_queries = list(queries(asked.queries))
    process = java(classes, "query", asked.folder)
    typed = "".join(
        f"{asked.repeat}\t{asked.budget}\t{asked.year or 0}\t{kind}\t{' '.join(words(text))}\n"
        for kind, text in all_queries
    )
    answers, _ = process.communicate(typed)
    if process.returncode:
        sys.exit(process.returncode)
    for (kind, text), answer in zip(all_queries, answers.splitlines()):
        best, median, *ids = answer.split("\t")
        write(
            engine="lucene", kind=kind, query=text, best_us=round(float(best), 1),
            median_us=round(float(median), 1), ids=[int(i) for i in ids[0].split()] if ids else [],
        )


if __name__ == "__main__":
    main()
