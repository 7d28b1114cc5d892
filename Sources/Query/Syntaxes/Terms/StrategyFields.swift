import Literature

/// The fields of other platforms by their tags, in lower case.
enum StrategyFields {
  /// The meaning of a tag.
  enum Meaning: Equatable {
    case fields([StrategyField])
    case publicationType
    /// A year or date of publication.
    case date
    /// A field that peerlit lacks, with its name.
    case unsupported(String)
  }

  /// The meaning of a tag; `nil` if the platform has no such tag.
  static func meaning(of tag: String, in syntax: QuerySyntax) -> Meaning? {
    switch syntax {
    case .ovid: ovid[tag]
    case .pubmed: pubmed[tag]
    case .ebsco: ebsco[tag]
    case .scopus: scopus[tag]
    case .wos: wos[tag]
    case .peerlit: nil
    }
  }

  private static let topic: Meaning = .fields([.title, .abstract, .keyword])
  private static let heading: Meaning = .fields([.subject])

  /// Ovid: MEDLINE, Embase and PsycINFO field guides.
  private static let ovid: [String: Meaning] = [
    "ti": .fields([.title]), "tt": .fields([.title]), "ab": .fields([.abstract]),
    "m_titl": .fields([.title]), "kf": .fields([.keyword]), "kw": .fields([.keyword]),
    "kp": .fields([.keyword]),
    "sh": heading, "hw": .fields([.keyword]), "mh": heading,
    "xs": heading, "de": .fields([.keyword]), "dq": .fields([.keyword]),
    "id": .fields([.keyword]), "tc": .fields([.keyword]), "su": .fields([.keyword]),
    "mesh": heading,
    "tw": .fields([.title, .abstract]), "mp": topic, "af": .fields([.any]), "tx": .fields([.any]),
    "bt": .fields([.title]), "au": .fields([.author]), "fa": .fields([.author]),
    "jn": .fields([.journal]), "jw": .fields([.journal]), "ja": .fields([.journal]),
    "jx": .fields([.journal]), "so": .fields([.journal]), "do": .fields([.doi]),
    "pm": .fields([.pmid]), "ui": .fields([.pmid]), "an": .fields([.id]),
    "pt": .publicationType, "yr": .date, "dp": .date, "sa_year": .date, "md": .publicationType,
    "la": .unsupported("language"), "lg": .unsupported("language"),
    "fs": .unsupported("floating subheading"), "in": .unsupported("institution"),
    "rn": .unsupported("registry number"), "nm": .unsupported("substance name"),
    "rs": .unsupported("supplementary concept"), "ps": .unsupported("personal name"),
    "cp": .unsupported("country"), "cy": .unsupported("country"), "ag": .unsupported("age group"),
    "po": .unsupported("population"), "ed": .unsupported("entry date"),
    "dc": .unsupported("date created"), "da": .unsupported("date created"),
    "dt": .unsupported("date created or document type"), "ez": .unsupported("entry date"),
    "up": .unsupported("update code"), "st": .unsupported("status"), "sb": .unsupported("subset"),
    "gw": .unsupported("geographic heading"), "ot": .unsupported("original title"),
    "is": .unsupported("ISSN"), "dm": .unsupported("device name"), "tn": .unsupported("trade name"),
    "tm": .unsupported("tests"), "ct": .unsupported("conference"), "ec": .unsupported("edition"),
    "vo": .unsupported("volume"), "ip": .unsupported("issue"), "pg": .unsupported("pages"),
    "ib": .unsupported("ISBN"), "jc": .unsupported("journal subset"),
    "nj": .unsupported("journal identifier"), "si": .unsupported("secondary source"),
    "rd": .unsupported("revision date"), "cm": .unsupported("comments"),
    "cn": .unsupported("trial number"), "rx": .unsupported("rare disease"),
    "ox": .unsupported("organism"),
  ]

  /// PubMed User Guide, search field tags.
  private static let pubmed: [String: Meaning] = [
    "ti": .fields([.title]), "title": .fields([.title]), "tt": .fields([.title]),
    "ab": .fields([.abstract]), "abstract": .fields([.abstract]),
    "tiab": topic, "title/abstract": topic,
    "tw": topic, "text word": topic, "text words": topic,
    "all": .fields([.any]), "all fields": .fields([.any]), "text": topic,
    "ot": .fields([.keyword]), "other term": .fields([.keyword]),
    "mh": heading, "mesh": heading, "mesh terms": heading,
    "mesh term": heading, "mesh major topic": heading,
    "majr": heading, "mj": heading,
    "au": .fields([.author]), "author": .fields([.author]), "1au": .fields([.author]),
    "lastau": .fields([.author]), "fau": .fields([.author]), "full author name": .fields([.author]),
    "first author": .fields([.author]), "first author name": .fields([.author]),
    "last author": .fields([.author]), "last author name": .fields([.author]),
    "author - first": .fields([.author]), "author - last": .fields([.author]),
    "author - full": .fields([.author]), "cn": .unsupported("corporate author"),
    "author - corporate": .unsupported("corporate author"), "ir": .unsupported("investigator"),
    "investigator": .unsupported("investigator"),
    "ta": .fields([.journal]), "jour": .fields([.journal]), "journal": .fields([.journal]),
    "pmid": .fields([.pmid]), "uid": .fields([.pmid]), "doi": .fields([.doi]),
    "aid": .fields([.doi]), "lid": .fields([.doi]),
    "pt": .publicationType, "ptyp": .publicationType, "publication type": .publicationType,
    "dp": .date, "pdat": .date, "date - publication": .date, "publication date": .date,
    "pd": .date, "ppdat": .date, "epdat": .date, "year": .date,
    "edat": .unsupported("entry date"), "date - entry": .unsupported("entry date"),
    "crdt": .unsupported("creation date"), "date - create": .unsupported("creation date"),
    "mhda": .unsupported("MeSH date"), "date - mesh": .unsupported("MeSH date"),
    "sh": .unsupported("subheading"), "mesh subheading": .unsupported("subheading"),
    "subheading": .unsupported("subheading"), "la": .unsupported("language"),
    "lang": .unsupported("language"), "language": .unsupported("language"),
    "sb": .unsupported("subset"), "subset": .unsupported("subset"),
    "filter": .unsupported("filter"),
    "ad": .unsupported("affiliation"),
    "affiliation": .unsupported("affiliation"), "nm": .unsupported("substance name"),
    "supplementary concept": .unsupported("supplementary concept"),
    "rn": .unsupported("registry number"), "pa": .unsupported("pharmacological action"),
    "pl": .unsupported("place of publication"), "si": .unsupported("secondary source"),
    "gr": .unsupported("grant"), "ps": .unsupported("personal name"),
    "is": .unsupported("ISSN"), "vi": .unsupported("volume"),
    // The full names of tags, as in the advanced search and in older histories.
    "transliterated title": .fields([.title]), "location id": .fields([.doi]),
    "article identifier": .fields([.doi]), "isbn": .fields([.id]),
    "corporate author": .unsupported("corporate author"),
    "author - identifier": .unsupported("author identifier"),
    "author identifier": .unsupported("author identifier"),
    "auid": .unsupported("author identifier"), "fir": .unsupported("investigator"),
    "full investigator name": .unsupported("investigator"), "editor": .unsupported("editor"),
    "ed": .unsupported("editor"), "entrez date": .unsupported("entry date"),
    "entry date": .unsupported("entry date"), "create date": .unsupported("creation date"),
    "mesh date": .unsupported("MeSH date"), "dcom": .unsupported("completion date"),
    "date - completion": .unsupported("completion date"),
    "completion date": .unsupported("completion date"),
    "lr": .unsupported("modification date"),
    "date - modification": .unsupported("modification date"),
    "modification date": .unsupported("modification date"),
    "ec/rn number": .unsupported("registry number"),
    "substance name": .unsupported("substance name"),
    "pharmacological action": .unsupported("pharmacological action"),
    "pharmacologic action": .unsupported("pharmacological action"),
    "place of publication": .unsupported("place of publication"),
    "secondary source id": .unsupported("secondary source"),
    "grant number": .unsupported("grant"), "grants and funding": .unsupported("grant"),
    "personal name as subject": .unsupported("personal name"),
    "subject - personal name": .unsupported("personal name"), "issn": .unsupported("ISSN"),
    "jid": .unsupported("journal identifier"),
    "nlm unique id": .unsupported("journal identifier"), "volume": .unsupported("volume"),
    "ip": .unsupported("issue"), "issue": .unsupported("issue"), "pg": .unsupported("pages"),
    "pagination": .unsupported("pages"), "book": .unsupported("book"),
    "pubn": .unsupported("publisher"), "publisher": .unsupported("publisher"),
    "cois": .unsupported("conflict of interest"),
    "conflict of interest statement": .unsupported("conflict of interest"),
    "conflict of interest statements": .unsupported("conflict of interest"),
  ]

  /// EBSCOhost: CINAHL and PsycINFO field codes.
  private static let ebsco: [String: Meaning] = [
    "ti": .fields([.title]), "ab": .fields([.abstract]), "tx": .fields([.any]),
    "xb": .fields([.title, .abstract]), "su": .fields([.keyword]), "kw": .fields([.keyword]),
    "mh": heading, "mm": heading, "mj": .fields([.keyword]),
    "mw": .fields([.keyword]), "de": heading, "hw": .fields([.keyword]),
    "sh": .fields([.keyword]), "kp": .fields([.keyword]), "id": .fields([.keyword]),
    "dh": .fields([.keyword]), "au": .fields([.author]), "so": .fields([.journal]),
    "jn": .fields([.journal]), "jt": .fields([.journal]), "do": .fields([.doi]),
    "pm": .fields([.pmid]), "pt": .publicationType, "zt": .publicationType,
    "md": .publicationType, "py": .date, "yr": .date, "dt": .date,
    "la": .unsupported("language"), "lg": .unsupported("language"),
    "ag": .unsupported("age group"), "po": .unsupported("population"),
    "af": .unsupported("affiliation"), "gn": .unsupported("geographic subset"),
    "pg": .unsupported("pages"), "em": .unsupported("entry date"), "is": .unsupported("ISSN"),
    "an": .fields([.id]), "sb": .unsupported("subset"),
    "rt": .unsupported("publisher type"), "cn": .unsupported("corporate author"),
    "tm": .unsupported("tests"), "in": .unsupported("institution or instrument"),
    "ip": .unsupported("issue"), "vi": .unsupported("volume"), "gr": .unsupported("grant"),
    "ui": .unsupported("accession number"), "rf": .unsupported("references"),
    "nm": .unsupported("substance name"), "oi": .unsupported("author identifier"),
    "rv": .unsupported("peer review"), "ca": .unsupported("corporate author"),
    "cc": .unsupported("classification code"), "el": .unsupported("education level"),
  ]

  /// Scopus advanced search field codes.
  private static let scopus: [String: Meaning] = [
    "title-abs-key": topic,
    "title-abs-key-auth": .fields([.title, .abstract, .keyword, .author]),
    "title-abs": .fields([.title, .abstract]), "title": .fields([.title]),
    "abs": .fields([.abstract]), "key": .fields([.keyword]), "authkey": .fields([.keyword]),
    "indexterms": .fields([.keyword]), "all": .fields([.any]), "auth": .fields([.author]),
    "authlastname": .fields([.author]), "author-name": .fields([.author]),
    "firstauth": .fields([.author]), "srctitle": .fields([.journal]),
    "exactsrctitle": .fields([.journal]), "exactkeyword": heading,
    "doi": .fields([.doi]), "pmid": .fields([.pmid]),
    "index": .unsupported("index"), "doctype": .publicationType, "pubyear": .date,
    "language": .unsupported("language"), "subjarea": .unsupported("subject area"),
    "affil": .unsupported("affiliation"), "affilcountry": .unsupported("country"),
    "affilorg": .unsupported("organisation"), "ref": .unsupported("references"),
    "srctype": .unsupported("source type"), "limit-to": .unsupported("limit"),
    "exclude": .unsupported("exclusion"), "issn": .unsupported("ISSN"),
    "fund-all": .unsupported("funding"), "fund-sponsor": .unsupported("funding"),
    "pubstage": .unsupported("publication stage"), "openaccess": .unsupported("open access"),
    "load-date": .unsupported("load date"), "conf": .unsupported("conference"),
    "chem": .unsupported("chemical"), "casregnumber": .unsupported("registry number"),
  ]

  /// Web of Science field tags.
  private static let wos: [String: Meaning] = [
    "ts": topic, "topic": topic, "title": .fields([.title]), "author": .fields([.author]),
    "publication name": .fields([.journal]), "source titles": .fields([.journal]),
    "doi": .fields([.doi]), "pubmed id": .fields([.pmid]),
    "group author": .unsupported("group author"), "group authors": .unsupported("group author"),
    "editor": .unsupported("editor"), "address": .unsupported("address"),
    "author identifiers": .unsupported("author identifier"),
    "researcher profiles": .unsupported("author identifier"),
    "accession number": .unsupported("accession number"),
    "conference": .unsupported("conference"), "conference titles": .unsupported("conference"),
    "funding agency": .unsupported("funding"), "grant number": .unsupported("grant"),
    "grant numbers": .unsupported("grant"), "research area": .unsupported("research area"),
    "organization-enhanced": .unsupported("organisation"),
    "organizations-enhanced": .unsupported("organisation"),
    "database": .unsupported("database"), "databases": .unsupported("database"),
    "book series titles": .unsupported("book series"),
    "quick filters": .unsupported("limit"), "index date": .unsupported("index date"),
    "sustainable development goals": .unsupported("sustainable development goal"),
    "abstract": .fields([.abstract]), "language": .unsupported("language"),
    "year published": .date, "document types": .publicationType,
    "ti": .fields([.title]), "ab": .fields([.abstract]), "ak": .fields([.keyword]),
    "kp": .fields([.keyword]), "all": .fields([.any]), "au": .fields([.author]),
    "so": .fields([.journal]), "do": .fields([.doi]), "pmid": .fields([.pmid]), "py": .date,
    "fpy": .date, "dop": .date, "dt": .publicationType, "la": .unsupported("language"),
    "wc": .unsupported("category"), "su": .unsupported("research area"),
    "ad": .unsupported("address"), "og": .unsupported("organisation"),
    "oo": .unsupported("organisation"), "cu": .unsupported("country"),
    "ut": .unsupported("accession number"), "is": .unsupported("ISSN"),
    "fo": .unsupported("funding"), "fg": .unsupported("grant"), "ft": .unsupported("funding"),
    "ed": .unsupported("editor"), "cf": .unsupported("conference"),
    "gp": .unsupported("group author"),
    "sg": .unsupported("suborganisation"), "ci": .unsupported("city"),
    "ps": .unsupported("province"),
    "all fields": .fields([.any]), "author keywords": .fields([.keyword]),
    "keyword plus": .fields([.keyword]), "keywords plus": .fields([.keyword]),
    "publication titles": .fields([.journal]), "publication/source titles": .fields([.journal]),
    "publication years": .date, "final publication year": .date, "publication date": .date,
    "authors": .fields([.author]), "document type": .publicationType,
    "languages": .unsupported("language"), "web of science categories": .unsupported("category"),
    "research areas": .unsupported("research area"),
    "citation topics meso": .unsupported("citation topic"),
    "citation topics micro": .unsupported("citation topic"),
    "countries/regions": .unsupported("country"), "affiliations": .unsupported("affiliation"),
    "affiliation": .unsupported("affiliation"), "funding agencies": .unsupported("funding"),
    "open access": .unsupported("open access"), "publishers": .unsupported("publisher"),
    "editors": .unsupported("editor"), "highly cited papers": .unsupported("limit"),
    "web of science index": .unsupported("index"),
  ]

  /// The tags of PubMed, in order.
  static let pubmedTags: [String] = pubmed.keys.sorted()

  /// A tag of PubMed from the text in its brackets, in lower case, and the text after its colon.
  static func pubmedTag(_ typed: String) -> (name: String, option: String) {
    let pieces = typed.lowercased().split(separator: ":", maxSplits: 1)
    return (
      pieces.first.map(pubmedName) ?? "", pieces.count > 1 ? pieces[1].oneLine : ""
    )
  }

  /// The name of a tag, which may be divided between lines: “title/abs- tract”, “title/ abstract”.
  private static func pubmedName(_ typed: Substring) -> String {
    let name = typed.oneLine
    if pubmed[name] != nil { return name }
    let whole = name.replacing(division) { "\($0.1)\($0.2)" }.replacing(spacedSlash, with: "/")
    return pubmed[whole] == nil ? name : whole
  }

  /// Whether PubMed reads a word as a property of records: `hasabstract`, `haserratumin`.
  static func isProperty(_ word: String) -> Bool {
    word.contains(Self.property)
  }

  /// Which author a field of authors asks for, `first` or `last`; `nil` for any author, and for
  /// other fields.
  static func authorPlace(of tag: String, in syntax: QuerySyntax) -> String? {
    switch (syntax, tag) {
    case (.pubmed, "1au"), (.pubmed, "first author"), (.pubmed, "first author name"),
      (.pubmed, "author - first"), (.scopus, "firstauth"):
      "first"
    case (.pubmed, "lastau"), (.pubmed, "last author"), (.pubmed, "last author name"),
      (.pubmed, "author - last"):
      "last"
    default: nil
    }
  }

  /// Subject headings of MEDLINE without narrower ones that many searches use: check tags and ages,
  /// in lower case and without punctuation.
  static let lowestHeadings: Set<String> = [
    "humans", "male", "female", "adolescent", "young adult", "middle aged", "child preschool",
  ]

  /// The names of fields that Web of Science writes in parentheses after a row of a search.
  static let wosNames: Set<String> = Set(wos.keys.filter { $0.count > 4 || $0 == "doi" })

  // MARK: Patterns

  private static let division =
    SharedRegex(#/([a-z])-[\s\u{AD}\u{2060}]+([a-z])/#)
  private static let spacedSlash = SharedRegex(#/\s*\/\s*/#)
  private static let property =
    SharedRegex(
      #/^(?i)has(abstract|associateddata|(comment|erratum|retraction|republished|update|originalreport|patientsummary)(in|on|of|for|from))$/#
    )
}
