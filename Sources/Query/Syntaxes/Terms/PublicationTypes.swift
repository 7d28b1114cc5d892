import Literature

/// Finds the equivalents of a publication type of another platform: the type that records state,
/// and study designs.
package enum PublicationTypes {
  /// The codes of the study designs with the same meaning; none for kinds of publication, such as
  /// “Letter”, and for types narrower than a design, such as “Pragmatic Clinical Trial”.
  ///
  /// - Parameter isExploded: whether narrower types are found as well: “Clinical Trial” without
  ///   them is not a design.
  package static func codes(_ name: String, isExploded: Bool) -> [String] {
    let key = PublicationType.key(name)
    if key == allTrials || isExploded && key == allTrialsType {
      return Vocabulary.standard.codes(named: "trial", in: .method)
    }
    return designs[key].map { [$0] } ?? []
  }

  /// The type as records state it; `nil` for one that each database names in another way, and for
  /// a name with wildcards.
  static func stated(_ name: String) -> String? {
    let key = PublicationType.key(name)
    if key.isEmpty || general.contains(key) { return nil }
    if key == allTrials { return allTrialsType }
    return hasWildcard(name) && !named.contains(key) && key != allTrialsType ? nil : key
  }

  /// Whether a name is truncated or has other wildcards.
  static func hasWildcard(_ name: String) -> Bool { name.contains(where: WordPattern.isWildcard) }

  /// The types below one in MeSH, if it is exploded or the name says so, with their other names.
  ///
  /// A truncated name finds those that begin with it: `clinical trial*` finds the phases.
  package static func narrower(_ name: String, isExploded: Bool) -> [String] {
    guard let stated = stated(name) else { return [] }
    let names = [stated] + otherNames(stated)
    let all = names.flatMap { PublicationType.narrower(than: $0) }.flatMap { [$0] + otherNames($0) }
    if isExploded || PublicationType.key(name) == allTrials { return all }
    return hasWildcard(name) ? all.filter { $0.hasPrefix(stated + " ") } : []
  }

  /// The names of a type in other databases and reference managers, and its former name.
  package static func otherNames(_ name: String) -> [String] {
    otherNamesByKey[PublicationType.key(name)] ?? []
  }

  /// Whether a type has an equivalent.
  static func isKnown(_ name: String) -> Bool { stated(name) != nil }

  /// Whether a subject heading names a type of MeSH, also as Embase names it: “Case Report”.
  static func isHeading(_ name: String) -> Bool {
    let key = PublicationType.key(name)
    return PublicationType.isInMeSH(key)
      || otherNames(key).contains(where: PublicationType.isInMeSH)
  }

  /// Whether a name among limits of other kinds is certainly a type, and has an equivalent.
  static func isListed(_ name: String) -> Bool {
    let key = PublicationType.key(name)
    if named.contains(key) || listed.contains(key) || key == allTrialsType || key == allTrials {
      return true
    }
    return !hasWildcard(name) && (PublicationType.isInMeSH(key) || !otherNames(key).isEmpty)
  }

  /// The name of a type that the table of facets has, from its name without spaces, as in filters
  /// of PubMed: `systematicreview`; `nil` for others.
  static func name(squeezed text: String) -> String? { squeezedNames[letters(text)] }

  /// The name of a type for which Scopus has a code: `ar` is Article; other texts are unchanged.
  static func name(scopus code: String) -> String { scopusNames[code.lowercased()] ?? code }

  private static func letters(_ text: String) -> String { text.lowercased().filter(\.isLetter) }

  /// The codes of kinds of publication, which are not designs.
  ///
  /// Databases assign them, so only what the record states counts. Designs are often missing in
  /// records, so designs stated in the text count as well.
  private static let kinds: Set = ["review", "case-study", "report", "commentary"]

  /// The headings that mean the same as their design.
  ///
  /// The others are narrower, such as “Pragmatic Clinical Trial” and “Clinical Trial Protocol”.
  private static let equalHeadings: Set = [
    "randomized controlled trial", "controlled clinical trial", "systematic review",
    "meta analysis", "scoping review", "cohort studies", "case control studies",
    "cross sectional studies", "qualitative research",
  ]

  /// The type of trials of any design.
  private static let allTrialsType = "clinical trial"

  /// The name of Ovid's limit to all kinds of trials.
  private static let allTrials = "clinical trial all"

  /// Types that most works have, and that records name in many ways or not at all.
  private static let general: Set<String> = [
    "article", "journal article", "journal", "journal paper", "academic journal",
    "original article", "research article", "original research", "peer reviewed journal",
    "article in press", "early access", "electronic", "print", "research", "all journals",
  ]

  /// Different names of one type in MEDLINE, now and before, Scopus, Web of Science, Embase, JATS
  /// and RIS.
  private static let synonyms: [[String]] = [
    ["editorial", "editorial material"],
    ["comment", "commentary", "article commentary"],
    ["case reports", "case report"],
    ["erratum", "published erratum", "correction"],
    ["book chapter", "book section", "chapter"],
    ["conference paper", "proceedings paper", "conference proceedings"],
    ["dissertation", "thesis", "academic dissertation"],
    ["address", "addresses"],
    ["congress", "congresses"],
    ["evaluation study", "evaluation studies"],
    ["lecture", "lectures"],
    ["legal case", "legal cases"],
    ["personal narrative", "personal narratives"],
    ["validation study", "validation studies"],
    ["webcast", "webcasts"],
  ]

  /// Types that databases offer as limits and that the table of facets does not have.
  private static let listed: Set<String> = [
    "clinical trial phase i", "clinical trial phase ii", "clinical trial phase iii",
    "clinical trial phase iv", "comparative study", "multicenter study", "observational study",
    "evaluation study", "validation study", "twin study", "interview", "news", "lecture",
    "biography", "bibliography", "conference abstract", "conference paper", "conference review",
    "conference proceeding", "proceedings paper", "meeting abstract", "book review",
    "book chapter", "book section", "short survey", "erratum", "dissertation", "thesis",
    "doctoral dissertation",
    "retracted publication", "retraction", "correction", "newspaper article", "editorial material",
    "authored book", "book", "data paper", "edited book", "electronic book", "encyclopedia",
    "magazine article", "manuscript", "monograph", "note", "patent", "preprint", "retracted",
    "working paper",
  ]

  /// The keys of the types that databases use.
  package static let usualKeys: Set<String> = named.union(listed).union(general)
    .union(synonyms.joined()).union(PublicationType.keysInMeSH)

  /// The names of types by their codes in Scopus.
  private static let scopusNames = [
    "ar": "Article", "re": "Review", "ed": "Editorial", "le": "Letter", "no": "Note",
    "cp": "Conference Paper", "ch": "Book Chapter", "sh": "Short Survey", "er": "Erratum",
    "cr": "Conference Review", "bk": "Book", "dp": "Data Paper", "rp": "Report",
    "tb": "Retracted",
  ]

  // A search can have thousands of types, so the names are not compared with each.

  /// The other names of types by the keys of their names.
  private static let otherNamesByKey: [String: [String]] = {
    var others: [String: [String]] = [:]
    for names in synonyms {
      for name in names { others[name] = names.filter { $0 != name } }
    }
    return others
  }()

  /// The codes of study designs by the keys of their names.
  private static let designs: [String: String] = {
    var codes: [String: String] = [:]
    for entry in entries where !kinds.contains(entry.code) {
      for name in names(of: entry) {
        let key = PublicationType.key(name)
        let isEqual = name == entry.label || equalHeadings.contains(key)
        if isEqual, codes[key] == nil { codes[key] = entry.code }
      }
    }
    return codes
  }()

  /// The keys of the names of study designs and kinds of publication.
  private static let named = Set(entries.flatMap(names(of:)).map(PublicationType.key))

  /// The names of study designs and kinds of publication by their letters.
  private static let squeezedNames: [String: String] = {
    var squeezed = ["clinicaltrial": "Clinical Trial", "systematic": "Systematic Review"]
    for name in entries.flatMap(names(of:)) where squeezed[letters(name)] == nil {
      squeezed[letters(name)] = name
    }
    return squeezed
  }()

  private static func names(of entry: Vocabulary.Entry) -> [String] {
    entry.headings + [entry.label]
  }

  private static var entries: [Vocabulary.Entry] {
    Vocabulary.standard.entries.filter { $0.facet == .method }
  }
}
