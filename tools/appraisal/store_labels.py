#!/usr/bin/env python3
"""Stores labels without the texts of their documents, in labels-NAME.jsonl.

    tools/appraisal/store_labels.py READ.jsonl… --texts CORPUS.jsonl --known DIR > labels-NAME.jsonl

READ.jsonl has the labels of a reader: lines {"_id","gold","uncertain","evidence"}, with verbatim
quotations as evidence. They become ranges [start, end] of UTF-8 bytes in the title, a line feed and
the text, so that no text is copied. CORPUS.jsonl may be compressed (.xz). Documents that DIR (facets-*.jsonl) labels already keep that
label and are left out; how well the readers agree with it is printed to standard error.
"""
import argparse
import glob
import json
import lzma
import os
import sys

FACETS = ["method", "setting", "condition"]
COUNTS = ["sample_size", "included_studies"]


def lines(path):
    """The objects of a file of JSON Lines, one by one."""
    with (lzma.open if path.endswith(".xz") else open)(path, "rt", encoding="utf-8") as file:
        yield from (json.loads(line) for line in file if line.strip())


def ranges(quotations, text):
    """The first place of each quotation."""
    found = []
    for quotation in quotations if isinstance(quotations, list) else [quotations]:
        wanted = quotation.encode()
        start = text.find(wanted)
        if start >= 0 and wanted:
            found.append([start, start + len(wanted)])
    return sorted(found)


def with_certain(pairs, facet):
    """All pairs of labels, and those in which both readers are certain of a facet."""
    certain = [p for p in pairs if not any(facet in d.get("uncertain", []) for d in p)]
    return [("all", pairs), ("certain for both", certain)]


def agreement(pairs):
    """Lines on how well two readers of the same documents agree: known label, new label."""
    print(f"{len(pairs)} documents have two readers", file=sys.stderr)
    for facet in FACETS:
        for name, chosen in with_certain(pairs, facet):
            right = extra = missing = 0
            for known, new in chosen:
                a, b = set(known["gold"][facet]), set(new["gold"][facet])
                right, extra, missing = right + len(a & b), extra + len(b - a), missing + len(a - b)
            f1 = 2 * right / max(1, 2 * right + extra + missing)
            print(f"  {facet}, {name} ({len(chosen)}): F1 {f1:.3f}; {right} shared, "
                  f"{extra} only new, {missing} only known", file=sys.stderr)
    for facet in COUNTS:
        for name, chosen in with_certain(pairs, facet):
            same = sum(a["gold"][facet] == b["gold"][facet] for a, b in chosen)
            print(f"  {facet}, {name}: the same in {same} of {len(chosen)}", file=sys.stderr)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("read", nargs="+")
    parser.add_argument("--texts", required=True)
    parser.add_argument("--known", required=True)
    options = parser.parse_args()
    read = [d for path in options.read for d in lines(path)]
    wanted = {d["_id"] for d in read}
    texts = {d["_id"]: d for d in lines(options.texts) if d["_id"] in wanted}
    known = {}
    for path in sorted(glob.glob(os.path.join(options.known, "facets-*.jsonl"))):
        known.update((d["_id"], d) for d in lines(path))
    stored, pairs = {}, []
    for d in read:
        name = d["_id"]
        if name in known:
            pairs.append((known[name], d))
            continue
        text = (texts[name].get("title", "") + "\n" + texts[name]["text"]).encode()
        evidence = {f: ranges(q, text) for f, q in sorted(d["evidence"].items())}
        gold = {f: sorted(d["gold"][f]) for f in FACETS}
        gold.update((f, d["gold"][f]) for f in COUNTS)
        stored[name] = {"_id": name, "gold": gold, "uncertain": sorted(d["uncertain"]),
                        "evidence": {f: e for f, e in evidence.items() if e}}
    agreement(pairs)
    for name in sorted(stored):
        print(json.dumps(stored[name], separators=(",", ":")))


if __name__ == "__main__":
    main()
