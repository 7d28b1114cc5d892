"""Strategies of 200,000 characters that are meant to take long to read or to run."""

from library import WORDS

# The longest strategy and the most lines that a server accepts.
LENGTH = 200_000
LINES = 2000

SYNTAXES = ("peerlit", "ovid", "pubmed", "ebsco", "scopus", "wos", None)


def repeated(piece, before="", after=""):
    return before + piece * ((LENGTH - len(before) - len(after)) // len(piece)) + after


def joined(separator, parts):
    """Parts up to the length, with separators between them."""
    text = []
    length = 0
    for part in parts:
        length += len(part) + len(separator)
        if length > LENGTH:
            break
        text.append(part)
    return separator.join(text)


def numbered(line):
    """The lines 1 to 2,000 at most; the first is a word."""
    lines = (f"{n}. {line(n) if n > 1 else 'peer'}" for n in range(1, LINES + 1))
    return joined("\n", lines)


LETTERS = "abcdefghijklmnopqrstuvwxyz"
PREFIXES = [letter + "*" for letter in LETTERS]
INFIXES = [f"{one}?{other}*" for one in LETTERS for other in LETTERS]
GROUP = "(" + " OR ".join(WORDS[:10]) + ")"
WILD = "(" + " OR ".join(PREFIXES) + ")"
UNKNOWN = [f"w{number}x" for number in range(LENGTH // 4)]

TEXTS = {
    # Structure.
    "parentheses after words": repeated("a("),
    "parentheses": repeated("("),
    "brackets": repeated("["),
    "brackets after words": repeated("a[", after="a"),
    "groups": repeated("(peer) "),
    "nested groups": repeated("(" * 40 + "peer" + ")" * 40 + " OR ", after="peer"),
    "quotation marks": repeated('"'),
    "operators": repeated("OR "),
    "NOT": repeated("NOT "),
    "lines": repeated("a\r\n"),
    "points": repeated("."),
    "bars": repeated("| a ", before="a "),
    "tabs": repeated("a\t"),
    "cells": repeated('"a","b"\n'),
    # Lines that refer to each other.
    "ranges of lines": repeated("or/1-9999 "),
    "lines of all lines": numbered(lambda n: f"or/1-{n - 1}"),
    "lines of two lines": numbered(lambda n: f"{n - 1} or {max(1, n - 2)}"),
    "limited lines": numbered(lambda n: f'limit {n - 1} to (english language and yr="2000 -Current")'),
    "references": joined(" OR ", (f"#{n}" for n in range(1, LENGTH))),
    # Fields, headings, limits.
    "fields of Ovid": repeated("peer.ti,ab. or ", after="peer.ti,ab."),
    "a word of fields": repeated(".ti"),
    "headings of Ovid": repeated("exp Peer Group/ or ", after="peer"),
    "limits of Ovid": repeated("limit 1 to ", before="1. peer\n2. "),
    "tags of PubMed": repeated("peer[tiab] OR ", after="peer"),
    "filters of PubMed": repeated("Review, ", before="peer Filters: "),
    "labels of PubMed": repeated("Filters: Review "),
    "names": repeated("Smith J[au] OR ", after="peer"),
    "headings of EBSCOhost": repeated("a+", before="MH "),
    "fields of EBSCOhost": repeated("TI peer OR ", after="peer"),
    "fields of Scopus": repeated("TITLE-ABS-KEY(peer) OR ", after="peer"),
    "nested fields of Web of Science": repeated("TS=("),
    "years": repeated("PY=2000-2020 OR ", after="peer"),
    "filters": repeated("method:qualitative OR ", after="peer"),
    # Words.
    "one word": "a" * LENGTH,
    "marks on a letter": "a" + "\u0301" * (LENGTH - 1),
    "hyphens": repeated("a-", after="a"),
    "a repeated word": repeated("peer AND ", after="peer"),
    "a repeated quotation": repeated('"peer" '),
    "a long phrase": repeated("peer support ", before='"', after='"'),
    "short phrases": repeated('"peer support worker recovery" OR ', after="peer"),
    "unknown words": joined(" ", UNKNOWN),
    "unknown words joined by AND": joined(" AND ", UNKNOWN),
    "unknown words joined by OR": joined(" OR ", UNKNOWN),
    "frequent words": repeated(" OR ".join(WORDS) + " OR ", after="peer"),
    # Wildcards and proximity.
    "prefixes": repeated(" OR ".join(PREFIXES) + " OR ", after="peer"),
    "wildcards": repeated(" OR ".join(INFIXES) + " OR ", after="peer"),
    "groups near each other": repeated(f"{GROUP} NEAR/5 {GROUP} OR ", after="peer"),
    "prefixes near each other": repeated(f"{WILD} NEAR/5 {WILD} OR ", after="peer"),
    "prefixes near each other in Ovid": repeated(f"{WILD} adj5 {WILD} or ", after="peer"),
    "a chain of proximities": repeated("peer NEAR/9 ", after="peer"),
}
