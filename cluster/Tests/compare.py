"""Compares the answers of an index and of a cluster made from it."""

CLOSE = 1e-5


def difference(left, right, path=""):
    """Where two JSON values differ; empty if they agree. Numbers agree to 1e-5."""
    if path.endswith(".took_us"):
        return ""
    if path.endswith(".total") and isinstance(left, dict) and not left["exact"]:
        # Both are lower bounds.
        return ""
    if isinstance(left, float) or isinstance(right, float):
        close = abs(left - right) <= CLOSE * max(1, abs(left))
        return "" if close else f"{path}: {left} and {right}"
    if type(left) is not type(right):
        return f"{path}: {left!r:.80} and {right!r:.80}"
    if isinstance(left, dict):
        for key in sorted(set(left) | set(right)):
            if key not in left or key not in right:
                return f"{path}.{key}: only in one"
            found = difference(left[key], right[key], f"{path}.{key}")
            if found:
                return found
        return ""
    if isinstance(left, list):
        if len(left) != len(right):
            return f"{path}: {len(left)} and {len(right)} items"
        for place, (one, other) in enumerate(zip(left, right)):
            found = difference(one, other, f"{path}[{place}]")
            if found:
                return found
        return ""
    return "" if left == right else f"{path}: {left!r:.80} and {right!r:.80}"
