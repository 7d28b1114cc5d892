#!/usr/bin/env python3
"""Writes the data of Foundation's ICU without the languages that peerlit does not use.

    icu_data.py lib_FoundationICU.a OUTPUT.o

A program with the Swift runtime linked in contains all of Foundation's ICU, of which 34 MB are data:
names, sort orders and word lists of some 200 languages. peerlit prints English and has its own
analysis of text, so this keeps the data of English and what no language owns. The output has the
same symbol as the archive's member; if it is linked, the linker leaves that member out. Languages
that are missing fall back to ICU's root locale.

The format is what ICU's gencmn writes: a header, a table of contents that is sorted by name
(offset of the name, offset of the item), the names, and the items at multiples of 16 bytes
(https://unicode-org.github.io/icu/userguide/icu_data).
"""

import os
import re
import struct
import subprocess
import sys
import tempfile

MEMBER = "icu_packaged_data.cpp.o"
# Trees of resource bundles that have a file for each language.
TREES = {"", "coll", "curr", "lang", "region", "unit", "zone", "rbnf"}
LANGUAGE = re.compile(r"(?!res_index)[a-z]{2,3}(_[A-Za-z0-9]+)*\.res")
ENGLISH = re.compile(r"en(_[A-Za-z0-9]+)*\.res")
# peerlit uses neither the lists of words that divide text in languages without spaces nor the rules
# for transliteration.
UNUSED = re.compile(r"brkitr/.*\.dict|translit/.*")


def is_kept(name):
    """Whether an item, such as `icudt76l/coll/de.res`, stays."""
    path = name.split("/", 1)[1]
    tree, _, file = path.rpartition("/")
    if UNUSED.fullmatch(path):
        return False
    return tree not in TREES or not LANGUAGE.fullmatch(file) or bool(ENGLISH.fullmatch(file))


def filtered(data):
    """The data with only the items that are kept."""
    start = struct.unpack_from("<H", data)[0]
    (count,) = struct.unpack_from("<I", data, start)
    entries = [struct.unpack_from("<II", data, start + 4 + 8 * row) for row in range(count)]
    ends = [offset for _, offset in entries[1:]] + [len(data) - start]
    items = []
    for (name, offset), end in zip(entries, ends):
        text = data[start + name : data.index(b"\0", start + name)]
        if is_kept(text.decode()):
            items.append((text, data[start + offset : start + end]))

    names = 4 + 8 * len(items)
    position = names + sum(len(name) + 1 for name, _ in items)
    table, strings, body = [], b"", b""
    padding = -(start + position) % 16
    position += padding
    for name, item in items:
        table.append(struct.pack("<II", names + len(strings), position + len(body)))
        strings += name + b"\0"
        body += item + bytes(-len(item) % 16)
    return (
        data[:start] + struct.pack("<I", len(items)) + b"".join(table) + strings
        + bytes(padding) + body
    )


def main(archive, output):
    with tempfile.TemporaryDirectory() as folder:
        def run(*command):
            return subprocess.run(
                command, cwd=folder, check=True, capture_output=True, text=True
            ).stdout

        run("ar", "x", os.path.abspath(archive), MEMBER)
        symbol = next(
            line.split()[-1] for line in run("nm", MEMBER).splitlines() if line.endswith("_dat")
        )
        run("objcopy", "-O", "binary", "--only-section=.rodata", MEMBER, "all.dat")
        with open(os.path.join(folder, "all.dat"), "rb") as file:
            data = filtered(file.read())
        with open(os.path.join(folder, "kept.dat"), "wb") as file:
            file.write(data)
        with open(os.path.join(folder, "kept.s"), "w") as file:
            file.write(
                f'.section .rodata\n.globl {symbol}\n.balign 16\n{symbol}:\n.incbin "kept.dat"\n'
                f'.size {symbol}, . - {symbol}\n.section .note.GNU-stack,"",@progbits\n'
            )
        run("cc", "-c", "kept.s", "-o", os.path.abspath(output))


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(*sys.argv[1:])
