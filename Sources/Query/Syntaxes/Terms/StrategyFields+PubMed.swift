import Literature

extension StrategyFields {
  /// PubMed User Guide, search field tags.
  static let pubmed: [String: Meaning] = [
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

  // MARK: Patterns

  private static let division =
    SharedRegex(#/([a-z])-[\s\u{AD}\u{2060}]+([a-z])/#)
  private static let spacedSlash = SharedRegex(#/\s*\/\s*/#)
  private static let property =
    SharedRegex(
      #/^(?i)has(abstract|associateddata|(comment|erratum|retraction|republished|update|originalreport|patientsummary)(in|on|of|for|from))$/#
    )
}
