#!/usr/bin/env python3
"""Trains the weights that decide whether a number is the number of participants.

    tools/evaluate --facets DIR --candidates > candidates.tsv
    tools/appraisal/train_sample_size.py candidates.tsv [--write Sources/Appraisal/Resources/weights.tsv]

A conditional logit (McFadden 1974): among the candidates of a document and "none is stated", the
probability of each is proportional to the exponential of its score, and the likelihood is that of
any acceptable one. Prints the results of a cross-validation over documents, then those of the
weights that are written. Needs numpy.
"""
import argparse
import random
import sys

import numpy as np

# The mean of the prior, for features that occur in few documents.
PRIOR = {
    "sumOfParts": 3, "partOfSum": -3, "afterChain": 2.5, "chained": -0.5, "interviews": 1,
    "tiny": -2, "small": -0.5, "armPair": -3, "coordinated": -1, "fraction": -2, "sibling": -1,
    "respectively": -0.7, "bracketed": -1.5, "huge": -2, "sumOfArms": -2, "percentAfter": -1.5,
    "outcome": -1, "year": -2, "each": -0.5, "screened": -0.7, "counted": 1, "interviewed": 1,
    "people": 1, "negated": -1, "prior": -0.5, "remaining": -1.5, "subsample": -1.5, "old": -1.5,
    "total": 0.7, "participants": 1.5, "review": -1,
}


def read(paths):
    documents = {}
    for path in paths:
        for line in open(path, encoding="utf-8"):
            kind, name, value, gold, features, text = line.rstrip("\n").split("\t")
            if kind != "sample":
                continue
            document = documents.setdefault(name, {"gold": set(), "rows": [], "name": name})
            document["gold"] = {int(x) for x in gold.split(",") if x}
            if value == "-":
                continue
            pairs = dict(f.split(":") for f in features.split())
            document["rows"].append((int(value), {k: float(v) for k, v in pairs.items()}, text))
    return list(documents.values())


def arrays(documents, names):
    place = {n: i for i, n in enumerate(names)}
    for d in documents:
        x = np.zeros((len(d["rows"]) + 1, len(names) + 1))
        for i, (_, features, _) in enumerate(d["rows"]):
            for k, v in features.items():
                x[i, place[k]] = v
        x[-1, -1] = 1  # none is stated
        right = np.array([v in d["gold"] for v, _, _ in d["rows"]] + [False])
        # Where no candidate is right, none is the best answer there is.
        if not right.any():
            right[-1] = True
        d["x"], d["right"] = x, right


def train(documents, prior, l2, weight):
    width = len(prior)
    w = prior.copy()
    m = np.zeros(width)
    v = np.zeros(width)
    for step in range(1, 500):
        g = -l2 * (w - prior)
        for d in documents:
            s = d["x"] @ w
            p = np.exp(s - s.max())
            p /= p.sum()
            q = p * d["right"]
            q /= q.sum()
            g += weight(d) * (d["x"].T @ (q - p))
        m = 0.9 * m + 0.1 * g
        v = 0.99 * v + 0.01 * g * g
        w += 0.05 * (m / (1 - 0.9**step)) / (np.sqrt(v / (1 - 0.99**step)) + 1e-8)
    return w


def answer(d, w, confidence):
    s = d["x"] @ w
    if len(s) == 1:
        return None
    best = int(np.argmax(s[:-1]))
    return best if s[best] > s[-1] + confidence else None


def figures(documents, answers):
    stated = right = given = exact = 0
    for d, a in zip(documents, answers):
        good = a is not None and d["rows"][a][0] in d["gold"]
        stated += bool(d["gold"])
        right += good
        given += a is not None
        exact += good or (a is None and not d["gold"])
    return (f"right {right}/{stated} = {right / max(stated, 1):.3f}, of given {right}/{given} = "
            f"{right / max(given, 1):.3f}, exact {exact}/{len(documents)} = {exact / len(documents):.3f}")


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("counts", nargs="+")
    parser.add_argument("--l2", type=float, default=2)
    parser.add_argument("--confidence", type=float, default=0.3)
    parser.add_argument("--wrong", action="store_true")
    parser.add_argument("--write")
    options = parser.parse_args()
    documents = read(options.counts)
    names = sorted({k for d in documents for _, f, _ in d["rows"] for k in f})
    arrays(documents, names)
    prior = np.array([PRIOR.get(n, 0.0) for n in names] + [0.0])
    isDomain = lambda d: d["name"].startswith("d")
    weight = lambda d: 1.5 if isDomain(d) else 1.0
    print(f"{len(documents)} documents, {len(names)} features; no right candidate in "
          f"{sum(bool(d['gold']) and not any(v in d['gold'] for v, _, _ in d['rows']) for d in documents)}")
    folds = 10
    random.seed(1)
    order = list(range(len(documents)))
    random.shuffle(order)
    answers = [None] * len(documents)
    for fold in range(folds):
        test = set(order[fold::folds])
        w = train([d for i, d in enumerate(documents) if i not in test], prior,
                  options.l2, weight)
        for i in test:
            answers[i] = answer(documents[i], w, options.confidence)
    for label, keep in [("trials", lambda d: not isDomain(d)), ("domain", isDomain)]:
        chosen = [(d, a) for d, a in zip(documents, answers) if keep(d)]
        print(f"cross-validated, {label}: {figures(*zip(*chosen))}")
    if options.wrong:
        for d, a in zip(documents, answers):
            good = a is not None and d["rows"][a][0] in d["gold"]
            if not good and (a is not None or d["gold"]):
                found = "none" if a is None else f"{d['rows'][a][0]} \"{d['rows'][a][2]}\""
                print("  ", d["name"], sorted(d["gold"]), "found", found)
    w = train(documents, prior, options.l2, weight)
    trained = [answer(d, w, options.confidence) for d in documents]
    for label, keep in [("trials", lambda d: not isDomain(d)), ("domain", isDomain)]:
        chosen = [(d, a) for d, a in zip(documents, trained) if keep(d)]
        print(f"trained, {label}: {figures(*zip(*chosen))}")
    lines = [f"sample\t{n}\t{x:.3f}" for n, x in zip(names, w)]
    lines += [f"sample\tnone\t{w[-1]:.3f}", f"sample\tconfidence\t{options.confidence}"]
    if options.write:
        kept = [l for l in open(options.write, encoding="utf-8") if not l.startswith("sample\t")]
        with open(options.write, "w", encoding="utf-8") as out:
            out.writelines(kept)
            out.write("\n".join(lines) + "\n")
    else:
        print("\n".join(lines), file=sys.stderr)


main()
