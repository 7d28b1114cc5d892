#!/usr/bin/env python3
"""Trains the models that assign study designs, settings and conditions to documents.

    tools/evaluate --facets DIR --candidates > candidates.tsv
    tools/appraisal/train_codes.py candidates.tsv [--write Sources/Appraisal/Resources/weights.tsv]

Each facet has logistic regressions with L2 regularisation. The first judges whether a mention of
a code means that the document has the code; for settings, what is around the mention has weights
by code, which are added to common ones. If the annotator quoted the evidence of a code, its
other mentions in the document are not learned from: they may be incidental. Another judges each
code by all words of the document (``bag.py``). A last one judges the code by its mentions, by the
words, by the document and by the other codes. All codes share common weights; codes with many
labels also have weights that are added to these, with a heavier penalty. It is trained on outputs
of the others for documents that these were not trained on (five folds). Probabilities are
calibrated, and thresholds chosen, on documents held out from all (ten folds).

Prints cross-validated results on the training part; with --test also results on the test part
(``common.is_test``), on which nothing is trained and which should be looked at seldom. Needs numpy
and scipy.
"""
import argparse
import collections
import os

from bag import Bag
from bag import odds as bag_odds
from code_features import (
    BY_CODE, LEAST_WEIGHT, PARENTS, code_freedom, code_rows, least_mentions, least_weight,
    mention_freedom, with_code)
from common import features, fold, is_test, platt, print_reliability, replace_lines, sigmoid
from regression import Columns, logistic
from thresholds import Thresholds, f1, judged, tally

# Inverse penalty of the weights of mentions, by facet, and of those of codes.
MENTION_C = {"method": 0.3, "setting": 0.8, "condition": 0.3}
CODE_C = 1
# Inverse penalty of the weights of words, and the minimum number of labels for a code to have them.
BAG_C = 20
BAG_LEAST = 6
# Minimum number of labels for a code to have weights in addition to the common ones.
OFTEN = 8
# The weights of documents whose labels are uncertain, and of made-up sentences.
UNCERTAIN, MADE_UP = 0.6, 1.2
# Minimum number of labels for a code to have a separate threshold.
OWN_THRESHOLD = {"method": 60, "setting": 20, "condition": 60}
# Minimum precision of settings, on documents whose label is certain.
LEAST_PRECISION = {"setting": 0.6}
# Minimum precision of each code with more than five values, on the same documents. It is above the
# two thirds that are promised, because other documents will differ.
CODE_PRECISION = {"method": 0.7, "setting": 0.68, "condition": 0.7}


def read(paths, facet):
    documents, words = {}, {}
    for line in (line for path in paths for line in open(path, encoding="utf-8")):
        cells = line.rstrip("\n").split("\t")
        if cells[0] == "words":
            words[cells[1], cells[2]] = features(cells[3])
        elif cells[0] == "codes" and cells[1] == facet:
            key = (cells[2], cells[3])
            current = documents[key] = {
                "file": cells[2], "name": cells[3], "gold": set(filter(None, cells[4].split(","))),
                "doubt": cells[5], "sentences": max(1, int(cells[6])),
                "document": features(cells[7]), "mentions": [], "quoted": [], "words": words[key],
                "lists": dict((pair.split(":")[0], pair.split(":")[1].split(","))
                              for pair in cells[9].split()),
                "now": features(cells[8]) if len(cells) > 8 else {}}
        elif cells[0] == "mention" and cells[1] == facet:
            row = features(cells[6])
            if facet in BY_CODE:
                row = with_code(row, cells[3])
            current["mentions"].append((cells[3], int(cells[4]), cells[5], row))
            current["quoted"].append(cells[8] == "quoted")
    return list(documents.values())


def keep_known(documents, bag):
    """Drops the words near mentions that the table of words does not have."""
    for _, _, _, row in (m for d in documents for m in d["mentions"]):
        for name in [n for n in row if n.startswith("near.") and n[5:] not in bag.place]:
            del row[name]


def weight(document):
    if is_made_up(document):
        return MADE_UP
    return UNCERTAIN if document["doubt"] == "uncertain" else 1


def is_made_up(document):
    """Whether a document is a sentence from the tests; these are never part of a result."""
    return document["file"].startswith("sentences")


def train_mentions(documents, facet):
    rows, right, weights = [], [], []
    for d in documents:
        quoted = {m[0] for m, is_quoted in zip(d["mentions"], d["quoted"]) if is_quoted}
        kept = [m for m, is_quoted in zip(d["mentions"], d["quoted"])
                if is_quoted or m[0] not in d["gold"] or m[0] not in quoted]
        counts = collections.Counter(m[0] for m in kept)
        for code, _, _, row in kept:
            if judged(d, code):
                rows.append(row)
                right.append(code in d["gold"])
                weights.append(weight(d) * counts[code] ** -0.5)
    columns = Columns(rows, mention_freedom, least_mentions)
    return columns, logistic(columns.matrix(rows), right, weights, MENTION_C[facet])


def mention_odds(trained, documents):
    columns, model = trained
    rows = [m[3] for d in documents for m in d["mentions"]]
    odds = columns.matrix(rows) @ model if rows else []
    found, at = [], 0
    for d in documents:
        found.append(list(odds[at:at + len(d["mentions"])]))
        at += len(d["mentions"])
    return found


def train_words(matrix, documents, often):
    """The weights of the words for each code that is labelled often."""
    models = {}
    for code in sorted(often):
        kept = [at for at, d in enumerate(documents) if judged(d, code) and not is_made_up(d)]
        models[code] = logistic(
            matrix[kept], [code in documents[at]["gold"] for at in kept],
            [weight(documents[at]) for at in kept], BAG_C, tolerance=1e-3)
    return models


def train(documents, facet, bag):
    counts = collections.Counter(
        c for d in documents
        if not d["doubt"].startswith("only:") and not is_made_up(d) for c in d["gold"])
    often = {c for c, n in counts.items() if n >= OFTEN}
    matrix = bag.matrix([d["words"] for d in documents])
    in_bag = {c for c, n in counts.items() if n >= BAG_LEAST}
    held = [None] * len(documents)
    words = [None] * len(documents)
    for part in range(5):
        chosen = [i for i, d in enumerate(documents) if fold(d["name"], 5, 1) == part]
        model = train_mentions([d for d in documents if fold(d["name"], 5, 1) != part], facet)
        for i, odds in zip(chosen, mention_odds(model, [documents[i] for i in chosen])):
            held[i] = odds
        rest = [i for i, d in enumerate(documents) if fold(d["name"], 5, 1) != part]
        by_words = train_words(matrix[rest], [documents[i] for i in rest], in_bag)
        for i, odds in zip(chosen, bag_odds(by_words, matrix[chosen])):
            words[i] = odds
    rows, right, weights = [], [], []
    for d, odds, of_words in zip(documents, held, words):
        for code, row in code_rows(d, odds, of_words, facet, often).items():
            if judged(d, code):
                rows.append(row)
                right.append(code in d["gold"])
                weights.append(weight(d))
    columns = Columns(rows, code_freedom, lambda name: 3)
    model = logistic(columns.matrix(rows), right, weights, CODE_C)
    return (train_mentions(documents, facet), (columns, model, often),
            (bag, train_words(matrix, documents, in_bag)))


def judge(trained, documents, facet):
    """The log-odds of every code of each document."""
    mentions, (columns, model, often), (bag, by_words) = trained
    answers = []
    words = bag_odds(by_words, bag.matrix([d["words"] for d in documents]))
    for d, odds, of_words in zip(documents, mention_odds(mentions, documents), words):
        rows = code_rows(d, odds, of_words, facet, often)
        codes = list(rows)
        found = columns.matrix([rows[c] for c in codes]) @ model if codes else []
        answers.append(dict(zip(codes, found)))
    return answers


def cross_validate(documents, facet, bag, made_up, folds=10, seed=0, share=1.0):
    answers = [None] * len(documents)
    for part in range(folds):
        chosen = [i for i, d in enumerate(documents) if fold(d["name"], folds, seed) == part]
        rest = [d for d in documents if fold(d["name"], folds, seed) != part]
        if share < 1:
            rest = [d for d in rest if fold(d["name"], 1000, 7) < 1000 * share]
        trained = train(rest + made_up, facet, bag)
        for i, answer in zip(chosen, judge(trained, [documents[i] for i in chosen], facet)):
            answers[i] = answer
    return answers


def show(label, documents, answers, thresholds):
    for name, only in [("all", lambda d: True), ("certain", lambda d: d["doubt"] == "certain"),
                       ("facets-train", lambda d: d["file"] == "facets-train"),
                       ("facets-train, certain",
                        lambda d: d["file"] == "facets-train" and d["doubt"] == "certain"),
                       ("facets-dev", lambda d: d["file"] == "facets-dev"),
                       ("facets-peer", lambda d: d["file"] == "facets-peer"),
                       ("facets-peer, certain",
                        lambda d: d["file"] == "facets-peer" and d["doubt"] == "certain"),
                       ("facets-registry", lambda d: d["file"] == "facets-registry"),
                       ("facets-registry, certain",
                        lambda d: d["file"] == "facets-registry" and d["doubt"] == "certain")]:
        r, e, m = tally(documents, answers, thresholds, only)
        print(f"  {label}, {name}: F1 {f1(r, e, m):.3f} "
              f"(precision {r / max(1, r + e):.3f}, recall {r / max(1, r + m):.3f})")
    partial = [(d, a) for d, a in zip(documents, answers) if d["doubt"].startswith("only:")]
    if partial:
        r = e = m = 0
        for d, a in partial:
            code = d["doubt"][5:]
            given, gold = code in thresholds.given(a), code in d["gold"]
            r += given and gold
            e += given and not gold
            m += gold and not given
        print(f"  {label}, randomised or not: F1 {f1(r, e, m):.3f} ({e} too many, {m} missing)")


def values(documents, answers, low=0.0):
    """Every code with its probability and whether it is right."""
    p, right = [], []
    for d, answer in zip(documents, answers):
        for code, x in answer.items():
            if judged(d, code):
                p.append(x)
                right.append(code in d["gold"])
    return p, right


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("candidates", nargs="+")
    parser.add_argument("--facets", default="method,setting,condition")
    parser.add_argument("--codes", default="Sources/Literature/Resources/facets.tsv")
    parser.add_argument("--curve", action="store_true", help="print learning curves")
    parser.add_argument("--precision", action="store_true", help="print precision by code")
    parser.add_argument("--test", action="store_true", help="print figures of the test part")
    parser.add_argument("--write")
    options = parser.parse_args()
    header = None
    for line in open(options.codes, encoding="utf-8"):
        cells = line.rstrip("\n").split("\t")
        if line.startswith("#"):
            continue
        if header is None:
            header = cells
            continue
        row = dict(zip(header, cells))
        if row.get("parent", "-") not in ("", "-"):
            PARENTS[row["facet"], row["code"]] = row["parent"]
    lines, groups, bag, by_words = [], set(), None, {}
    for facet in options.facets.split(","):
        everything = read(options.candidates, facet)
        made_up = [d for d in everything if is_made_up(d)]
        everything = [d for d in everything if not is_made_up(d)]
        documents = [d for d in everything if not is_test(d["name"])]
        test = [d for d in everything if is_test(d["name"])]
        whole = [d for d in documents if not d["doubt"].startswith("only:")]
        reach = sum(len(d["gold"] & {m[0] for m in d["mentions"]}) for d in whole)
        print(f"{facet}: {len(documents)} documents to learn from, {len(test)} to test on; "
              f"{reach} of {sum(len(d['gold']) for d in whole)} labels have a mention; {len(made_up)} made-up sentences")
        # One table has the words of all facets.
        bag = bag or Bag([d["words"] for d in whole])
        keep_known(everything + made_up, bag)
        odds = cross_validate(documents, facet, bag, made_up)
        slope, offset = platt(*values(documents, odds))
        calibrated = [{c: sigmoid(slope * x + offset) for c, x in a.items()} for a in odds]
        thresholds = Thresholds(
            documents, calibrated, LEAST_PRECISION.get(facet, 0), OWN_THRESHOLD[facet],
            CODE_PRECISION[facet])
        print(f"  threshold {thresholds.common:.2f}, own {thresholds.own}, "
              f"calibration {slope:.3f} {offset:.3f}")
        show("cross-validated", documents, calibrated, thresholds)
        print_reliability("cross-validated", *values(documents, calibrated))
        if options.precision:
            given, wrong = collections.Counter(), collections.Counter()
            for d, a in zip(documents, calibrated):
                if d["doubt"] == "certain":
                    for c in thresholds.given(a):
                        given[c] += 1
                        wrong[c] += c not in d["gold"]
            print("  wrong of given, certain: " + ", ".join(
                f"{c} {wrong[c]}/{n}" for c, n in given.most_common() if wrong[c] * 3 > n))
        if options.curve:
            for share in [0.25, 0.5, 0.75]:
                part = cross_validate(documents, facet, bag, made_up, share=share)
                part = [{c: sigmoid(slope * x + offset) for c, x in a.items()} for a in part]
                print(f"  learning curve: {share:.0%} of the documents give F1 "
                      f"{f1(*tally(documents, part, thresholds)):.3f}")
        trained = train(documents + made_up, facet, bag)
        if options.test:
            answers = [{c: sigmoid(slope * x + offset) for c, x in a.items()}
                       for a in judge(trained, test, facet)]
            show("test part", test, answers, thresholds)
            print_reliability("test part", *values(test, answers))
        mentions, (columns, model, _), (_, words) = trained
        by_words.update({f"{facet}.{code}": words[code] for code in words})
        groups |= {facet, f"{facet}.mention"}
        for group, found, least in [
                (f"{facet}.mention", mentions[0].weights(mentions[1]), least_weight),
                (facet, columns.weights(model), lambda name: LEAST_WEIGHT)]:
            lines += [f"{group}\t{n}\t{w:.3f}" for n, w in sorted(found.items())
                      if abs(round(w, 3)) >= least(n)]
        lines += [f"{facet}\tcalibration.slope\t{slope:.3f}",
                  f"{facet}\tcalibration.offset\t{offset:.3f}",
                  f"{facet}\tthreshold\t{thresholds.common:.2f}"]
        lines += [f"{facet}\tthreshold@{c}\t{t:.2f}" for c, t in thresholds.own.items()]
    if options.write:
        replace_lines(options.write, groups, lines)
        bag.write(os.path.join(os.path.dirname(options.write), "bag-of-words.tsv"), by_words)


if __name__ == "__main__":
    main()
