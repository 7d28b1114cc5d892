"""Trains the embeddings of words so that the weighted sum of a text's words comes close to the
vector that MiniLM has for the text, and writes them as a table.

The words are those of MiniLM's own vocabulary and of the texts. Ridge regression from words
(tf / (tf + 1) · idf, rows of length 1) to centred vectors, projected to 256 dimensions. Embeddings
that explain nothing are pulled towards a prior: MiniLM's vector of the word, times a matrix fitted
to the same texts.

The same texts give the same table, byte for byte, on processors of the same kind: sums of floating
point numbers depend on the vector instructions that onnxruntime and OpenBLAS choose. The vectors of
texts are kept in a folder, so that an interrupted run continues where it was.
"""

import argparse
from collections import Counter

import numpy as np
import scipy.sparse as sparse

from table import DIMENSIONS, write_table
from texts import chosen, encoded, read, terms, vocabulary

MOST_WORDS = 36_000  # at most 4.8 MB
LEAST_OCCURRENCES = 4  # of a word that is not in MiniLM's vocabulary
RECORDS = 24_000  # of the registry, encoded
COUNTED_RECORDS = 50_000  # of the registry, only for the vocabulary
LEAST_TEXTS = 3  # with a rarer word, or one with digits
RIDGE = 1.0
STEPS = 12  # of conjugate gradients


def total(counts):
    """How often each term occurs in titles and texts."""
    occurrences = Counter()
    for title, text in counts:
        occurrences.update(title)
        occurrences.update(text)
    return occurrences


def has_no_digit(term):
    """Whether a term is a word and not a number, a code or a quantity."""
    return not any(character.isdigit() for character in term)


def matrix(texts, rows, idf):
    """A row of length 1 for each text."""
    starts, columns, values = [0], [], []
    for text in texts:
        for term, count in text.items():
            if term in rows:
                columns.append(rows[term])
                values.append(count / (count + 1) * idf[rows[term]])
        starts.append(len(columns))
    x = sparse.csr_matrix(
        (np.array(values, np.float32), columns, starts), (len(texts), len(rows)))
    lengths = np.sqrt(np.asarray(x.multiply(x).sum(1)).ravel())
    return (sparse.diags((1 / np.maximum(lengths, 1e-9)).astype(np.float32)) @ x).tocsr()


def projection(targets):
    """The directions in which targets differ most."""
    _, directions = np.linalg.eigh((targets.T @ targets).astype(np.float64))
    directions = directions[:, ::-1][:, :DIMENSIONS]
    # A direction and its opposite are equally good: the largest number is positive.
    largest = directions[np.abs(directions).argmax(0), np.arange(DIMENSIONS)]
    return (directions * np.sign(largest)).astype(np.float32)


def fitted(x, targets, prior):
    """Embeddings of words, by conjugate gradients from the prior."""
    transposed = x.T.tocsr()
    pulled = x @ prior
    square = pulled.T @ pulled + RIDGE * np.eye(prior.shape[1], dtype=np.float32)
    words = prior @ np.linalg.solve(square, pulled.T @ targets)
    residual = transposed @ (targets - x @ words)
    direction = residual.copy()
    norm = (residual * residual).sum(0)
    for _ in range(STEPS):
        image = transposed @ (x @ direction) + RIDGE * direction
        step = norm / np.maximum((direction * image).sum(0), 1e-12)
        words += direction * step
        residual -= image * step
        next_norm = (residual * residual).sum(0)
        direction = residual + direction * (next_norm / np.maximum(norm, 1e-12))
        norm = next_norm
    return words


def main():
    parser = argparse.ArgumentParser(prog="tools/meaning", description=__doc__)
    parser.add_argument("shared", help="the folder with eval/retrieval and speed")
    parser.add_argument("--without", metavar="COLLECTION", help="leave out its texts")
    parser.add_argument(
        "--records", type=int, default=RECORDS, help="how many registry records are used")
    parser.add_argument("--cache", default=".venv/meaning-vectors", help="folder for vectors")
    parser.add_argument("--output", default="Sources/Retrieval/Resources/embeddings.bin")
    options = parser.parse_args()

    sources = read(options.shared, COUNTED_RECORDS)
    everything = [text for texts in sources.values() for text in texts]
    used = everything[:len(everything) - COUNTED_RECORDS + options.records]
    passages = encoded([f"{each['title']}. {each['text']}" for each in used], options.cache)
    titles = encoded([each["title"] or "untitled" for each in used], options.cache)
    counts, written = terms(everything)
    general = vocabulary()
    # The words that can get into a table, whatever is left out.
    forms = general | {
        term: written[term] for term, count in total(counts).items()
        if count >= LEAST_OCCURRENCES and has_no_digit(term)
    }
    vectors = encoded([forms[term] for term in sorted(forms)], options.cache)
    vectors = dict(zip(sorted(forms), vectors - vectors.mean(0)))

    place = {id(text): number for number, text in enumerate(everything)}
    kept = [place[id(text)] for text in chosen(sources, options.without)]
    texts, targets = [], []
    for number in kept:
        if number >= len(used):
            continue
        title, text = counts[number]
        if title or text:
            texts.append(title + text)
            targets.append(passages[number])
        if title:
            texts.append(title)
            targets.append(titles[number])
    targets = np.array(targets)
    mean = targets.mean(0)
    directions = projection(targets - mean)
    targets = (targets - mean) @ directions

    frequency = Counter(term for text in texts for term in text)
    occurrences = total(counts[number] for number in kept)
    words = sorted(
        {term for term in forms if term in general or occurrences[term] >= LEAST_OCCURRENCES}
        | {term for term, count in frequency.items() if count >= LEAST_TEXTS},
        key=lambda term: (-frequency[term], -occurrences[term], term))[:MOST_WORDS]
    idf = np.array(
        [np.log(1 + (len(texts) - frequency[term] + 0.5) / (frequency[term] + 0.5))
         for term in words], np.float32)
    unknown = np.zeros_like(mean)
    prior = np.array([vectors.get(term, unknown) for term in words])
    rows = fitted(matrix(texts, {term: row for row, term in enumerate(words)}, idf), targets, prior)
    checksum = write_table(options.output, words, rows * idf[:, None], idf, directions, mean)
    print(f"{options.output}: {len(words)} words from {len(texts)} texts, checksum {checksum:x}")


if __name__ == "__main__":
    main()
