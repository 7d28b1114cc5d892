#!/usr/bin/env python3
"""Trains the weights that decide on settings and conditions.

    tools/evaluate --facets DIR --candidates > candidates.tsv
    tools/appraisal/train_codes.py candidates.tsv [--write Sources/Appraisal/Resources/weights.tsv]

Each line is a candidate code of a document: facet, document, code, the document's labels separated
by commas, and the features (name:value). The model is a logistic regression with an L2 penalty;
frequent codes get a separate offset with a stronger penalty. Prints micro-averaged results of a
repeated cross-validation over documents, and of the weights that are written. Needs numpy.
"""
import argparse
import random

import numpy as np


def read(path, facet):
    documents = {}
    for line in open(path, encoding="utf-8"):
        kind, name, code, gold, features = line.rstrip("\n").split("\t")[:5]
        if kind != facet:
            continue
        d = documents.setdefault(name, {"gold": set(filter(None, gold.split(","))), "rows": []})
        if code != "-":
            d["rows"].append((code, {k: float(v) for k, v in
                                     (f.split(":") for f in features.split())}))
    return list(documents.values())


def matrix(documents, names, codes):
    place = {n: i for i, n in enumerate(names)}
    own = {c: len(names) + i for i, c in enumerate(codes)}
    for d in documents:
        d["x"] = np.zeros((len(d["rows"]), len(names) + len(codes)))
        for i, (code, features) in enumerate(d["rows"]):
            for k, v in features.items():
                d["x"][i, place[k]] = v
            if code in own:
                d["x"][i, own[code]] = 1
        d["y"] = np.array([code in d["gold"] for code, _ in d["rows"]], float)


def train(documents, penalty):
    x = np.concatenate([d["x"] for d in documents])
    y = np.concatenate([d["y"] for d in documents])
    w = np.zeros(x.shape[1])
    for _ in range(60):  # Newton's method
        p = 1 / (1 + np.exp(-x @ w))
        h = (x * (p * (1 - p))[:, None]).T @ x + np.diag(penalty)
        step = np.linalg.solve(h, x.T @ (y - p) - penalty * w)
        w += step
        if np.abs(step).max() < 1e-6:
            break
    return w


def f1(pairs, threshold):
    right = extra = missing = 0
    for d, odds in pairs:
        found = {code for (code, _), o in zip(d["rows"], odds) if o > threshold}
        right += len(found & d["gold"])
        extra += len(found - d["gold"])
        missing += len(d["gold"] - found)
    return 2 * right / max(1, 2 * right + extra + missing), right, extra, missing


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("codes")
    parser.add_argument("--l2", type=float, default=2)
    parser.add_argument("--own", type=float, default=30, help="penalty on the offset of a code")
    parser.add_argument("--often", type=int, default=5, help="minimum frequency for an offset")
    parser.add_argument("--write")
    options = parser.parse_args()
    lines = []
    for facet in ["setting", "condition"]:
        documents = read(options.codes, facet)
        names = sorted({k for d in documents for _, f in d["rows"] for k in f})
        counts = {}
        for d in documents:
            for code, _ in d["rows"]:
                counts[code] = counts.get(code, 0) + 1
        codes = sorted(c for c, n in counts.items() if n >= options.often)
        matrix(documents, names, codes)
        penalty = np.array([options.l2] * len(names) + [options.own] * len(codes))
        penalty[names.index("bias")] = 0.01
        reach = sum(len(d["gold"]) for d in documents)
        within = sum(len(d["gold"] & {c for c, _ in d["rows"]}) for d in documents)
        grid = np.arange(-1.2, 0.81, 0.1)
        scores = []
        for seed in range(5):
            order = list(range(len(documents)))
            random.Random(seed).shuffle(order)
            pairs = []
            for fold in range(10):
                test = order[fold::10]
                held = set(test)
                kept = [d for i, d in enumerate(documents) if i not in held]
                w = train(kept, penalty)
                # The threshold is chosen on the documents trained on, never on those held out.
                best = max(grid, key=lambda t: f1([(d, d["x"] @ w) for d in kept], t)[0])
                pairs += [(documents[i], documents[i]["x"] @ w - best) for i in test]
            scores.append(f1(pairs, 0))
        w = train(documents, penalty)
        pairs = [(d, d["x"] @ w) for d in documents]
        threshold = float(max(grid, key=lambda t: f1(pairs, t)[0]))
        mean = np.mean([s[0] for s in scores])
        print(f"{facet}: {within} of {reach} labels in reach; cross-validated F1 {mean:.3f} "
              f"({min(s[0] for s in scores):.3f} to {max(s[0] for s in scores):.3f}); "
              f"trained F1 {f1(pairs, threshold)[0]:.3f} at threshold {threshold:.1f}")
        lines += [f"{facet}\tmodel.{n}\t{x:.3f}" for n, x in zip(names, w)]
        lines += [f"{facet}\tcode.{c}\t{x:.3f}" for c, x in zip(codes, w[len(names):])]
        lines.append(f"{facet}\tmodel.threshold\t{threshold:.2f}")
    if options.write:
        kept = [l for l in open(options.write, encoding="utf-8")
                if not l.startswith(("setting\tmodel.", "setting\tcode.", "condition\tmodel.",
                                     "condition\tcode."))]
        with open(options.write, "w", encoding="utf-8") as out:
            out.writelines(kept)
            out.write("\n".join(lines) + "\n")


main()
