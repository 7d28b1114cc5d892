"""Judges documents by all their words: a logistic regression over a bag of words for each code."""
import collections
import math

import numpy as np
from scipy import sparse

# The minimum number of documents that have a word, and the maximum share.
LEAST, MOST = 14, 0.8
# The value of the bias in every document: it is penalised very little.
BIAS = 3.0
# A document with fewer known words is not judged by them, as in BagModel.swift.
FEWEST = 25
# The limits of the log-odds, as in BagModel.swift.
LOWEST, HIGHEST = -6, 4


class Bag:
    """Numbers the words of some documents. Weights are tf-idf with a logarithmic term frequency."""

    def __init__(self, counts):
        frequency = collections.Counter(word for row in counts for word in row)
        self.words = sorted(
            w for w, n in frequency.items()
            if LEAST <= n <= MOST * len(counts) and len(w) > 1 and w.isascii() and w.isalnum()
            and w[0].isalpha())
        self.place = {word: at for at, word in enumerate(self.words)}
        # Rounded as in the table.
        self.idf = [round(math.log((1 + len(counts)) / (1 + frequency[w])) + 1, 2)
                    for w in self.words]

    def matrix(self, counts):
        at, place, value = [], [], []
        for number, row in enumerate(counts):
            known = [(self.place[w], n) for w, n in row.items() if w in self.place]
            weights = [(1 + math.log(n)) * self.idf[p] for p, n in known]
            length = math.sqrt(sum(x * x for x in weights)) or 1
            at += [number] * (len(known) + 1)
            place += [p for p, _ in known] + [len(self.words)]
            value += [x / length for x in weights] + [BIAS]
        return sparse.csr_matrix((value, (at, place)), shape=(len(counts), len(self.words) + 1))

    def write(self, path, models):
        """Writes the table of weights; ``models`` has the weights by column."""
        comments = [line for line in open(path, encoding="utf-8") if line.startswith("#")]
        columns = list(models)
        number = lambda x: f"{x:.0f}" if f"{x:.0f}" != "-0" else "0"
        with open(path, "w", encoding="utf-8") as out:
            out.writelines(comments)
            out.write("\t".join(["word", "idf"] + columns) + "\n")
            out.write("\t".join(["-", "-"] + [number(100 * BIAS * models[c][-1]) for c in columns]))
            out.write("\n")
            for at, word in enumerate(self.words):
                row = [number(100 * models[c][at]) for c in columns]
                out.write("\t".join([word, f"{self.idf[at]:.2f}"] + row) + "\n")


def odds(models, matrix):
    """The log-odds of each code, for each document; none for documents of few words."""
    found = {code: np.clip(matrix @ model, LOWEST, HIGHEST) for code, model in models.items()}
    known = np.diff(matrix.indptr) - 1
    return [{code: float(x[at]) for code, x in found.items()} if known[at] >= FEWEST else {}
            for at in range(matrix.shape[0])]
