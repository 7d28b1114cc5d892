"""Compares peerlit's readers with other parsers, field by field.

    compare.py FILE|FOLDER… [--wrong] [--tsv]

The name of a file determines its format: .ris (rispy), .nbib (Biopython), .bib (pybtex), .csv and
.tsv (Python's csv). The format of .xml and .nxml files is determined by the root element: PubMed,
EndNote or JATS (lxml). Records are paired by their order. A field agrees if both parsers return the
same text, with each run of white space reduced to one space. Names agree if both have the same words,
because the other parsers do not divide names. A field that neither returns is not counted.
"""

import argparse
import json
import os
import re
import subprocess
import unicodedata
from collections import defaultdict
from pathlib import Path

from parsers import FORMATS, format_of

FIELDS = [
    "title", "authors", "editors", "year", "month", "day", "venue", "volume", "issue", "pages",
    "publisher", "place", "edition", "issn", "isbn", "doi", "pmid", "pmcid", "language", "type",
    "keywords", "abstract",
]


def plain(text):
    """A text with single spaces and without a full stop at the end."""
    text = unicodedata.normalize("NFC", re.sub(r"\s+", " ", text or "").strip())
    return text[:-1] if text.endswith(".") and not text.endswith("..") else text


def pages(text):
    """Pages with all dashes as hyphens."""
    return re.sub(r"\s*[-‐‑‒–—]+\s*", "-", plain(text))


def normal(field, value):
    """A value, normalised for comparison; empty if there is none."""
    if value is None:
        return ""
    if isinstance(value, list):
        return " | ".join(filter(None, (plain(item) for item in value)))
    if field == "pages":
        return pages(value)
    if field == "doi":
        return plain(value).lower()
    return plain(str(value))


def ours(paths):
    """Records as peerlit reads them, by file."""
    program = [os.environ["PEERLIT_EVALUATE"]]
    output = subprocess.run(
        program + [part for path in paths for part in ("--records", path)],
        check=True, capture_output=True, text=True).stdout
    records = defaultdict(list)
    for line in output.splitlines():
        document = json.loads(line)
        records[os.path.realpath(document["source"]["path"])].append(document)
    return records


def fields(document):
    """The compared fields of a record of peerlit."""
    names = {name["scheme"]: name["value"] for name in reversed(document["identifiers"])}
    imprint = document["imprint"]
    text = document["text"].encode()
    abstract = [
        (section["heading"] + ": " if section["heading"] else "")
        + text[section["bytes"][0]:section["bytes"][1]].decode()
        for section in document["sections"]
    ]
    return {
        "title": document["title"], "authors": document["authors"],
        "editors": imprint.get("editors"), "month": imprint.get("month"),
        "day": imprint.get("day"), "publisher": imprint.get("publisher"),
        "place": imprint.get("place"), "edition": imprint.get("edition"),
        "issn": imprint.get("issn"), "isbn": names.get("isbn"),
        "language": document.get("language"), "type": document.get("type"),
        "year": document.get("year"), "venue": document.get("venue"),
        "volume": imprint.get("volume"), "issue": imprint.get("issue"),
        "pages": imprint.get("pages"), "doi": names.get("doi"), "pmid": names.get("pmid"),
        "pmcid": names.get("pmcid"), "keywords": document["keywords"],
        "abstract": " ".join(abstract),
    }


def letters(text):
    """The letters and digits of a text, to compare texts with different layout."""
    return re.sub(r"[\W_]+", "", text).lower()


def same_name(left, right):
    """Whether two names are the same; only peerlit's may be divided by a comma.

    "Ann Lee" and "Lee, Ann" are the same, and so are "Lee, A Jr" and "Lee, A, Jr".
    """
    def words(name):
        return sorted(re.split(r"[\s,]+", name))

    return left == right or left.count(",") > right.count(",") and words(left) == words(right)


def agree(field, left, right):
    """Whether two values are the same."""
    if field == "abstract":
        return letters(left) == letters(right)
    if field in ("authors", "editors"):
        mine, others = left.split(" | "), right.split(" | ")
        return len(mine) == len(others) and all(map(same_name, mine, others))
    return left == right


def files(paths):
    """The files below the paths whose format can be compared."""
    for path in map(Path, paths):
        for file in sorted(path.rglob("*")) if path.is_dir() else [path]:
            if file.is_file() and format_of(file):
                yield file


def compare(file, documents, tally, wrong):
    """Compares the records of a file."""
    name = format_of(file)
    theirs = FORMATS[name](file)
    if len(theirs) != len(documents):
        wrong.append(f"{file}: {len(documents)} records, {len(theirs)} by the other parser")
        tally[name]["records"][1] += max(len(theirs), len(documents))
        return
    for number, (document, other) in enumerate(zip(documents, theirs), 1):
        tally[name]["records"][0] += 1
        tally[name]["records"][1] += 1
        mine = fields(document)
        for field in FIELDS:
            if field not in other:
                continue
            left, right = normal(field, mine[field]), normal(field, other[field])
            if not left and not right:
                continue
            tally[name][field][1] += 1
            if agree(field, left, right):
                tally[name][field][0] += 1
            else:
                wrong.append(
                    f"{file.name} record {number} {field}\n  peerlit {left[:300]!r}\n"
                    f"  other   {right[:300]!r}")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("paths", nargs="+", metavar="PATH", help="Files and folders.")
    parser.add_argument("--wrong", action="store_true", help="Print every difference.")
    parser.add_argument("--tsv", action="store_true", help="Print the table as tab-separated text.")
    arguments = parser.parse_args()
    tally = defaultdict(lambda: defaultdict(lambda: [0, 0]))
    wrong = []
    found = list(files(arguments.paths))
    records = ours([str(file) for file in found])
    for file in found:
        compare(file, records[os.path.realpath(file)], tally, wrong)
    if arguments.wrong:
        print("\n".join(wrong) + "\n")
    if arguments.tsv:
        for name in sorted(tally):
            for field, (same, all_) in tally[name].items():
                print(f"{name}\t{field}\t{same}\t{all_}")
        return
    columns = ["records"] + FIELDS
    print(" | ".join(["format"] + columns))
    for name in sorted(tally):
        cells = []
        for column in columns:
            same, all_ = tally[name][column]
            cells.append("–" if not all_ else f"{same}/{all_}")
        print(" | ".join([name] + cells))
    same = sum(tally[name][field][0] for name in tally for field in FIELDS)
    all_ = sum(tally[name][field][1] for name in tally for field in FIELDS)
    print(f"{same} of {all_} values agree ({100 * same / max(all_, 1):.2f} %)")


if __name__ == "__main__":
    main()
