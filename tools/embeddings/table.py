"""Writes a table of word embeddings; Sources/Embeddings/EmbeddingTable.swift has the layout."""

import struct

import numpy as np

DIMENSIONS = 256
LEVELS = 16


def quantised(rows):
    """The rows in 4 bits, 7.5 for 0, and the scale of each: of eleven scales, the one with the least
    squared error."""
    largest = np.maximum(np.abs(rows).max(1), 1e-9)
    best = np.full(len(rows), np.inf)
    levels = np.zeros(rows.shape, np.uint16)
    scales = np.zeros(len(rows), np.float32)
    for share in np.linspace(0.5, 1, 11):
        scale = (largest * share / 7.5).astype(np.float32)
        tried = np.clip(np.floor(rows / scale[:, None]) + 8, 0, LEVELS - 1)
        error = ((rows - (tried - 7.5) * scale[:, None]) ** 2).sum(1)
        better = error < best
        best[better] = error[better]
        levels[better] = tried[better]
        scales[better] = scale[better]
    return levels, scales


def fnv1a(data):
    value = 0xCBF29CE484222325
    for byte in data:
        value = ((value ^ byte) * 0x100000001B3) & 0xFFFFFFFFFFFFFFFF
    return value


def packed_projection(directions, mean):
    """The projection of the encoder's vectors in 8 bits: scales, offsets and rows."""
    columns = np.ascontiguousarray(directions.T, np.float32)
    scales = (np.abs(columns).max(1) / 127).astype(np.float32)
    numbers = np.rint(columns / scales[:, None]).astype(np.int8)
    offsets = (mean @ directions).astype(np.float32)
    return scales.astype("<f4").tobytes() + offsets.astype("<f4").tobytes() + numbers.tobytes()


def write_table(path, terms, rows, idf, directions, mean):
    """Writes rows (idf included) and idf of terms, in any order, and how a vector of the encoder
    becomes one of the table: (vector - mean) @ directions."""
    order = sorted(range(len(terms)), key=lambda i: terms[i].encode())
    levels, scales = quantised(rows[order].astype(np.float32))
    parts = levels.reshape(len(order), 4, 64)
    packed = parts[:, 0] | parts[:, 1] << 4 | parts[:, 2] << 8 | parts[:, 3] << 12
    idf = np.asarray(idf, np.float32)[order]
    scale_unit = np.float32(scales.max() / 65535)
    idf_unit = np.float32(idf.max() / 255)
    words = [terms[i].encode() for i in order]
    starts = np.cumsum([0] + [len(word) for word in words])
    body = packed.astype("<u2").tobytes()
    body += np.clip(np.rint(scales / scale_unit), 1, 65535).astype("<u2").tobytes()
    body += np.clip(np.rint(idf / idf_unit), 1, 255).astype(np.uint8).tobytes()
    body += bytes(-len(body) % 4)
    body += packed_projection(directions, mean)
    body += starts.astype("<u4").tobytes() + b"".join(words)
    head = struct.pack(
        "<IIffI", len(words), DIMENSIONS, scale_unit, idf_unit, len(mean)).ljust(48, b"\0")
    checksum = fnv1a(head + body)
    with open(path, "wb") as file:
        file.write(b"PLEMBED2" + struct.pack("<Q", checksum) + head + body)
    return checksum
