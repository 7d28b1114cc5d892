import Literature

/// A catalogue page of a repository or a bibliographic database that was copied as text.
///
/// It contains the title and the abstract more than once, among record numbers, download counts,
/// export links and labels. The labelled metadata is kept, and the title and the abstract once.
struct PageCapture {
  /// A line and its label.
  private struct Entry {
    let line: TextLine
    let label: PageLabel?
    let isBoilerplate: Bool
    let isRepeated: Bool
  }

  private let entries: [Entry]

  /// Recognises a page by its labels: at least one that almost never occurs elsewhere, and others.
  init?(_ lines: [TextLine]) {
    var labels = Set<String>()
    var weight = 0
    var isSure = false
    var counts: [Substring: Int] = [:]
    for line in lines where line.text.utf8.count <= 500 {
      counts[Self.fold(line.text), default: 0] += 1
    }
    entries = lines.map { line in
      let label = PageLabel(line.text)
      if let label, labels.insert(label.name).inserted {
        weight += label.strength
        isSure = isSure || label.strength == 2
      }
      return Entry(
        line: line, label: label, isBoilerplate: PageBoilerplate.contains(line.text),
        isRepeated: counts[Self.fold(line.text)] ?? 0 > 1)
    }
    guard isSure, weight >= 5 else { return nil }
  }

  /// Fills in a document from the page; `document.text` is already set.
  func describe(_ document: inout Document) {
    let title = titleEntry
    document.set(
      \.title, .title, title.map { Self.withoutFullStop($0.line.text) } ?? "",
      origin: .extracted)
    document.setAuthors(authors, origin: .extracted)
    document.set(\.year, .year, year, origin: .extracted)
    document.set(\.venue, .venue, value(.venue), origin: .extracted)
    document.set(\.type, .type, value(.type).map(Self.type), origin: .extracted)
    document.set(\.language, .language, value(.language).map(LanguageName.code), origin: .extracted)
    document.set(\.url, .url, value(.url), origin: .extracted)
    document.set(
      \.keywords, .keywords,
      values(.keywords).flatMap { $0.parts { ";,|".contains($0) } }, origin: .extracted)
    let schemes: [(PageLabel.Field, Identifier.Scheme)] = [
      (.doi, .doi), (.pmid, .pmid), (.pmcid, .pmcid), (.isbn, .isbn),
    ]
    document.set(
      \.identifiers, .identifiers,
      schemes.compactMap { field, scheme in
        values(field).lazy.compactMap { Identifier(scheme, parsing: $0) }.first
      }, origin: .extracted)
    document.sections = SectionBuilder.sections(
      of: abstract, in: document.text, kind: .abstract)
  }

  // MARK: - Title and abstract

  /// The title: under its label, or the first line that occurs twice, or the longest line before
  /// the authors.
  private var titleEntry: Entry? {
    if let index = entries.firstIndex(where: { $0.label?.field == .title }),
      let entry = entries[index...].dropFirst().first, entries[index].label?.value.isEmpty == true
    {
      return entry
    }
    let head = entries.prefix(40).prefix { $0.label?.field != .abstract }
    let candidates = head.filter { entry in
      entry.label == nil && !entry.isBoilerplate && entry.line.words.count >= 3
        && entry.line.text.utf8.count <= 400 && !PublicationDate.isDate(entry.line.text)
    }
    if let twice = candidates.first(where: { $0.isRepeated && !Self.isInverted($0.line.text) }) {
      return twice
    }
    let beforeAuthors = candidates.prefix { AuthorLine.names($0.line.text) == nil }
    return (beforeAuthors.isEmpty ? candidates[...] : beforeAuthors).prefix(5)
      .max { $0.line.text.utf8.count < $1.line.text.utf8.count }
  }

  /// The lines of the abstract: those from its label to the next label, otherwise each paragraph
  /// once.
  private var abstract: [TextLine] {
    for (index, entry) in entries.enumerated() where entry.label?.field == .abstract {
      let lines = entries[(index + 1)...].prefix { $0.label == nil && !$0.isBoilerplate }.map(
        \.line)
      if lines.reduce(0, { $0 + $1.text.utf8.count }) >= 100 { return lines }
    }
    var seen = Set<Substring>()
    let title = titleEntry?.line
    return entries.filter { entry in
      entry.label == nil && !entry.isBoilerplate && entry.line.text.utf8.count >= 100
        && AuthorLine.names(entry.line.text) == nil && seen.insert(entry.line.text).inserted
    }.map(\.line).filter { $0 != title }
  }

  // MARK: - Metadata

  /// Names in the form "Vojt, Gaby" on separate lines, or after the label "Author", or on the first
  /// line that lists names.
  private var authors: [String] {
    var seen = Set<String>()
    let inverted = entries.filter { $0.label == nil && Self.isInverted($0.line.text) }
      .map { String($0.line.text) }.filter { seen.insert($0).inserted }
    if inverted.count > 0 { return inverted }
    let labelled = values(.author).flatMap { AuthorLine.names($0) ?? [$0] }
      .filter { seen.insert($0).inserted }
    if !labelled.isEmpty { return labelled }
    return entries.prefix(40).lazy.filter { $0.label == nil }
      .compactMap { AuthorLine.names($0.line.text) }.first ?? []
  }

  private var year: Int? {
    let dates = values(.date)
    if let year = dates.lazy.compactMap({ PublicationDate.year(in: $0) }).first { return year }
    return entries.lazy.filter { $0.label == nil && PublicationDate.isDate($0.line.text) }
      .compactMap { PublicationDate.year(in: $0.line.text) }.first
  }

  /// The values of a field, on the line of its label or on the next.
  private func values(_ field: PageLabel.Field) -> [String] {
    entries.indices.compactMap { index in
      guard let label = entries[index].label, label.field == field else { return nil }
      if !label.value.isEmpty { return label.value.trimmed }
      guard let next = entries[(index + 1)...].first, next.label == nil, !isOnlyHeading(index)
      else { return nil }
      return String(next.line.text)
    }
  }

  /// Whether a label such as "DOIs" is followed by an empty line, and so has no value.
  private func isOnlyHeading(_ index: Int) -> Bool {
    entries[index].line.precedesBlank && !entries[index].line.text.hasSuffix(":")
      && entries[index].line.followsBlank == false
  }

  private func value(_ field: PageLabel.Field) -> String? {
    values(field).first
  }

  /// Whether a line is a single name with the surname first: "Vojt, Gaby".
  private static func isInverted(_ line: Substring) -> Bool {
    let parts = line.split(separator: ",")
    guard parts.count == 2, line.utf8.count <= 60, !line.contains(where: \.isNumber) else {
      return false
    }
    return parts.allSatisfy { part in
      let words = part.split(separator: " ")
      return (1...4).contains(words.count) && words.last?.first?.isUppercase == true
        && words.allSatisfy { $0.allSatisfy { $0.isLetter || "'’.-".contains($0) } }
    }
  }

  /// "Contribution to journalArticlepeer-review" and "Contribution to journal › Article ›
  /// peer-review" are articles.
  private static func type(_ value: String) -> String {
    let parts = value.split(separator: "›").map { $0.trimmed }
    if parts.count > 1 { return parts[1] }
    var text = value[...]
    guard text.lowercased().hasPrefix("contribution to") else { return value }
    for ending in ["peer-review", "Peer-review"] where text.hasSuffix(ending) {
      text = text.dropLast(ending.count)
    }
    var previous: Character = " "
    for index in text.indices {
      if previous.isLowercase, text[index].isUppercase { return String(text[index...]) }
      previous = text[index]
    }
    return String(text)
  }

  private static func fold(_ text: Substring) -> Substring {
    text.last == "." ? text.dropLast() : text
  }

  private static func withoutFullStop(_ text: Substring) -> String {
    String(fold(text))
  }
}
