"""Other parsers of bibliographic formats, each from a file to a list of records: field → value.

A field that a format does not have is absent; a field that a record lacks is None. If several tags
have the same meaning, the format's documentation decides which one counts, not peerlit's code.
"""

import csv
import re
from pathlib import Path

from lxml import etree


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


def year_of(text):
    """The first year in a text."""
    found = re.search(r"(?:1[5-9]|20)\d\d", text or "")
    return found.group() if found else None


MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]


def month_of(text):
    """The number of a month that is a number or a name; None for a season."""
    text = (text or "").strip().lower()
    if re.fullmatch(r"0?[1-9]|1[0-2]", text):
        return int(text)
    return MONTHS.index(text[:3]) + 1 if text[:3] in MONTHS else None


def date_of(text):
    """Year, month and day of "2019/03/05/" or "2019 Mar 5"."""
    parts = re.split(r"[/\s-]+", (text or "").strip())
    if not re.fullmatch(r"\d{4}", parts[0] if parts else ""):
        return {}
    month = month_of(parts[1]) if len(parts) > 1 else None
    day = parts[2] if month and len(parts) > 2 and re.fullmatch(r"\d{1,2}", parts[2]) else None
    return {"month": month, "day": int(day) if day and int(day) else None}


def day_of_year(text):
    """Month and day of "NOV 24" or "MAY", as Web of Science writes them beside the year."""
    parts = (text or "").split()
    month = month_of(parts[0]) if parts and not parts[0].isdigit() else None
    day = parts[1] if month and len(parts) > 1 and re.fullmatch(r"\d{1,2}", parts[1]) else None
    return {"month": month, "day": int(day) if day else None}


def isbn_of(text):
    """An ISBN of 10 or 13 digits, as 13 digits without hyphens."""
    found = re.sub(r"[^0-9Xx]", "", text or "").upper()
    if len(found) == 13:
        return found
    if len(found) != 10:
        return None
    digits = "978" + found[:9]
    check = -sum(int(digit) * (1 + 2 * (place % 2)) for place, digit in enumerate(digits)) % 10
    return digits + str(check)


def issn_of(text):
    """The first ISSN in a text, with its hyphen; not a part of an ISBN."""
    found = re.search(r"(?<![\d-])(\d{4})-?(\d{3}[\dXx])(?![\d-])", text or "")
    return f"{found.group(1)}-{found.group(2).upper()}" if found else None


LANGUAGES = {
    "eng": "en", "english": "en", "ger": "de", "german": "de", "fre": "fr", "french": "fr",
    "spa": "es", "spanish": "es", "ita": "it", "italian": "it", "por": "pt", "portuguese": "pt",
    "dut": "nl", "dutch": "nl", "jpn": "ja", "japanese": "ja", "chi": "zh", "chinese": "zh",
}


def language_of(name):
    """The code of two letters (ISO 639-1) of a language."""
    name = (name or "").strip().lower()
    return LANGUAGES.get(name, name) or None


def edition_of(text):
    """An edition; EndNote stores the date of publication ahead of print there."""
    return None if re.search(r"\b\d{4}\b", text or "") else text


def pmcid_of(text):
    """A PMCID with its letters."""
    return text if not text or text.startswith("PMC") else "PMC" + text


NOTHING = {"na", "n/a", "null", "nan", "-", ""}


def value(text):
    """A text, or None for a placeholder."""
    if text is None or text.strip().lower() in NOTHING:
        return None
    return text


def doi_of(*texts):
    """The first DOI in some texts."""
    for text in texts:
        found = re.search(r"10\.\d{4,9}/[^\s\"]+", text or "")
        if found:
            return re.sub(r"[.,;]+$", "", found.group())
    return None


def title_of(text):
    """A title without markup."""
    return re.sub(r"</?(?:sup|sub|i|b|em)>", "", text) if text else text


def doi_in_addresses(addresses):
    """The DOI in a publisher's URL; databases without a DOI field export only the URL."""
    for address in addresses:
        found = re.search(r"/(10\.\d{4,9}/[^\s/?#]+)", address)
        if found:
            return found.group(1)
    return None


# RIS: rispy


def ris(file):
    import rispy

    class Parser(rispy.RisParser):
        pass

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

    class Parser(reader.Parser):
        def handle_duplicate(self, *arguments):
            pass

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


# XML: lxml


def text_of(element):
    """All text of an element."""
    if element is None:
        return None
    return "".join(element.itertext())


def parse(file):
    parser = etree.XMLParser(
        recover=True, load_dtd=False, no_network=True, resolve_entities=False, huge_tree=True)
    return etree.parse(str(file), parser)


def pubmed(file):
    records = []
    for article in parse(file).iterfind(".//PubmedArticle"):
        citation = article.find("MedlineCitation")
        body = citation.find("Article")
        names = {
            name.get("IdType"): name.text
            for name in article.iterfind("PubmedData/ArticleIdList/ArticleId")
        }
        electronic = [
            name.text for name in body.iterfind("ELocationID") if name.get("EIdType") == "doi"
        ]
        authors = []
        for author in body.iterfind("AuthorList/Author"):
            collective = author.findtext("CollectiveName")
            family = author.findtext("LastName")
            given = author.findtext("ForeName") or author.findtext("Initials")
            suffix = author.findtext("Suffix")
            if collective:
                authors.append(collective)
            elif family:
                name = f"{family}, {given}" if given else family
                authors.append(name + (f", {suffix}" if suffix else ""))
        date = body.find("Journal/JournalIssue/PubDate")
        year = None if date is None else date.findtext("Year") or year_of(date.findtext("MedlineDate"))
        keywords = []
        for heading in citation.iterfind("MeshHeadingList/MeshHeading"):
            descriptor = heading.find("DescriptorName")
            star = "*" if descriptor.get("MajorTopicYN") == "Y" else ""
            qualifiers = heading.findall("QualifierName")
            words = star + descriptor.text
            for qualifier in qualifiers:
                words += "/" + ("*" if qualifier.get("MajorTopicYN") == "Y" else "") + qualifier.text
            keywords.append(words)
        keywords += [text_of(word) for word in citation.iterfind("KeywordList/Keyword")]
        abstract = []
        for part in body.iterfind("Abstract/AbstractText"):
            label = part.get("Label")
            abstract.append((label + ": " if label else "") + (text_of(part) or ""))
        records.append({
            "title": text_of(body.find("ArticleTitle")), "authors": authors, "year": year,
            "venue": body.findtext("Journal/Title"),
            "volume": body.findtext("Journal/JournalIssue/Volume"),
            "issue": body.findtext("Journal/JournalIssue/Issue"),
            "pages": body.findtext("Pagination/MedlinePgn"),
            "doi": electronic[0] if electronic else names.get("doi"),
            "pmid": citation.findtext("PMID"), "pmcid": names.get("pmc"),
            "abstract": " ".join(abstract), "keywords": keywords,
            "issn": issn_of(body.findtext("Journal/ISSN")), "language": language_of(body.findtext("Language")),
            "type": "; ".join(
                kind.text for kind in body.iterfind("PublicationTypeList/PublicationType")),
            "month": None if date is None else month_of(date.findtext("Month")),
            "day": None if date is None else date.findtext("Day") and int(date.findtext("Day")),
        })
    return records


def endnote(file):
    records = []
    for record in parse(file).iterfind(".//record"):
        def get(path):
            return text_of(record.find(path))

        # EndNote separates lines within a field with a carriage return.
        keywords = [text_of(word) for word in record.iterfind("keywords/keyword")]
        records.append({
            "title": title_of(get("titles/title")),
            "authors": [text_of(name) for name in record.iterfind("contributors/authors/author")],
            "year": year_of(get("dates/year")),
            "venue": get("titles/secondary-title") or get("periodical/full-title"),
            "volume": get("volume"), "issue": get("number"), "pages": get("pages"),
            "doi": doi_of(get("electronic-resource-num")),
            "keywords": [word for word in keywords if word],
            "abstract": get("abstract"), "publisher": get("publisher"),
            "place": get("pub-location"), "edition": edition_of(get("edition")),
            "language": language_of(get("language")),
            "issn": issn_of(get("isbn")),
            "editors": [
                text_of(name)
                for name in record.iterfind("contributors/secondary-authors/author")],
        })
    return records


def jats(file):
    article = parse(file).getroot()
    if etree.QName(article).localname != "article":
        article = article.find(".//{*}article")
    front = article.find("{*}front")
    meta = front.find("{*}article-meta")
    journal = front.find("{*}journal-meta")
    authors = []
    for group in meta.iterfind("{*}contrib-group"):
        for person in group.iterfind("{*}contrib"):
            if person.get("contrib-type") not in ("author", None):
                continue
            family, given = person.findtext(".//{*}surname"), person.findtext(".//{*}given-names")
            suffix = person.findtext(".//{*}suffix")
            if family:
                name = f"{family}, {given}" if given else family
                authors.append(name + (f", {suffix}" if suffix else ""))
            elif person.find("{*}collab") is not None:
                authors.append(text_of(person.find("{*}collab")))
    years = {
        date.get("pub-type") or date.get("date-type"): date.findtext("{*}year")
        for date in meta.iterfind("{*}pub-date")
    }
    year = next((years[kind] for kind in ("ppub", "collection", "epub", "pub") if kind in years), None)
    names = {name.get("pub-id-type"): name.text for name in meta.iterfind("{*}article-id")}
    title = meta.find("{*}title-group/{*}article-title")
    for note in title.iterfind(".//{*}xref") if title is not None else []:
        note.text = ""
    venue = journal.find(".//{*}journal-title")
    first, last = meta.findtext("{*}fpage"), meta.findtext("{*}lpage")
    pages = f"{first}-{last}" if first and last and first != last else first
    return [{
        "title": text_of(title), "authors": authors, "year": year, "venue": text_of(venue),
        "volume": meta.findtext("{*}volume"), "issue": meta.findtext("{*}issue"),
        "pages": pages or meta.findtext("{*}elocation-id"), "doi": names.get("doi"),
        "pmid": names.get("pmid"),
        "pmcid": pmcid_of(names.get("pmc") or names.get("pmcid")),
        "publisher": journal.findtext(".//{*}publisher-name"),
        "issn": issn_of(journal.findtext("{*}issn")),
        "keywords": [text_of(word) for word in meta.iterfind("{*}kwd-group//{*}kwd")],
    }]


FORMATS = {
    "RIS": ris, "nbib": nbib, "BibTeX": bibtex, "CSV": table, "PubMed XML": pubmed,
    "EndNote XML": endnote, "JATS": jats,
}
