extension Document {
  /// Minimum length, in bytes, of a text that may be a whole article.
  private static let articleLength = 8000

  /// The abstract for a reference, on one line, with section names: the whole text of a record, or
  /// the abstract of an article.
  package var abstract: String {
    if isOneLine { return text }
    let utf8 = text.utf8
    let parts = zip(sections, abstractSections).compactMap { section, isAbstract -> String? in
      guard isAbstract, section.bytes.upperBound <= utf8.count else { return nil }
      let start = utf8.index(utf8.startIndex, offsetBy: section.bytes.lowerBound)
      let end = utf8.index(utf8.startIndex, offsetBy: section.bytes.upperBound)
      let body = text[start..<end].oneLine
      return section.heading.isEmpty || section.heading == "Abstract"
        ? body : "\(section.heading): \(body)"
    }
    return parts.joined(separator: " ")
  }

  /// Whether each section is part of the abstract.
  ///
  /// If the source marks its abstract, as JATS does, these are the marked sections. Otherwise a
  /// record is all abstract, and an article has sections of this kind.
  package var abstractSections: [Bool] {
    if sections.contains(where: \.isInAbstract) {
      return sections.map { $0.isInAbstract || $0.kind == .abstract }
    }
    let length = sections.reduce(0) { $0 + $1.bytes.count }
    let isWhole = isOneLine || length <= Self.articleLength || !isArticle
    return sections.map { isWhole ? isOneLine || $0.kind != .references : $0.kind == .abstract }
  }

  /// Records have their abstract on one line; articles have paragraphs.
  private var isOneLine: Bool { !text.holds(0x0A) }

  /// Whether the text has features that abstracts lack: pages, references, chapters, or an abstract
  /// before other sections.
  private var isArticle: Bool {
    sections.contains { $0.page != nil || $0.kind == .references || $0.kind == .body }
      || (sections.contains { $0.kind == .abstract } && sections.contains { $0.kind != .abstract })
  }

  /// The publication types that are joined in `type`.
  var types: [String] {
    (type ?? "").split(separator: ";").map { $0.trimmed }.filter { !$0.isEmpty }
  }
}

extension StringProtocol {
  /// The text on one line: white space collapsed.
  package var oneLine: String {
    split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// The text with line breaks as spaces; other white space stays.
  var unbroken: String {
    String(map { $0.isNewline ? " " : $0 }).trimmed
  }
}
