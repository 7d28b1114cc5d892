"""The texts that a table of embeddings is trained on, with their terms and the vectors of MiniLM."""

import hashlib
import json
import lzma
import os
import subprocess
import tempfile
from collections import Counter, defaultdict
from pathlib import Path

import numpy as np

COLLECTIONS = ("peer", "nfcorpus", "scifact", "med", "cisi")
WORDS = 100  # of each text
CHUNK = 2000  # texts that are encoded before they are saved


def lines(path):
    opened = lzma.open(path, "rt") if path.suffix == ".xz" else open(path, encoding="utf-8")
    with opened as file:
        return [json.loads(line) for line in file]


def read(shared, records):
    """Texts by the name of their source: the collections, and a sample of registry records."""
    folder = Path(shared)
    sources = {
        name: lines(folder / "eval/retrieval" / name / "corpus.jsonl") for name in COLLECTIONS
    }
    registry = lines(folder / "speed/trials.jsonl.xz")
    # A sample that depends on nothing but the ids.
    registry.sort(key=lambda each: hashlib.sha256(each["_id"].encode()).digest())
    sources["trials"] = registry[:records]
    for texts in sources.values():
        for text in texts:
            text["text"] = " ".join(text["text"].split()[:WORDS])
    return sources


def chosen(sources, without):
    """The texts that may be used, in order, without a collection and what it shares with others."""
    left_out = set()
    for text in sources.get(without, []):
        left_out.add(text["title"].strip().lower())
        left_out.add((text.get("metadata") or {}).get("source_id"))
    return [
        text
        for name, texts in sources.items()
        if name != without
        for text in texts
        if text["_id"] not in left_out
        and (not text["title"] or text["title"].strip().lower() not in left_out)
    ]


def terms(texts):
    """For each text, the counts of the terms of its title and of its text; and the most frequent
    word of each term."""
    forms = defaultdict(Counter)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "texts.jsonl"
        with open(path, "w", encoding="utf-8") as file:
            for number, text in enumerate(texts):
                record = {"_id": str(number), "title": text["title"], "text": text["text"]}
                file.write(json.dumps(record) + "\n")
        command = [os.environ["PEERLIT_EVALUATE"], "--terms", str(path)]
        with subprocess.Popen(command, stdout=subprocess.PIPE, encoding="utf-8") as program:
            found = {}
            for line in program.stdout:
                record = json.loads(line)
                found[int(record["id"])] = (Counter(record["title"]), Counter(record["text"]))
                for term in set(record["title"] + record["text"]):
                    forms[term][record["written"].get(term, term)] += 1
    empty = (Counter(), Counter())
    written = {
        term: min(words, key=lambda word: (-words[word], word)) for term, words in forms.items()
    }
    return [found.get(number, empty) for number in range(len(texts))], written


def vocabulary():
    """The whole words of MiniLM's vocabulary, by their terms: the first, more frequent word of
    each."""
    from weights import model_folder
    words = (model_folder() / "vocab.txt").read_text(encoding="utf-8").split("\n")
    words = [word for word in words if word.isascii() and word.isalpha() and len(word) > 2]
    written = {}
    counts, _ = terms([{"title": word, "text": ""} for word in words])
    for word, (title, _) in zip(words, counts):
        for term in title:
            written.setdefault(term, word)
    return written


def encoded(texts, cache):
    """The vectors of texts; those that were computed before are in a folder."""
    cache = Path(cache)
    cache.mkdir(parents=True, exist_ok=True)
    model = None
    parts = []
    for start in range(0, len(texts), CHUNK):
        chunk = texts[start:start + CHUNK]
        name = hashlib.sha256("\0".join(chunk).encode()).hexdigest()[:32]
        path = cache / f"{name}.npy"
        if not path.exists():
            if model is None:
                from minilm import MiniLM
                model = MiniLM()
            with open(path.with_suffix(".part"), "wb") as file:
                np.save(file, model.encode(chunk).astype(np.float16))
            path.with_suffix(".part").rename(path)
            print(f"{start + len(chunk)} of {len(texts)} texts encoded", flush=True)
        parts.append(np.load(path))
    return np.concatenate(parts).astype(np.float32)
