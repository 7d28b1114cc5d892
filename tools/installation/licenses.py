#!/usr/bin/env python3
"""Prints the licenses of the packages that are linked into the program.

    licenses.py CHECKOUTS

CHECKOUTS is the folder in which Swift's package manager keeps the sources of packages. The output
is paragraphs of a file debian/copyright, with the texts that the packages contain: their licenses,
their notices, and the licenses of the sources of others that they contain.
"""

import pathlib
import re
import sys

APACHE = """On Debian systems, the text of the license is in
/usr/share/common-licenses/Apache-2.0."""
COPYRIGHT = re.compile(r"^\W*(Copyright\b.*\d{4}.*?)[\s*]*$", re.MULTILINE)
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
# What the sources of a package contain without its license: the library, whose it is, and the text.
UNLICENSED = {
    "swift-nio": (
        "swift-nio/Sources/CNIOAtomics/src/cpp_magic.h",
        ["the authors of uSHET (https://github.com/18sg/uSHET)"],
    ),
    "Yams": (
        "Yams/Sources/CYaml/*",
        ["Copyright 2006-2016 Kirill Simonov", "Copyright 2017-2020 Ingy döt Net"],
    ),
}
IGNORED = {"Tests", "Benchmarks", "IntegrationTests", "docs", "Documentation"}


def paragraph(files, holders, name, text, comment=""):
    """A paragraph on some files; every line after the first of a field begins with a blank."""

    def indented(lines):
        return "".join(f"\n {line.rstrip() or '.'}" for line in lines)

    holders = [re.sub(r"^Copyright\s*(\([cC]\)|©)?\s*", "", holder) for holder in holders]
    return (
        f"\nFiles: {files}\nCopyright: " + "\n ".join(holders)
        + f"\nLicense: {name}" + indented(text.strip("\n").split("\n"))
        + (f"\nComment:{indented(comment.strip().split(chr(10)))}" if comment else "")
    )


def of_package(folder):
    """The paragraphs of a package."""
    found = sorted(folder.glob("LICENSE*"))
    if not found:
        raise SystemExit(f"{folder} has no license.")
    text = found[0].read_text()
    holders = COPYRIGHT.findall(text) or [f"the authors of {folder.name}"]
    name = f"{folder.name}-license"
    if re.search(r"Apache License\s+Version 2\.0, January 2004", text):
        # Debian refers to its own copy; what follows the license is an exception from it.
        exception = re.search(r"^#*\s*Runtime Library Exception.*", text, re.MULTILINE | re.DOTALL)
        name = f"Apache-2.0-{'with-exception-' if exception else ''}{folder.name}"
        text = APACHE + (f"\n\n{exception.group()}" if exception else "")
        holders = [f"the authors of {folder.name}"]
    notice = folder / "NOTICE.txt"
    yield paragraph(
        f"{folder.name}/*", holders, name, text, notice.read_text() if notice.exists() else "")
    if folder.name in UNLICENSED:
        files, holders = UNLICENSED[folder.name]
        yield paragraph(files, holders, "Expat", EXPAT)
    yield from of_others(folder)


def of_others(folder):
    """The paragraphs of sources of others that a package contains."""
    known = set()
    for path in sorted((folder / "Sources").rglob("*")):
        inside = path.relative_to(folder)
        if IGNORED & set(inside.parts) or not path.is_file():
            continue
        if path.name.startswith("LICENSE"):
            text = path.read_text()
        elif path.suffix in {".c", ".h", ".cpp"}:
            comments = COMMENT.findall(path.read_text(errors="replace"))
            texts = [text for text in comments if "Redistribution and use" in text]
            stars = re.compile(r"^/?[ \t]*\*+[-/]?[ ]?", re.MULTILINE)
            text = stars.sub("", texts[0]) if texts else ""
        else:
            continue
        key = " ".join(text.split())
        if not key or key in known:
            continue
        known.add(key)
        holders = COPYRIGHT.findall(text) or [f"the authors of {inside.parent.name}"]
        yield paragraph(
            f"{folder.name}/{inside.parent}/*", holders, f"{inside.parent.name}-license", text)


EXPAT = """Permission is hereby granted, free of charge, to any person obtaining a copy of
this software and associated documentation files (the "Software"), to deal in
the Software without restriction, including without limitation the rights to
use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies
of the Software, and to permit persons to whom the Software is furnished to do
so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all
copies or substantial portions of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR
IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY,
FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE
AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER
LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM,
OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE
SOFTWARE."""


def main():
    for folder in sorted(pathlib.Path(sys.argv[1]).iterdir(), key=lambda path: path.name.lower()):
        if folder.is_dir() and not folder.name.startswith("."):
            for text in of_package(folder):
                print(text)


if __name__ == "__main__":
    main()
