"""The features of mentions and of codes, by which ``train_codes.py`` assigns codes to documents, and
how freely their weights may differ from 0."""
import numpy as np

from bag import LOWEST
from common import sigmoid

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
# Minimum number of mentions that a word is near, to have a weight, and the least weight that is
# written: smaller ones make the table large and change nothing.
NEAR_LEAST, NEAR_WEIGHT = 5, 0.05


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
