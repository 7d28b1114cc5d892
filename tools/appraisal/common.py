"""Shared by the training scripts: reading candidates, splits, calibration and metrics."""
import hashlib

import numpy as np


def is_test(name):
    """Whether a document belongs to the test part (about 15 %), on which nothing is trained.

    The ids are also listed in held-out.txt, for tools/evaluate.
    """
    return hashlib.sha256(name.encode()).digest()[0] < 38


def fold(name, folds, seed=0):
    """The fold of a document; it does not depend on its file."""
    digest = hashlib.sha256(f"{seed} {name}".encode()).digest()
    return int.from_bytes(digest[:4], "big") % folds


def features(cell):
    pairs = (pair.rsplit(":", 1) for pair in cell.split())
    return {name: float(value) for name, value in pairs}


def sigmoid(x):
    return 1 / (1 + np.exp(-np.clip(x, -30, 30)))


def platt(odds, right):
    """Slope and offset of a logistic calibration (Platt 1999), by Newton's method."""
    odds = np.asarray(odds, float)
    hits = np.asarray(right, float)
    # Platt's targets prevent probabilities of 0 or 1 on small samples.
    target = np.where(hits > 0, (hits.sum() + 1) / (hits.sum() + 2), 1 / (len(hits) - hits.sum() + 2))
    w = np.array([1.0, 0.0])
    x = np.stack([odds, np.ones_like(odds)], 1)
    for _ in range(100):
        p = sigmoid(x @ w)
        h = (x * (p * (1 - p))[:, None]).T @ x + 1e-6 * np.eye(2)
        step = np.linalg.solve(h, x.T @ (target - p))
        w += step
        if np.abs(step).max() < 1e-9:
            break
    return float(w[0]), float(w[1])


def reliability(p, right, bins=5, low=0.0):
    """Rows of a reliability table, and the expected calibration error."""
    p, right = np.asarray(p), np.asarray(right, float)
    rows, error = [], 0.0
    edges = np.linspace(low, 1, bins + 1)
    for a, b in zip(edges, edges[1:]):
        inside = (p >= a) & ((p < b) | (b == 1))
        if not inside.any():
            continue
        mean, share = p[inside].mean(), right[inside].mean()
        rows.append((a, b, int(inside.sum()), mean, share))
        error += inside.sum() / len(p) * abs(mean - share)
    return rows, error


def print_reliability(title, p, right):
    rows, error = reliability(p, right)
    print(f"  {title}: expected calibration error {error:.3f}")
    for a, b, count, mean, share in rows:
        print(f"    {a:.1f} to {b:.1f}: {count} values, mean confidence {mean:.2f}, right {share:.2f}")


def replace_lines(path, groups, lines):
    """Replaces the lines of some groups in the table of weights."""
    kept = [line for line in open(path, encoding="utf-8") if line.split("\t")[0] not in groups]
    with open(path, "w", encoding="utf-8") as out:
        out.writelines(kept)
        out.write("\n".join(lines) + "\n")
