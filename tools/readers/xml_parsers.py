"""Parsers of XML formats, with lxml; see ``parsers.py``."""

from lxml import etree

from values import (
    doi_of, edition_of, issn_of, language_of, month_of, pmcid_of, title_of, year_of)


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
