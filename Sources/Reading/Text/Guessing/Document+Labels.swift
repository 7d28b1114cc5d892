import Literature

/// Metadata on lines with labels, such as "Authors: Ann Lee".
extension Document {
  /// The number of lines below the title that may have labels, and their length in bytes.
  private static let most = (lines: 12, bytes: 2000)

  /// Takes the metadata on the lines directly below the title, unless it is already known.
  ///
  /// The first lines are then no part of the text, except those with more than is stored.
  mutating func takeLabelledLines() {
    guard let first = sections.first, first.heading.isEmpty else { return }
    let start = first.bytes.lowerBound
    let opening = text.utf8.dropFirst(start).prefix(min(first.bytes.count, Self.most.bytes))
    var end = 0
    var isFirst = true
    var lines = TextLine.lines(of: String(decoding: opening, as: UTF8.self))
    // The last line may be cut off.
    if first.bytes.count > Self.most.bytes { _ = lines.popLast() }
    var index = 0
    while index < min(lines.count, Self.most.lines),
      let (label, last) = Self.label(in: lines, at: index)
    {
      let isWhole = lacks(label) && take(label) && (label.field != .date || label.value.count == 4)
      isFirst = isFirst && isWhole
      if isFirst { end = lines[last].bytes.upperBound }
      index = last + 1
    }
    guard end > 0 else { return }
    end += opening.dropFirst(end).prefix { $0 <= 0x20 }.count
    if start + end < first.bytes.upperBound {
      sections[0].bytes = start + end..<first.bytes.upperBound
    } else if sections.count > 1 {
      sections.removeFirst()
    }
  }

  /// A label and its value, which is on the same line, in the other cell of a table, or on the next
  /// line; and the index of the last of these lines.
  private static func label(in lines: [TextLine], at index: Int) -> (PageLabel, Int)? {
    let line = lines[index].text
    if let label = PageLabel(withColon: line) { return (label, index) }
    let cells = line.split(separator: " | ")
    if cells.count == 2, let label = PageLabel(cells[0], value: cells[1]) { return (label, index) }
    guard index + 1 < lines.count else { return nil }
    let value = lines[index + 1].text
    guard let label = PageLabel(line, value: value) else { return nil }
    switch label.field {
    case .author: return AuthorLine.names("By \(value)") == nil ? nil : (label, index + 1)
    case .date: return PublicationDate.isDate(value) ? (label, index + 1) : nil
    default: return nil
    }
  }

  /// Whether the document has no value yet for the field of a label, and whether the value is
  /// plainly one of this field.
  private func lacks(_ label: PageLabel) -> Bool {
    func hasNone(_ scheme: Identifier.Scheme) -> Bool { identifier(scheme) == nil }
    switch label.field {
    case .author: return authors.isEmpty
    case .date: return year == nil && PublicationDate.isDate(label.value)
    case .venue: return venue == nil
    case .keywords: return keywords.isEmpty
    case .doi: return hasNone(.doi)
    case .pmid: return hasNone(.pmid)
    case .pmcid: return hasNone(.pmcid)
    case .isbn: return hasNone(.isbn)
    case .title: return label.value == title[...]
    case .type, .language, .url, .abstract, .drop: return false
    }
  }

  /// Takes the value of a label.
  ///
  /// - Returns: whether the document now has everything that the value says.
  mutating func take(_ label: PageLabel) -> Bool {
    let value = String(label.value)
    switch label.field {
    case .title: return value == title
    case .author: return takeAuthors(value)
    case .date:
      guard let year = PublicationDate.year(in: value) else { return false }
      if self.year == nil { set(\.year, .year, year, origin: .extracted) }
    case .doi: add(Identifier(.doi, parsing: value))
    case .pmid: add(Identifier(.pmid, parsing: value))
    case .pmcid: add(Identifier(.pmcid, parsing: value))
    case .isbn: add(Identifier(.isbn, parsing: value))
    case .venue where label.strength > 0: set(\.venue, .venue, value, origin: .extracted)
    case .keywords where label.strength > 0:
      set(\.keywords, .keywords, value.parts { ";,".contains($0) }, origin: .extracted)
      return false
    default: return false
    }
    return true
  }

  /// Takes the names of people, or the name of an organisation, which is not divided.
  private mutating func takeAuthors(_ value: String) -> Bool {
    if !authors.isEmpty { return false }
    if let names = AuthorLine.names("By \(value)") {
      setAuthors(names, origin: .extracted)
    } else if value.utf8.count <= 100, value.first?.isUppercase == true, value.last != "." {
      set(\.authors, .authors, [value], origin: .extracted)
    }
    return !authors.isEmpty
  }

  /// Adds an identifier that a text states.
  mutating func add(_ identifier: Identifier?) {
    guard let identifier, !identifiers.contains(identifier) else { return }
    set(\.identifiers, .identifiers, identifiers + [identifier], origin: .extracted)
  }
}
