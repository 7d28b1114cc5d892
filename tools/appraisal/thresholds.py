"""The probabilities above which codes are given, and how right the given ones are."""
import collections

import numpy as np


def judged(document, code):
    """Whether a document is labelled for a code."""
    doubt = document["doubt"]
    return not doubt.startswith("only:") or code in doubt[5:].split(",")


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
