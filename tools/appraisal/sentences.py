#!/usr/bin/env python3
"""Turns the sentences of the appraisal tests into labelled documents for training.

    tools/appraisal/sentences.py Tests/AppraisalTests > sentences-tests.jsonl

Each is a short document, invented to show one way of saying something. The families
(`*FamilyTests.swift`) are left out, so that they remain a test. If a test names some expected and
some unexpected codes, only these are labelled (`only`).
"""
import json
import os
import re
import sys

TOKEN = re.compile(r'"((?:[^"\\]|\\.)*)"|([A-Za-z_.]+)|([\d_]+)|([\[\](),:])', re.S)


def text(raw):
    raw = re.sub(r"\\u\{([0-9A-Fa-f]+)\}", lambda m: chr(int(m[1], 16)), raw)
    return raw.replace('\\"', '"').replace("\\n", "\n")


def parse(tokens, at):
    """A nested list of strings, numbers and None, parsed from a token on, and the next position."""
    kind, value = tokens[at]
    if kind == "mark" and value in "[(":
        items, at = [], at + 1
        while tokens[at] != ("mark", "]" if value == "[" else ")"):
            if tokens[at] == ("mark", ","):
                at += 1
                continue
            item, at = parse(tokens, at)
            items.append(item)
        return items, at + 1
    if kind == "name" and value == "Case":
        return parse(tokens, at + 1)
    if kind == "name" and tokens[at + 1] == ("mark", ":"):
        item, at = parse(tokens, at + 2)
        return (value, item), at
    if kind == "name":
        return None, at + 1
    return value, at + 1


def tables(path):
    """The argument tables in a file, each with the parameters of its test."""
    source = re.sub(r"(?m)^\s*//.*$", "", open(path, encoding="utf-8").read())
    for match in re.finditer(r"arguments:\s*\[", source):
        start = match.end() - 1
        tokens = []
        for m in TOKEN.finditer(source, start):
            if m[1] is not None:
                tokens.append(("text", text(m[1])))
            elif m[2]:
                tokens.append(("name", m[2]))
            elif m[3]:
                tokens.append(("number", int(m[3].replace("_", ""))))
            else:
                tokens.append(("mark", m[4]))
            if len(tokens) > 60000:
                break
        items, end = parse(tokens, 0)
        rest = source[start:]
        name = re.search(r"func (`[^`]+`|\w+)\(", rest)[1]
        yield name.strip("`"), items


def main():
    root = sys.argv[1]
    number = 0

    def put(title, body, gold, only=None):
        # peerlit does not read documents without text.
        if not title and not body:
            return
        nonlocal number
        number += 1
        line = {"_id": f"sentence-{number}", "title": title, "text": body, "gold": gold}
        if only:
            line["only"] = only
        print(json.dumps(line, ensure_ascii=False))

    for facet, names in [("method", ["StudyDesign"]), ("setting", ["Setting"]),
                         ("condition", ["Condition"])]:
        for suffix in ["SentencesTests.swift", "AppraiserTests.swift"]:
            path = os.path.join(root, "Facets", names[0] + suffix)
            if not os.path.exists(path):
                continue
            for name, items in tables(path):
                for item in items:
                    if isinstance(item, str):
                        put("", item, {facet: []})
                    elif len(item) == 4:
                        title, body, wanted, unwanted = item
                        if wanted or unwanted:
                            put(title, body, {facet: wanted}, {facet: wanted + unwanted})
                        else:
                            put(title, body, {facet: []})
                    elif len(item) == 3 and isinstance(item[2], list):
                        put(item[0], item[1], {facet: item[2]})
                    elif len(item) == 3:
                        put(item[0], item[1], {facet: [item[2]]}, {facet: [item[2]]})
                    elif len(item) == 2 and isinstance(item[1], list):
                        put(item[0], "Mentors met people each week.", {facet: item[1]})
                    elif len(item) == 2:
                        put("", item[0], {facet: []}, {facet: [item[1]]})
    # Papers have both a design and a number. The designs of `studyDesigns` are judged in all papers
    # of a file, the others in none.
    for file in ["OrganisationPapersTests.swift", "DiscussionPapersTests.swift"]:
        path = os.path.join(root, file)
        source = open(path, encoding="utf-8").read()
        designs = re.findall(
            r'"([a-z-]+)"', re.search(r"studyDesigns: Set = \[(.*?)\]", source, re.S)[1])
        for _, items in tables(path):
            for title, body, wanted, size in items:
                put(title, body, {"method": wanted, "sample_size": size}, {"method": designs})
    for file in ["SampleSizeSentencesTests.swift", "SampleSizeAppraiserTests.swift"]:
        path = os.path.join(root, "Counts", file)
        if not os.path.exists(path):
            continue
        for name, items in tables(path):
            for item in items:
                if isinstance(item, str):
                    put("", item, {"sample_size": None})
                    continue
                title = next((x[1] for x in item if isinstance(x, tuple)), "")
                values = [x for x in item if not isinstance(x, tuple)]
                if len(values) != 2 or isinstance(values[1], str):
                    continue
                numbers = values[1] if isinstance(values[1], list) else [values[1]]
                if None in numbers and len(numbers) > 1:
                    continue  # Both are right, so there is nothing to learn.
                put(title, values[0], {"sample_size": [x for x in numbers if x is not None] or None})


main()
