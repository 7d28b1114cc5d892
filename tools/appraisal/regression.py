"""Logistic regression over features that have names."""
import collections

import numpy as np
from scipy import sparse
from scipy.optimize import minimize

from common import sigmoid


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
