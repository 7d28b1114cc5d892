import Literature

extension StrategyFields {
  /// EBSCOhost: CINAHL and PsycINFO field codes.
  static let ebsco: [String: Meaning] = [
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

  /// The fields of subject headings, after which a heading may be in quotation marks.
  static let ebscoHeadings: Set<String> = ["MH", "MM", "MJ", "DE"]

  /// The fields that most searches use, in capitals as they are typed: before a group or a phrase,
  /// they are hardly ever words.
  static let ebscoUsual: Set<String> = [
    "TI", "AB", "TX", "SU", "MH", "MM", "DE", "XB", "KW",
  ]

  // MARK: Patterns

  /// A field with which a search begins after the number of its line: `1 TI peer`.
  static let ebscoAtStart =
    SharedRegex(#/\(*(?:TI|AB|SU|TX|XB|AU|SO|MH|MM|DE|KW|MW|PT)\s*[("A-Za-z]/#)
  /// A field with which a search begins after a number within a line, to which it was joined:
  /// `S1 TI peer S2 TI lay`.
  static let ebscoAtJoinedStart =
    SharedRegex(#/\(?(?:TI|AB|SU|TX|XB|AU|SO|MH|MM|DE|KW)\s*[("A-Za-z]/#)
}
