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

import numpy as np
from scipy import sparse
from scipy.optimize import minimize

from bag import LOWEST, Bag
from bag import odds as bag_odds
from common import features, fold, is_test, platt, print_reliability, replace_lines, sigmoid

# The prior scale of the weights, by kind of mention feature; penalties are the inverse squares.
FREEDOM = {"phrase": 1.0, "code": 1.0, "plain": 1.0, "bias": 2.0, "zone": 0.7, "before1": 0.5,
           "before3": 0.5, "before7": 0.5, "before12": 0.5, "after1": 0.4, "after3": 0.4,
           "after7": 0.4, "word": 0.8, "near": 0.3}
# Facets in which features of a mention have weights by code, too: where it is, and the classes of
# the words around it. Their prior scale is that of the common weight times this number.
BY_CODE, BY_CODE_FREEDOM = {"setting"}, 0.8
# Features that have no weights by code: a phrase has a code, and single words are too rare.
COMMON = {"phrase", "code", "plain", "bias", "word", "near"}
# Minimum number of mentions for a weight by code, and the least weight that is written.
BY_CODE_LEAST, BY_CODE_WEIGHT = 5, 0.02
# The least of all other weights that is written.
LEAST_WEIGHT = 0.012
# Inverse penalty of the weights of mentions, by facet, and of those of codes.
MENTION_C = {"method": 0.3, "setting": 0.8, "condition": 0.3}
CODE_C = 1
# Inverse penalty of the weights of words, and the minimum number of labels for a code to have them.
BAG_C = 20
BAG_LEAST = 6
# Minimum number of mentions that a word is near, to have a weight, and the least weight that is
# written: smaller ones make the table large and change nothing.
NEAR_LEAST, NEAR_WEIGHT = 5, 0.05
# Minimum number of labels for a code to have weights in addition to the common ones.
OFTEN = 8
UNCERTAIN, MADE_UP = 0.6, 1.2
# Minimum number of labels for a code to have a separate threshold.
OWN_THRESHOLD = {"method": 60, "setting": 20, "condition": 60}
# Minimum precision of settings, on documents whose label is certain.
LEAST_PRECISION = {"setting": 0.6}
# Minimum precision of each code with more than five values, on the same documents. It is above the
# two thirds that are promised, because other documents will differ.
CODE_PRECISION = {"method": 0.7, "setting": 0.68, "condition": 0.7}


def mention_freedom(name):
    feature, _, code = name.partition("@")
    return FREEDOM.get(feature.split(".")[0], 0.6) * (BY_CODE_FREEDOM if code else 1)


def least_mentions(name):
    """The minimum number of mentions with a feature, for it to have a weight."""
    if name.startswith("near."):
        return NEAR_LEAST
    return BY_CODE_LEAST if "@" in name else 2


def least_weight(name):
    """The least weight of a mention that is written."""
    if name.startswith("near."):
        return NEAR_WEIGHT
    return BY_CODE_WEIGHT if "@" in name else LEAST_WEIGHT


def with_code(row, code):
    """Adds the features of a mention by its code, as `FEATURE@CODE`."""
    row.update({f"{name}@{code}": x for name, x in list(row.items())
                if name.split(".")[0] not in COMMON})
    return row


# Features of a document, whose weights by code are less restricted than other deviations.
DOCUMENT = {"hasResults", "hasMethods", "hasSummary", "hasBackground", "hasConclusion", "length",
            "future", "past", "first", "people", "animal", "randomised", "outcome", "planned",
            "study", "participation"}


def code_freedom(name):
    if name == "bias":
        return 3
    feature, _, code = name.partition("@")
    if not code:
        return 1
    return 0.35 if feature in DOCUMENT or feature.startswith("with.") or feature == "bias" else 0.25


class Columns:
    """Numbers the features, and scales them by their prior."""

    def __init__(self, rows, freedom, least):
        counts = collections.Counter(name for row in rows for name in row)
        names = sorted(name for name, count in counts.items()
                       if count >= least(name))
        self.place = {name: at for at, name in enumerate(names)}
        self.freedom = freedom

    def matrix(self, rows):
        at, place, value = [], [], []
        for number, row in enumerate(rows):
            for name, x in row.items():
                column = self.place.get(name)
                if column is not None:
                    at.append(number)
                    place.append(column)
                    value.append(x * self.freedom(name))
        return sparse.csr_matrix((value, (at, place)), shape=(len(rows), len(self.place)))

    def weights(self, model):
        return {name: float(model[at]) * self.freedom(name) for name, at in self.place.items()}


def logistic(x, right, weights, c, tolerance=1e-5):
    """The weights of a logistic regression with inverse L2 penalty ``c``.

    The problem is convex and solved closely, so that the result does not depend on the machine.
    """
    y = np.where(right, 1.0, -1.0)
    weights = c * np.asarray(weights, float)
    columns = x.T.tocsr()

    def loss(w):
        margin = y * (x @ w)
        value = (weights * np.logaddexp(0, -margin)).sum() + 0.5 * w @ w
        return value, w - columns @ (weights * y * sigmoid(-margin))

    return minimize(loss, np.zeros(x.shape[1]), jac=True, method="L-BFGS-B",
                    options={"maxiter": 5000, "maxfun": 10000, "gtol": tolerance, "ftol": 1e-8 * tolerance}).x


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


def judged(document, code):
    """Whether a document is labelled for a code."""
    doubt = document["doubt"]
    return not doubt.startswith("only:") or code in doubt[5:].split(",")


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


PARENTS = {}
# Parts of a document that describe it, and words before a mention by which it is about the document.
METHODS = {"title", "objective", "methods", "participants", "setting", "design"}
OWN = {"before12.this", "before12.first", "before12.future", "before3.article"}


def ancestors(facet, code):
    found = []
    while (facet, code) in PARENTS:
        code = PARENTS[facet, code]
        found.append(code)
    return found


def code_rows(d, odds, words, facet, often):
    """The features of each code for the second model, as in CodeFeature.swift."""
    sentences, zones = {}, {}
    named, own, in_methods = set(), set(), set()
    for (code, sentence, zone, mention), o in zip(d["mentions"], odds):
        if any(x.startswith("zone.") and x.endswith((".name", ".place")) for x in mention):
            named.add(code)
            if zone in METHODS:
                in_methods.add(code)
            if not OWN.isdisjoint(mention):
                own.add(code)
        best = sentences.setdefault(code, {})
        best[sentence] = max(best.get(sentence, -99), o)
        zones.setdefault(code, set()).add(zone)
    ranked = {c: sorted(s.values(), reverse=True)[:6] for c, s in sentences.items()}
    score = {c: 1 - np.prod([1 - 0.95 * sigmoid(x) for x in v]) for c, v in ranked.items()}
    titled = any(-1 in s for s in sentences.values())
    found = {}
    for code, v in ranked.items():
        s = score[code]
        others = {c: x for c, x in score.items() if c != code}
        second = v[1] if len(v) > 1 else min(v[0], -2) - 1
        places = sentences[code]
        z = zones[code]
        row = {
            "best1": v[0], "best2": second, "best3": v[2] if len(v) > 2 else second - 0.5,
            "score": 2 * s, "odds": np.clip(np.log((s + 0.001) / (1.001 - s)), -5, 5),
            "count": np.log1p(len(places)), "density": len(places) / d["sentences"],
            "title": float(-1 in places), "titleOfOther": float(-1 not in places and titled),
            "opening": float(0 in places or 1 in places),
            "late": float(max(places) * 4 >= d["sentences"] * 3),
            "methods": float(bool(z & {"methods", "participants", "setting", "design"})),
            "objective": float("objective" in z), "summary": float("summary" in z),
            "passing": float(not z - {"background", "results", "conclusion", "registration"}),
            "named": float(code in named), "namedOwn": float(code in own),
            "namedMethods": float(code in in_methods),
            "lead": s - max(others.values(), default=0),
            "isBest": float(all(x <= s for x in score.values())),
            "narrower": max([x for c, x in others.items() if code in ancestors(facet, c)], default=0),
            "wider": max([x for c, x in others.items() if c in ancestors(facet, code)], default=0),
            "listed": max([score[c] for c in d["lists"].get(code, []) if c in score], default=0),
            "codes": np.log1p(sum(x > 0.3 for x in score.values())), "bias": 1.0}
        if code in words:
            best = max([words[c] for c in others if c in words], default=LOWEST)
            row.update({"words": words[code], "hasWords": 1.0, "wordsLead": words[code] - best})
        if code in often:
            row.update({f"{name}@{code}": x for name, x in list(row.items())})
            for name, x in d["document"].items():
                row[f"{name}@{code}"] = x
            for other, x in others.items():
                if other in often:
                    row[f"with.{other}@{code}"] = x
        found[code] = row
    return found


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


def near_best(scores):
    """The mean of all thresholds that are nearly as good as the best, which depends less on chance
    than the best one."""
    good = [t for t, x in scores.items() if x >= max(scores.values()) - 0.004]
    return round(float(np.mean(good)), 2)


class Thresholds:
    """The thresholds of probability: a common one, and separate ones for frequent codes."""

    def __init__(self, documents, answers, least, often=60, by_code=0.7):
        grid = [round(x, 2) for x in np.arange(0.25, 0.66, 0.01)]
        certain = lambda d: d["doubt"] == "certain"
        self.own = {}

        def precision(t):
            self.common = t
            right, extra, _ = tally(documents, answers, self, certain)
            return right / max(1, right + extra)

        def score(t):
            self.common = t
            return f1(*tally(documents, answers, self))

        self.common = near_best(
            {t: score(t) for t in grid if precision(t) >= least} or {t: score(t) for t in grid})
        counts = collections.Counter(c for d in documents for c in d["gold"])
        for code, count in sorted(counts.items()):
            if count < often:
                continue

            def own(t):
                parts = [(code in d["gold"], a.get(code, 0) > t)
                         for d, a in zip(documents, answers) if judged(d, code)]
                right = sum(g and x for g, x in parts)
                return f1(right, sum(x for _, x in parts) - right, sum(g for g, _ in parts) - right)

            best = near_best({t: own(t) for t in grid})
            self.own[code] = max(best, self.common if least > 0 else 0)

        # A code that is wrong too often gets a higher threshold; its unsure values become possible.
        for code in sorted({c for a in answers for c in a}):
            while self.own.get(code, self.common) < 0.9:
                t = self.own.get(code, self.common)
                uses = [code in d["gold"] for d, a in zip(documents, answers)
                        if certain(d) and a.get(code, 0) > t]
                # Of a few values, a third may be wrong: a margin would be chance.
                least = by_code if len(uses) > 9 else 2 / 3
                if len(uses) < 6 or sum(uses) >= len(uses) * least:
                    break
                self.own[code] = round(float(t) + 0.01, 2)

    def given(self, answer):
        return {c for c, p in answer.items() if p > self.own.get(c, self.common)}


def tally(documents, answers, thresholds, only=lambda d: True):
    right = extra = missing = 0
    for d, answer in zip(documents, answers):
        if not only(d) or d["doubt"].startswith("only:"):
            continue
        found = thresholds.given(answer)
        right += len(found & d["gold"])
        extra += len(found - d["gold"])
        missing += len(d["gold"] - found)
    return right, extra, missing


def f1(right, extra, missing):
    return 2 * right / max(1, 2 * right + extra + missing)


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
