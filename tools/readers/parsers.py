"""Other parsers of bibliographic formats, each from a file to a list of records: field → value.

A field that a format does not have is absent; a field that a record lacks is None. If several tags
have the same meaning, the format's documentation decides which one counts, not peerlit's code.
"""

import csv
import re

from values import (
    date_of, day_of_year, doi_in_addresses, doi_of, edition_of, isbn_of, issn_of, language_of,
    month_of, title_of, value, year_of)
from xml_parsers import endnote, jats, pubmed


def format_of(file):
    """The name of a file's format; None if it is not compared."""
    suffix = file.suffix.lower()
    if suffix == ".ris" and not re.search(r"(?m)^TY {1,2}-", file.read_text(errors="replace")):
        return None
    if suffix in (".ris", ".nbib", ".bib"):
        return {".ris": "RIS", ".nbib": "nbib", ".bib": "BibTeX"}[suffix]
    if suffix in (".csv", ".tsv"):
        return "CSV"
    if suffix in (".xml", ".nxml"):
        with open(file, "rb") as content:
            head = content.read(4096)
        if b"<PubmedArticle" in head:
            return "PubMed XML"
        if b"<records" in head and b"<record>" in head:
            return "EndNote XML"
        if b"<article" in head and b"PubmedArticle" not in head:
            return "JATS"
    return None


# RIS: rispy


def ris(file):
    import rispy

    text = file.read_text(encoding="utf-8-sig", errors="replace")
    # Accept lines before the first record, and tags with a single space, as databases write them.
    text = re.sub(r"(?m)^([A-Z][A-Z0-9]) {1,2}-\s?", r"\1  - ", text)
    entries = rispy.loads(text, skip_unknown_tags=False)
    records = []
    for entry in entries:
        def first(*names):
            for name in names:
                found = entry.get(name)
                found = found[0] if isinstance(found, list) and found else found
                if found and value(str(found)):
                    return found
            return None

        keywords = []
        for keyword in entry.get("keywords", []):
            keywords += [part for part in re.split(r"\s*;\s*", keyword) if value(part)]
        start, end = value(entry.get("start_page")), value(entry.get("end_page"))
        start = start or first("custom7")
        authors = [
            name for name in entry.get("authors", []) + entry.get("first_authors", [])
            if value(name) and name.lower() != "and others"
        ]
        names = ["journal_name", "alternate_title3", "secondary_title", "alternate_title2"]
        if entry.get("type_of_reference") in ("CONF", "CPAPER"):
            # Zotero and EndNote write the proceedings here, and the conference as the second title.
            names = ["custom3", "alternate_title3", "secondary_title"] + names
        venue = first(*names)
        if venue == first("primary_title", "title"):
            # Some databases repeat the title of a thesis.
            venue = None
        dates = [date_of(first(name)) for name in ("year", "publication_year", "date")]
        records.append({
            "title": title_of(first("primary_title", "title")),
            "authors": list(dict.fromkeys(authors)),
            "year": year_of(first("year", "publication_year", "date") or ""),
            "volume": first("volume"), "issue": first("number"),
            "pages": f"{start}-{end}" if start and end and start != end else start,
            "doi": doi_of(first("doi")) or doi_in_addresses(entry.get("urls", [])),
            "keywords": list(dict.fromkeys(keywords)),
            "abstract": first("abstract", "notes_abstract"),
            "venue": venue,
            "publisher": first("publisher"), "place": first("place_published"),
            "language": language_of(first("language")), "edition": edition_of(first("edition")),
            "issn": issn_of(first("issn")),
            **next((date for date in dates if date.get("month")), day_of_year(first("date"))),
        })
    return records


# nbib: Biopython


def nbib(file):
    from Bio import Medline

    records = []
    with open(file, encoding="utf-8") as content:
        for record in Medline.parse(content):
            if not record:
                continue
            names = record.get("LID", "") + " " + " ".join(record.get("AID", []))
            found = re.search(r"(10\.\d{4,9}/\S+) \[doi\]", names)
            authors = record.get("FAU") or record.get("AU") or []
            authors = authors + record.get("CN", [])
            records.append({
                "title": record.get("TI") or record.get("BTI"), "authors": authors,
                "year": year_of(record.get("DP")),
                "venue": record.get("JT") or record.get("TA") or record.get("BTI"),
                "volume": record.get("VI"), "issue": record.get("IP"),
                "pages": record.get("PG"), "doi": found.group(1) if found else None,
                "pmid": record.get("PMID"), "pmcid": record.get("PMC"),
                "keywords": list(dict.fromkeys(record.get("MH", []) + record.get("OT", []))),
                "abstract": record.get("AB"), "editors": record.get("FED") or record.get("ED"),
                "type": "; ".join(record.get("PT", [])),
                "language": language_of((record.get("LA") or [None])[0]), "place": record.get("PL"),
                "publisher": record.get("PB"), "issn": issn_of(record.get("IS")),
                **date_of(record.get("DP")),
            })
    return records


# BibTeX: pybtex


def bibtex(file):
    from pybtex.database.input import bibtex as reader
    from pybtex.richtext import Text
    import pybtex.errors

    pybtex.errors.set_strict_mode(False)
    text = file.read_text(encoding="utf-8-sig")
    # Keep entries without a key, and entries with a duplicate key.
    count = 0

    def key(found):
        nonlocal count
        count += 1
        return f"{found.group(1)}record{count},"

    text = re.sub(r"(?m)^(@(?!string|preamble|comment)\w+\s*\{)\s*[^,\s]*\s*,", key, text, flags=re.I)
    database = reader.Parser().parse_string(text)
    records = []

    def plain(text):
        try:
            return str(Text.from_latex(text)) if text else None
        except Exception:
            return text

    for entry in database.entries.values():
        found = entry.fields
        people = []
        # If a book has no authors, its editors count as authors.
        for person in entry.persons.get("author") or entry.persons.get("editor", []):
            last = " ".join(person.prelast_names + person.last_names)
            given = " ".join(person.first_names + person.middle_names)
            name = f"{last}, {given}" if given else last
            if person.lineage_names:
                name += ", " + " ".join(person.lineage_names)
            people.append(plain(name))
        keywords = re.split(r"\s*[;,]\s*", plain(found.get("keywords")) or "")
        records.append({
            "title": plain(found.get("title")), "authors": people,
            "year": year_of(found.get("year") or found.get("date")),
            "venue": plain(
                found.get("journal") or found.get("journaltitle") or found.get("booktitle")),
            "volume": plain(found.get("volume")),
            "issue": plain(found.get("number") or found.get("issue")),
            "pages": plain(found.get("pages")), "doi": found.get("doi"),
            "keywords": [keyword for keyword in keywords if keyword],
            "abstract": plain(found.get("abstract")),
            "publisher": plain(found.get("publisher")), "issn": issn_of(found.get("issn")),
            "isbn": isbn_of(found.get("isbn")), "edition": plain(found.get("edition")),
            "place": plain(found.get("address") or found.get("location")),
            **({"month": month_of(found.get("month"))} if found.get("month")
               else date_of(found.get("date"))),
        })
    return records


# CSV: Python's csv


def table(file):
    names = {
        "title": ["title", "primary_title"], "year": ["year", "publication_year"],
        "abstract": ["abstract", "notes_abstract"], "doi": ["doi"],
        "pmid": ["pubmedid", "pubmed_id", "pmid"], "venue": ["journal", "source title"],
        "volume": ["volume"], "issue": ["issue"], "pages": ["pages"],
    }
    csv.field_size_limit(1 << 30)
    with open(file, encoding="utf-8-sig", newline="") as content:
        dialect = "excel-tab" if file.suffix.lower() == ".tsv" else "excel"
        rows = list(csv.DictReader(content, dialect=dialect))
    records = []
    for row in rows:
        row = {name.strip().lower(): text for name, text in row.items() if name}
        record = {}
        for field, columns in names.items():
            present = [column for column in columns if column in row]
            if present:
                record[field] = value(row[present[0]])
        if "year" in record:
            record["year"] = year_of(record["year"])
        if "authors" in row:
            text = value(row["authors"]) or ""
            mark = r"\s*;\s*" if ";" in text else r"\s+and\s+"
            record["authors"] = [name for name in re.split(mark, text) if name]
        if "keywords" in row:
            text = value(row["keywords"]) or ""
            record["keywords"] = [word for word in re.split(r"\s*;\s*", text) if word]
        records.append(record)
    return records


FORMATS = {
    "RIS": ris, "nbib": nbib, "BibTeX": bibtex, "CSV": table, "PubMed XML": pubmed,
    "EndNote XML": endnote, "JATS": jats,
}
