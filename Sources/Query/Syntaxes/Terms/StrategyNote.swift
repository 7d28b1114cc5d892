/// Notes on parts of strategies that are read differently than on their platform.
enum StrategyNote {
  /// A part was left out.
  ///
  /// - Parameter kind: the kind of part, such as `filter`; `nil` if its text says it.
  static func ignored(_ typed: String, _ kind: String? = nil) -> String {
    let kind = kind.map { " (\($0))" } ?? ""
    return "“\(typed)”\(kind) has no equivalent and was ignored."
  }

  /// Alternatives were left out, because alone they would exclude too much.
  ///
  /// - Parameter known: those that have an equivalent.
  static func leftOutAsWell(_ known: [String]) -> String {
    let (verb, pronoun) = known.count == 1 ? ("was", "it") : ("were", "them")
    return "\(listed(known)) \(verb) left out as well, because an alternative to \(pronoun) has no "
      + "equivalent."
  }

  /// Alternatives were left out, because one of them has no equivalent.
  static func ignoredAlternatives(_ typed: String, because other: String) -> String {
    "“\(typed)” was left out, because the alternative “\(other)” has no equivalent."
  }

  /// Alternatives were left out.
  ///
  /// - Parameter missing: those alternatives, as typed.
  static func fewer(without missing: [String]) -> String {
    let missing = DistinctNotes(missing).list
    let which =
      missing.isEmpty
      ? "an alternative was"
      : missing.count == 1
        ? "the alternative \(listed(missing)) was" : "the alternatives \(listed(missing)) were"
    return "This search finds fewer documents than the original, because \(which) ignored."
  }

  /// Nothing is left of what NOT excludes.
  static let nothingExcluded = "NOT was ignored, because nothing is left of what it excludes."

  /// Terms are searched in the other fields of a list with that of publication types.
  ///
  /// - Parameters:
  ///   - terms: the terms in quotation marks.
  ///   - areSearched: whether the list has other fields.
  static func noTypes(_ terms: [String], areSearched: Bool) -> String {
    let names =
      terms.count == 1
      ? "is not the name of a publication type" : "are not names of publication types"
    let consequence =
      areSearched
      ? "so only the other fields are searched for \(terms.count == 1 ? "it" : "them")"
      : "and \(terms.count == 1 ? "was" : "were") ignored"
    return "\(terms.joined(separator: ", ")) \(names)\(areSearched ? "," : "") \(consequence)."
  }

  /// A publication type without an equivalent is searched as words.
  ///
  /// - Parameter words: the words as a query.
  static func typeAsWords(_ words: String) -> String {
    "\(words) is searched as words, because this publication type has no equivalent and can't be "
      + "left out next to OR."
  }

  /// A publication type that has an equivalent is searched as words, as its alternatives are.
  ///
  /// - Parameter words: the words as a query.
  static func knownTypeAsWords(_ words: String) -> String {
    "\(words) is searched as words, because an alternative to this publication type has no "
      + "equivalent."
  }

  /// Subheadings are searched as words in keywords.
  ///
  /// - Parameter words: these words as a query.
  static func subheading(_ typed: String, _ words: String) -> String {
    "“\(typed)” is searched as \(words), because records have subheadings only as parts of "
      + "headings; other headings with these words are found as well."
  }

  /// The most parts that a note lists.
  private static let mostListed = 5
  /// The length of the longest part that is shown whole.
  private static let longest = 80

  /// Some parts of a search in quotation marks.
  private static func listed(_ parts: [String]) -> String {
    let shown = parts.prefix(mostListed).map { part in
      part.count > longest ? "“\(part.prefix(longest - 1))…”" : "“\(part)”"
    }
    let more = parts.count - shown.count
    return shown.joined(separator: ", ") + (more > 0 ? " and \(more) more" : "")
  }

  /// OR was read before the proximity beside it.
  ///
  /// - Parameter grouped: the proximity with parentheses.
  static func orBeforeProximity(_ grouped: String, _ syntax: QuerySyntax) -> String {
    "Read as “\(grouped)”, because \(syntax.label) reads OR before proximity operators. Write "
      + "parentheses for another order."
  }

  /// A choice of database was ignored, because there is only one here.
  static func oneDatabase(_ typed: String) -> String {
    "“\(typed)” has no equivalent: there is only one database."
  }

  /// An author who was to be the first or the last may be any.
  ///
  /// - Parameter place: `first` or `last`.
  static func anyAuthor(_ typed: String, _ place: String) -> String {
    "“\(typed)” also finds documents in which this is not the \(place) author."
  }

  /// Months and days of a date were left out.
  static func wholeYears(_ date: String, _ ranges: [NumberRange]) -> String {
    let years = ranges.map(\.description).joined(separator: ", ")
    // An open range ends with two full stops.
    return "“\(date)” is read as whole years: \(years)\(years.hasSuffix(".") ? "" : ".")"
  }

  /// The words of a heading are searched, not the heading as a whole.
  static let longerHeadings =
    "Words that are only part of a subject heading also find longer headings. After NOT, those are "
    + "excluded, too."

  /// A journal is not found by names that its records do not state.
  static let statedJournals =
    "A journal is found by the name and the abbreviation in each record. Some records have only one "
    + "of them; add the other with OR."

  /// A field of author keywords is also searched in subject headings.
  static func alsoHeadings(_ tag: String) -> String {
    "“\(tag)” also finds subject headings, because records do not distinguish them from author "
      + "keywords."
  }

  /// A heading is searched without those below it.
  static func noNarrower(_ heading: String) -> String { "“\(heading)”\(narrower)" }

  private static let narrower = ": narrower headings are not included; add them with OR."

  /// Notes with one in place of several on narrower headings, where the first of these was.
  static func listingNarrower(_ notes: [String]) -> [String] {
    let headings = DistinctNotes(
      notes.filter { $0.hasSuffix(narrower) }.map { String($0.dropLast(narrower.count)) }
    ).list
    guard headings.count > 1 else { return notes }
    var listed: [String] = []
    var isListed = false
    for note in notes {
      guard note.hasSuffix(narrower) else {
        listed.append(note)
        continue
      }
      if !isListed { listed.append(headings.joined(separator: ", ") + narrower) }
      isListed = true
    }
    return listed
  }

  /// The headings that a field searches may be main topics or not.
  static func anyTopic(_ tag: String) -> String {
    "“\(tag)” also finds documents in which the heading is not a main topic."
  }

  /// A heading that was to be the main topic may be any.
  static func notOnlyMain(_ heading: String) -> String {
    "“\(heading)” also finds documents in which it is not the main topic."
  }
}
