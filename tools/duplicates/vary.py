"""Makes a library with marked duplicates from distinct records.

    peerlit-evaluate --records FILE… > records.jsonl
    vary.py records.jsonl SEED [--other] > library.xml
    tools/evaluate --duplicates library.xml

Two fifths of the records get one to three copies, each as another database would export it: names
and journals abbreviated or not, titles in capitals, different punctuation or spelling, shortened
pages, missing identifiers, the year of the electronic publication, and so on. Rathbone et al.
(2015), Bramer et al. (2016) and Hair et al. (2023) describe these differences. One record in thirty
gets a record that only looks like a copy: a conference abstract, an erratum, a reply, a second
part, or an update of a review. The library is in EndNote's XML format. Copies and their originals have
the caption “Duplicate”. With --other, copies differ in other ways: those of Embase, LILACS, ProQuest,
Google Scholar and references typed by hand.
"""

import json
import re
import sys
from xml.sax.saxutils import escape

from variations import OtherVariation, Variation


def records(path):
    """The records of a file that have a title, one per title."""
    seen = set()
    for line in open(path, encoding="utf-8"):
        document = json.loads(line)
        names = {name["scheme"]: name["value"] for name in document["identifiers"]}
        key = re.sub(r"\W", "", document["title"]).lower()
        identifiers = {names.get("pmid"), names.get("doi")} - {None}
        if not key or key in seen or identifiers & seen:
            continue
        seen |= identifiers | {key}
        imprint = document["imprint"]
        yield {
            "title": document["title"], "authors": document["authors"],
            "year": document.get("year"), "journal": document.get("venue"),
            "volume": imprint.get("volume"), "issue": imprint.get("issue"),
            "pages": imprint.get("pages"), "doi": names.get("doi"), "pmid": names.get("pmid"),
            "type": None,
        }


def xml(record, number, is_marked):
    """A record as EndNote XML."""
    def element(name, text):
        return f"<{name}>{escape(str(text))}</{name}>" if text else ""

    authors = "".join(element("author", name) for name in record["authors"])
    remote = (
        f"<accession-num>{record['pmid']}</accession-num>"
        "<remote-database-name>PubMed</remote-database-name>" if record["pmid"] else "")
    return (
        f'<record><rec-number>{number}</rec-number><ref-type name="Journal Article">17</ref-type>'
        f"<contributors><authors>{authors}</authors></contributors>"
        f"<titles>{element('title', record['title'])}"
        f"{element('secondary-title', record['journal'])}</titles>"
        f"{element('pages', record['pages'])}{element('volume', record['volume'])}"
        f"{element('number', record['issue'])}<dates>{element('year', record['year'])}</dates>"
        f"{remote}{element('electronic-resource-num', record['doi'])}"
        f"{element('work-type', record['type'])}"
        f"{'<caption>Duplicate</caption>' if is_marked else ''}</record>")


def main():
    kind = OtherVariation if "--other" in sys.argv else Variation
    variation = kind(int(sys.argv[2]))
    rows = []
    for number, record in enumerate(records(sys.argv[1])):
        copies = []
        if variation.chance(0.4):
            copies = [variation.copy(record) for _ in range(variation.random.randint(1, 3))]
        rows += [(row, bool(copies)) for row in [record] + copies]
        if variation.chance(1 / 30):
            rows.append((variation.lookalike(record, number), False))
    variation.random.shuffle(rows)
    print('<?xml version="1.0" encoding="UTF-8"?><xml><records>')
    for number, (record, is_marked) in enumerate(rows, 1):
        print(xml(record, number, is_marked))
    print("</records></xml>")


if __name__ == "__main__":
    main()
