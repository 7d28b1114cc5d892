#!/usr/bin/env python3
"""Checks that the relative links and images of Markdown files lead to files.

    links.py FOLDER

Prints each link that leads nowhere; the exit status is 1 if there are any.
"""

import pathlib
import re
import sys
import urllib.parse

LINK = re.compile(r"\]\(([^)\s]+)\)|(?:src|href)=\"([^\"]+)\"")
FENCED = re.compile(r"^```.*?^```", re.MULTILINE | re.DOTALL)


def broken(page):
    """The relative links of a page that lead nowhere."""
    text = re.sub(r"`[^`\n]*`", "", FENCED.sub("", page.read_text()))
    for found in LINK.finditer(text):
        link = found.group(1) or found.group(2)
        target = urllib.parse.unquote(link.split("#")[0])
        if target and not re.match(r"[a-z]+:", target) and not (page.parent / target).exists():
            yield link


def main():
    links = [
        f"{page}: {link}"
        for page in sorted(pathlib.Path(sys.argv[1]).rglob("*.md"))
        for link in broken(page)
    ]
    print("\n".join(links), end="\n" if links else "")
    sys.exit(1 if links else 0)


if __name__ == "__main__":
    main()
