"""Boosted regression trees of a fixed depth for a conditional logit (Friedman 2001).

The rows of a group (the candidates of a document) compete: the likelihood is the probability of any
right row. Each tree is fitted to its gradient and curvature, on a share of the groups and of the
features. The result depends only on the input and the seed.
"""
import numpy as np

DEPTH = 3
BINS = 16


class Trees:
    """Trees over rows of features; the questions of a tree are numbered as in a heap."""

    def __init__(self, x, count=150, rate=0.2, ridge=5.0, least=1.0, groups=0.6, features=0.3,
                 seed=1):
        """Finds the thresholds of each feature in all rows."""
        self.count, self.rate, self.ridge, self.least = count, rate, ridge, least
        self.groups, self.features, self.seed = groups, features, seed
        self.edges = [self._edges(x[:, j]) for j in range(x.shape[1])]
        self.trees = []

    @staticmethod
    def _edges(column):
        values = np.unique(column)
        if len(values) > BINS:
            values = np.unique(np.quantile(column, np.linspace(0, 1, BINS + 1)))
        return (values[1:] + values[:-1]) / 2

    def _bins(self, x):
        return np.stack([np.searchsorted(e, x[:, j]) for j, e in enumerate(self.edges)], 1)

    def fit(self, x, starts, right, weights):
        """Learns from groups of rows that begin at `starts`, with a weight for each group."""
        random = np.random.RandomState(self.seed)
        bins = self._bins(x)
        lengths = np.diff(np.append(starts, len(x)))
        group = np.repeat(np.arange(len(starts)), lengths)
        weights = np.repeat(weights, lengths)
        scores = np.zeros(len(x))
        self.trees = []
        for _ in range(self.count):
            e = np.exp(scores - np.repeat(np.maximum.reduceat(scores, starts), lengths))
            p = e / np.repeat(np.add.reduceat(e, starts), lengths)
            q = e * right / np.repeat(np.add.reduceat(e * right, starts) + 1e-300, lengths)
            gradient = weights * (q - p)
            curvature = weights * np.maximum(p * (1 - p), 1e-6)
            rows = np.where((random.rand(len(starts)) < self.groups)[group])[0]
            columns = random.permutation(bins.shape[1])
            columns = columns[:max(1, int(len(columns) * self.features))]
            tree = ([None] * (2 ** DEPTH), [0.0] * (2 ** DEPTH))
            self._grow(tree, 1, rows, columns, bins, gradient, curvature)
            self.trees.append(tree)
            scores += self._scores(tree, bins)
        return self

    def _grow(self, tree, node, rows, columns, bins, gradient, curvature):
        questions, leaves = tree
        if node >= 2 ** DEPTH:
            total = gradient[rows].sum() / (curvature[rows].sum() + self.ridge)
            leaves[node - 2 ** DEPTH] = round(self.rate * total, 4)
            return
        question = self._question(rows, columns, bins, gradient, curvature)
        if question is None:
            # The answer is always no: all rows go to the first leaf below.
            self._grow(tree, 2 * node, rows, columns, bins, gradient, curvature)
            return
        questions[node] = question
        no = bins[rows, question[0]] <= question[1]
        self._grow(tree, 2 * node, rows[no], columns, bins, gradient, curvature)
        self._grow(tree, 2 * node + 1, rows[~no], columns, bins, gradient, curvature)

    def _question(self, rows, columns, bins, gradient, curvature):
        """The feature and bin that divide some rows best; None if no division helps."""
        if len(rows) == 0:
            return None
        width = BINS + 1
        places = bins[np.ix_(rows, columns)] + np.arange(len(columns)) * width
        shape = (len(columns), width)

        def sums(values):
            found = np.bincount(places.ravel(), np.repeat(values[rows], len(columns)),
                                minlength=shape[0] * shape[1])
            return found.reshape(shape).cumsum(1)

        g, h = sums(gradient), sums(curvature)
        g_all, h_all = g[0, -1], h[0, -1]
        g, h = g[:, :-1], h[:, :-1]
        gain = (g ** 2 / (h + self.ridge) + (g_all - g) ** 2 / (h_all - h + self.ridge)
                - g_all ** 2 / (h_all + self.ridge))
        gain[(h < self.least) | (h_all - h < self.least)] = -1
        best = int(np.argmax(gain))
        if gain.flat[best] <= 1e-9:
            return None
        return int(columns[best // (width - 1)]), best % (width - 1)

    @staticmethod
    def _scores(tree, bins):
        questions, leaves = tree
        node = np.ones(len(bins), int)
        for _ in range(DEPTH):
            yes = np.zeros(len(bins), bool)
            for at in np.unique(node):
                if questions[at] is not None:
                    inside = node == at
                    feature, most = questions[at]
                    yes[inside] = bins[inside, feature] > most
            node = 2 * node + yes
        return np.array(leaves)[node - 2 ** DEPTH]

    def scores(self, x):
        """The score of each row."""
        bins = self._bins(x)
        return sum((self._scores(tree, bins) for tree in self.trees), np.zeros(len(x)))

    def lines(self, names):
        """A line for each tree: its questions and its leaves, each separated by `|`."""
        for questions, leaves in self.trees:
            cells = ["-" if q is None else f"{names[q[0]]}>{self.edges[q[0]][q[1]]:.6g}"
                     for q in questions[1:]]
            yield "|".join(cells) + "\t" + "|".join(f"{x:.4f}" for x in leaves)
