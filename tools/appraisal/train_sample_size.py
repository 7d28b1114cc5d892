#!/usr/bin/env python3
"""Trains the model that decides which number is the sample size of a study.

    tools/evaluate --facets DIR --candidates > candidates.tsv
    tools/appraisal/train_sample_size.py candidates.tsv [--write Sources/Appraisal/Resources/weights.tsv]

The model is a conditional logit (McFadden 1974). Among the candidates of a document and "none is
stated", the probability of each is proportional to the exponential of its score. The score is the
mean of two, which are trained separately: a linear one, over the features of the candidate and over
pairs of them, and that of boosted trees (``boosted_trees.py``), which also know the features of the
document and the other candidates. The likelihood is the probability of any acceptable one. The
linear score of "none" is over features of the document. --write also writes the trees, to
count-trees.tsv beside the table of weights. Probabilities are calibrated, and the threshold and the
margin over "none is stated" chosen, on held-out documents (ten folds). Prints cross-validated
results on the training part, once with the threshold and margin chosen on the other nine folds;
with --wrong also each error; with --test also results on the test part (``common.is_test``). Needs
numpy and scipy.
"""
import argparse
import collections
import itertools
import os

import numpy as np
from scipy.optimize import minimize

from boosted_trees import Trees
from common import features, fold, is_test, platt, print_reliability, replace_lines, sigmoid

# The mean of the prior for features that few documents have.
PRIOR = {
    "sumOfParts": 3, "partOfSum": -3, "afterChain": 2.5, "chained": -0.5, "interviews": 1,
    "tiny": -2, "small": -0.5, "armPair": -3, "coordinated": -1, "fraction": -2, "sibling": -1,
    "respectively": -0.7, "bracketed": -1.5, "huge": -2, "sumOfArms": -2, "percentAfter": -1.5,
    "outcome": -1, "year": -2, "each": -0.5, "screened": -0.7, "counted": 1, "interviewed": 1,
    "people": 1, "negated": -1, "prior": -0.5, "remaining": -1.5, "subsample": -1.5, "old": -1.5,
    "total": 0.7, "participants": 1.5, "review": -1,
    "notReached": -2.5, "approached": -2.5, "tookPart": 1.5, "otherOwn": -0.5, "looseSum": 1,
    "loosePart": -1, "perArm": 1, "sumOfNeighbours": 1, "enrolledNear": 0.5,
    "randomisedNear": 0.7, "citedSentence": -2, "perUnit": -1, "afterCited": -1, "groupsOf": -2,
    "interviewSentence": -0.3, "served": -1.5, "noDesign": -0.5,
}



def relabelled():
    """Labels that are changed: numbers by document."""
    path = os.path.join(os.path.dirname(os.path.abspath(__file__)), "relabelled.tsv")
    lines = [line.rstrip("\n").split("\t") for line in open(path, encoding="utf-8")]
    return {cells[0]: [cells[1]] for cells in lines if cells[0].isdigit()}


# Pairs of features that occur together in so many candidates have a weight, too.
OFTEN = 60


def add_pairs(documents, learned_from):
    """Adds the products of features that often occur together, as `FEATURE*FEATURE`."""
    counts = collections.Counter(
        pair for d in learned_from for _, row, _ in d["rows"]
        for pair in itertools.combinations(sorted(name for name in row if row[name]), 2))
    often = {pair for pair, count in counts.items() if count >= OFTEN}
    for d in documents:
        for _, row, _ in d["rows"]:
            for one, other in itertools.combinations(sorted(row), 2):
                if (one, other) in often:
                    row[f"{one}*{other}"] = row[one] * row[other]


def read(paths):
    documents, changed = [], relabelled()
    for line in (line for path in paths for line in open(path, encoding="utf-8")):
        cells = line.rstrip("\n").split("\t")
        if cells[0] == "sample":
            gold = changed.get(cells[2], cells[3].split(","))
            documents.append({
                "file": cells[1], "name": cells[2], "gold": {int(x) for x in gold if x},
                "doubt": cells[4], "document": features(cells[5]), "rows": []})
        elif cells[0] == "count":
            documents[-1]["rows"].append((int(cells[2]), features(cells[3]), cells[4]))
    return documents


def arrays(documents, names, parts):
    place = {n: i for i, n in enumerate(names)}
    for d in documents:
        x = np.zeros((len(d["rows"]) + 1, len(names) + 1 + len(parts)))
        for i, (_, row, _) in enumerate(d["rows"]):
            for k, v in row.items():
                if k in place:
                    x[i, place[k]] = v
        x[-1, len(names)] = 1  # none is stated
        for i, part in enumerate(parts):
            x[-1, len(names) + 1 + i] = d["document"].get(part, 0)
        right = np.array([v in d["gold"] for v, _, _ in d["rows"]] + [False])
        # If no candidate is right, "none" is the best possible answer.
        if not right.any():
            right[-1] = True
        d["x"], d["right"] = x, right


def train(documents, prior, l2, weight):
    x = np.concatenate([d["x"] for d in documents])
    ends = np.cumsum([len(d["x"]) for d in documents])
    starts = np.concatenate([[0], ends[:-1]])
    right = np.concatenate([d["right"] for d in documents]).astype(float)
    weights = np.array([weight(d) for d in documents])
    lengths = ends - starts

    def loss(w):
        s = x @ w
        s = s - np.repeat(np.maximum.reduceat(s, starts), lengths)
        e = np.exp(s)
        total = np.add.reduceat(e, starts)
        good = np.add.reduceat(e * right, starts) + 1e-300
        value = -(weights * np.log(good / total)).sum() + 0.5 * (l2 * (w - prior) ** 2).sum()
        p = e / np.repeat(total, lengths)
        q = e * right / np.repeat(good, lengths)
        return value, x.T @ (np.repeat(weights, lengths) * (p - q)) + l2 * (w - prior)

    return minimize(loss, prior, jac=True, method="L-BFGS-B", options={"maxiter": 500}).x


# What the trees know of a candidate besides its own features: CountTrees.swift.
EXTRA = ["none", "value", "candidates", "place", "ratio"]


def tree_rows(documents, names, parts):
    """Sets the rows of each document for the trees, and returns the names of their columns."""
    for d in documents:
        values = [value for value, _, _ in d["rows"]]
        count = len(values)
        document = [d["document"].get(part, 0) for part in parts]
        rows = [[row.get(n, 0) for n in names] + document
                + [0, value, count, place / count, max(values) / value]
                for place, (value, row, _) in enumerate(d["rows"])]
        rows.append([0] * len(names) + document + [1, 0, count, 0, 0])
        d["tree rows"] = np.array(rows, float)
    return names + [f"document.{part}" for part in parts] + [f"candidate.{n}" for n in EXTRA]


def learn(documents, prior, l2, weight):
    """The weights and the trees, learned from some documents."""
    w = train(documents, prior, l2, weight)
    x = np.concatenate([d["tree rows"] for d in documents])
    ends = np.cumsum([len(d["tree rows"]) for d in documents])
    starts = np.concatenate([[0], ends[:-1]])
    right = np.concatenate([d["right"] for d in documents]).astype(float)
    trees = Trees(x)
    trees.fit(x, starts, right, np.array([weight(d) for d in documents]))
    return w, trees


def answer(d, model):
    """The best candidate, the log-odds of its value, and the logarithm of how many times as
    probable as "none is stated" the value is; None if there is no candidate."""
    w, trees = model
    s = (d["x"] @ w + trees.scores(d["tree rows"])) / 2
    if len(s) == 1:
        return None
    best = int(np.argmax(s[:-1]))
    e = np.exp(s - s.max())
    same = [i for i, row in enumerate(d["rows"]) if row[0] == d["rows"][best][0]]
    share = min(max(e[same].sum() / e.sum(), 1e-6), 1 - 1e-6)
    return best, float(np.log(share / (1 - share))), float(np.log(share * e.sum() / e[-1]))


def correct(d, a):
    return a is not None and d["rows"][a[0]][0] in d["gold"]


def returned(a, rule):
    """The answer if it is certain enough to be given."""
    threshold, margin = rule
    return a if a is not None and a[1] > threshold and a[2] > margin else None


# A value below the least threshold is too often wrong. The margin is that over "none is stated": if
# the probability is shared by several numbers, one of them is better than none.
THRESHOLDS = [round(x, 2) for x in np.arange(0.46, 0.70, 0.02)]
MARGINS = [round(x, 1) for x in np.arange(0, 1.5, 0.1)]
# How much of the share of exact answers is given up for more certain values: a missing number does
# less harm than a wrong one.
TOLERANCE = 0.003


def choose(documents, answers):
    """The threshold and margin with the most right values of those given, among those that give
    nearly as many exact answers as the best."""
    found = [(rule, figures(documents, answers, rule))
             for rule in itertools.product(THRESHOLDS, MARGINS)]
    most = max(exact for _, (_, _, exact) in found)
    return max((right, rule) for rule, (_, right, exact) in found if exact >= most - TOLERANCE)[1]


def figures(documents, answers, rule):
    stated = right = given = exact = 0
    for d, a in zip(documents, answers):
        a = returned(a, rule)
        good = correct(d, a)
        stated += bool(d["gold"])
        right += good
        given += a is not None
        exact += good or (a is None and not d["gold"])
    return right / max(stated, 1), right / max(given, 1), exact / max(1, len(documents))


def print_error(d, best, is_given):
    """Prints the kind of an error, the label, the best value with its evidence, and the evidence of
    the right candidate."""
    right = [words for value, _, words in d["rows"] if value in d["gold"]]
    kind = ("none stated" if not d["gold"] else "no candidate" if not right
            else "wrong candidate" if is_given else "missed")
    label = ",".join(map(str, sorted(d["gold"]))) or "none"
    print(f"   {kind}: {d['file']} {d['name']} ({d['doubt']}): label {label}", end="")
    if best is not None:
        value, _, words = d["rows"][best[0]]
        print(f", {'given' if is_given else 'best'} {value} ({best[1]:.2f}) “{words}”", end="")
    print(f"; right: “{right[0]}”" if right else "")


def is_domain(document):
    """Whether a document is of the domain, not of MEDLINE, whose ids begin with "pm"."""
    return document["file"].startswith("facets") and not document["name"].startswith("pm")


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("candidates", nargs="+")
    parser.add_argument("--l2", type=float, default=2)
    parser.add_argument("--l2-pairs", type=float, default=15)
    parser.add_argument("--wrong", action="store_true")
    parser.add_argument("--curve", action="store_true", help="print learning curves")
    parser.add_argument("--test", action="store_true", help="print figures of the test part")
    parser.add_argument("--write")
    options = parser.parse_args()
    everything = read(options.candidates)
    made_up = [d for d in everything if d["file"].startswith("sentences")]
    everything = [d for d in everything if not d["file"].startswith("sentences")]
    documents = [d for d in everything if not is_test(d["name"])]
    test = [d for d in everything if is_test(d["name"])]
    add_pairs(everything + made_up, documents + made_up)
    names = sorted({k for d in documents + made_up for _, f, _ in d["rows"] for k in f})
    parts = sorted({k for d in documents for k in d["document"]})
    arrays(everything + made_up, names, parts)
    simple = [n for n in names if "*" not in n]
    columns_of_trees = tree_rows(everything + made_up, simple, parts)
    prior = np.array([PRIOR.get(n, 0.0) for n in names] + [0.0] * (1 + len(parts)))
    l2 = np.array([options.l2_pairs if "*" in n else options.l2 for n in names]
                  + [options.l2] * (1 + len(parts)))
    weight = lambda d: 0.9 if d["file"].startswith("sentences") else (1.5 if d["file"].startswith("facets") else 1) * (
        0.6 if d["doubt"] == "uncertain" else 1)
    reach = sum(any(r[:-1]) for r in (d["right"] for d in documents))
    print(f"sample size: {len(documents)} documents to learn from, {len(test)} to test on, "
          f"{len(names)} features; {sum(bool(d['gold']) for d in documents)} state a number, "
          f"{reach} have it among their candidates")

    def cross_validate(share=1.0):
        answers = [None] * len(documents)
        for part in range(10):
            rest = [d for d in documents if fold(d["name"], 10) != part]
            if share < 1:
                rest = [d for d in rest if fold(d["name"], 1000, 7) < 1000 * share]
            model = learn(rest + made_up, prior, l2, weight)
            for i, d in enumerate(documents):
                if fold(d["name"], 10) == part:
                    answers[i] = answer(d, model)
        return answers

    def calibrate(answers):
        return [None if a is None else (a[0], float(sigmoid(slope * a[1] + offset)), a[2])
                for a in answers]

    answers = cross_validate()
    given = [(d, a) for d, a in zip(documents, answers) if a is not None]
    slope, offset = platt([a[1] for _, a in given], [correct(d, a) for d, a in given])
    answers = calibrate(answers)
    rule = choose(documents, answers)
    print(f"  threshold {rule[0]:.2f}, margin {rule[1]:.1f}, calibration {slope:.3f} {offset:.3f}")

    def show(label, documents, answers, rule=rule):
        for name, only in [
                ("trial abstracts", lambda d: d["file"].startswith("sample")),
                ("domain", is_domain),
                ("domain, certain", lambda d: is_domain(d) and d["doubt"] == "certain"),
                ("facets-dev", lambda d: d["file"] == "facets-dev"),
                ("facets-train", lambda d: d["file"] == "facets-train"),
                ("facets-peer", lambda d: d["file"] == "facets-peer"),
                ("facets-peer, certain", lambda d: d["file"] == "facets-peer"
                 and d["doubt"] == "certain"),
                ("facets-registry", lambda d: d["file"] == "facets-registry"),
                ("facets-registry, certain", lambda d: d["file"] == "facets-registry"
                 and d["doubt"] == "certain")]:
            chosen = [(d, a) for d, a in zip(documents, answers) if only(d)]
            if chosen:
                s, g, e = figures(*zip(*chosen), rule)
                print(f"  {label}, {name} ({len(chosen)}): right of stated {s:.3f}, "
                      f"right of given {g:.3f}, exact {e:.3f}")

    show("cross-validated", documents, answers)
    nested = [None] * len(documents)
    for part in range(10):
        rest = [(d, a) for d, a in zip(documents, answers) if fold(d["name"], 10) != part]
        own = choose(*zip(*rest))
        for i, d in enumerate(documents):
            if fold(d["name"], 10) == part:
                nested[i] = returned(answers[i], own)
    show("threshold of the other folds", documents, nested, (0, -np.inf))
    pairs = [(a[1], correct(d, a)) for d, a in zip(documents, answers) if a is not None]
    print_reliability("cross-validated", *zip(*pairs))
    if options.wrong:
        for d, best in zip(documents, answers):
            a = returned(best, rule)
            if not correct(d, a) and (a is not None or d["gold"]):
                print_error(d, best, a is not None)
    if options.curve:
        for share in [0.25, 0.5, 0.75]:
            part = calibrate(cross_validate(share))
            print(f"  learning curve: {share:.0%} of the documents give exact "
                  f"{figures(documents, part, rule)[2]:.3f}")
    model = learn(documents + made_up, prior, l2, weight)
    if options.test:
        answers = calibrate([answer(d, model) for d in test])
        show("test part", test, answers)
        pairs = [(a[1], correct(d, a)) for d, a in zip(test, answers) if a is not None]
        print_reliability("test part", *zip(*pairs))
    columns = names + ["none"] + [f"none.{part}" for part in parts]
    lines = [f"sample\t{n}\t{x:.3f}" for n, x in zip(columns, model[0])
             if "*" not in n or abs(x) >= 0.004]
    lines += [f"sample\tcalibration.slope\t{slope:.3f}",
              f"sample\tcalibration.offset\t{offset:.3f}", f"sample\tthreshold\t{rule[0]:.2f}",
              f"sample\tmargin\t{rule[1]:.1f}"]
    if options.write:
        replace_lines(options.write, {"sample"}, lines)
        path = os.path.join(os.path.dirname(options.write), "count-trees.tsv")
        kept = [line for line in open(path, encoding="utf-8") if "|" not in line]
        with open(path, "w", encoding="utf-8") as out:
            out.writelines(kept + [f"{line}\n" for line in model[1].lines(columns_of_trees)])


if __name__ == "__main__":
    main()
