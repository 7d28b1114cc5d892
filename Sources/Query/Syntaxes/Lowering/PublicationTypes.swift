import Literature

/// Finds what means the same as a publication type of another platform: study designs, or the type
/// that records state.
enum PublicationTypes {
  /// The codes of the designs; none if no design means the same.
  static func codes(_ name: String) -> [String] {
    let key = key(name)
    if broad.contains(key) { return Vocabulary.standard.codes(named: "trial", in: .method) }
    return entries[key].map { [$0.code] } ?? []
  }

  /// Whether documents with a type may lack its designs, because their records say too little: many
  /// documents of the type “Review” are none by their text.
  static func isVague(_ name: String) -> Bool {
    let key = key(name)
    return broad.contains(key) || entries[key]?.isGiven == false
  }

  /// The type as records state it; `nil` for one that each database names in another way, and for
  /// a name with wildcards.
  static func stated(_ name: String) -> String? {
    let key = PublicationType.key(name)
    if key.isEmpty || general.contains(key) { return nil }
    // The name of Ovid's limit to all kinds of trials.
    if key == "clinical trial all" { return "clinical trial" }
    let hasWildcard = name.contains(where: WordPattern.isWildcard)
    return hasWildcard && codes(name).isEmpty ? nil : key
  }

  /// The names of a type in other databases and reference managers.
  static func otherNames(_ name: String) -> [String] {
    let key = PublicationType.key(name)
    return synonyms.first { $0.contains(key) }?.filter { $0 != key } ?? []
  }

  /// Whether a type has an equivalent.
  static func isKnown(_ name: String) -> Bool { !codes(name).isEmpty || stated(name) != nil }

  /// Whether a name among limits of other kinds is certainly a type, and has an equivalent.
  static func isListed(_ name: String) -> Bool {
    !codes(name).isEmpty || listed.contains(PublicationType.key(name))
  }

  /// The name of a type whose design is known, from its name without spaces, as in filters of
  /// PubMed: `systematicreview`; `nil` for others.
  static func name(squeezed text: String) -> String? { names[letters(text)] }

  /// The name of a type for which Scopus has a code: `ar` is Article; other texts are unchanged.
  static func name(scopus code: String) -> String { scopusNames[code.lowercased()] ?? code }

  private static func letters(_ text: String) -> String { text.lowercased().filter(\.isLetter) }

  private static func key(_ name: String) -> String {
    let key = PublicationType.key(name)
    return key == "editorial material" ? "editorial" : key
  }

  /// Types of trials of any design.
  private static let broad: Set<String> = ["clinical trial", "clinical trial all"]

  /// Types that most works have, and that records name in many ways or not at all.
  private static let general: Set<String> = [
    "article", "journal article", "journal", "journal paper", "academic journal",
    "original article", "research article", "original research", "peer reviewed journal",
    "article in press", "early access", "electronic", "print", "research", "all journals",
  ]

  /// Different names of one type in Scopus, Web of Science, Embase and RIS.
  private static let synonyms: [[String]] = [
    ["book chapter", "book section", "chapter"],
    ["conference paper", "proceedings paper", "conference proceedings"],
    ["dissertation", "thesis", "academic dissertation"],
  ]

  /// Types without a design that databases offer as limits.
  private static let listed: Set<String> = [
    "clinical trial phase i", "clinical trial phase ii", "clinical trial phase iii",
    "clinical trial phase iv", "comparative study", "multicenter study", "observational study",
    "evaluation study", "validation study", "twin study", "interview", "news", "lecture",
    "biography", "bibliography", "conference abstract", "conference paper", "conference review",
    "conference proceeding", "proceedings paper", "meeting abstract", "book review",
    "book chapter", "book section", "short survey", "erratum", "dissertation", "thesis",
    "doctoral dissertation",
    "retracted publication", "retraction", "correction", "newspaper article",
  ]

  /// The names of types by their codes in Scopus.
  private static let scopusNames = [
    "ar": "Article", "re": "Review", "ed": "Editorial", "le": "Letter", "no": "Note",
    "cp": "Conference Paper", "ch": "Book Chapter", "sh": "Short Survey", "er": "Erratum",
    "cr": "Conference Review", "bk": "Book", "dp": "Data Paper", "rp": "Report",
    "tb": "Retracted",
  ]

  // A search can have thousands of types, so the names are not compared with each.

  /// The study designs by the keys of their names.
  private static let entries: [String: Vocabulary.Entry] = {
    var entries: [String: Vocabulary.Entry] = [:]
    for entry in designs {
      for name in entry.headings + [entry.label] {
        let key = PublicationType.key(name)
        if entries[key] == nil { entries[key] = entry }
      }
    }
    return entries
  }()

  /// The names of study designs by their letters.
  private static let names: [String: String] = {
    var names = ["clinicaltrial": "Clinical Trial"]
    for name in designs.flatMap({ $0.headings + [$0.label] }) where names[letters(name)] == nil {
      names[letters(name)] = name
    }
    return names
  }()

  private static var designs: [Vocabulary.Entry] {
    Vocabulary.standard.entries.filter { $0.facet == .method }
  }
}
