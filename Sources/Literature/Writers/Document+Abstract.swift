extension Document {
  /// Minimum length, in bytes, of a text that may be a whole article.
  private static let articleLength = 8000

  /// The abstract for a reference, on one line, with section names: the whole text of a record, or
  /// the abstract of an article.
  package var abstract: String {
    if isOneLine { return text }
    let utf8 = text.utf8
    var parts: [String] = []
    var end = 0
    for (section, isAbstract) in zip(sections, abstractSections)
    where end <= section.bytes.lowerBound && section.bytes.upperBound <= utf8.count {
      if isAbstract {
        var headings = section.isInAbstract ? headings(end..<section.bytes.lowerBound) : []
        if headings.last == section.heading.oneLine { headings.removeLast() }
        headings.append(section.heading)
        headings.removeAll { $0.isEmpty || $0 == "Abstract" }
        parts += headings.map { $0 + ":" } + [slice(section.bytes).oneLine]
      }
      end = section.bytes.upperBound
    }
    return parts.joined(separator: " ")
  }

  /// The headings between two sections: the last is usually that of the second, and those before it
  /// have no text except in the sections below them.
  private func headings(_ range: Range<Int>) -> [String] {
    let lines = slice(range).split(whereSeparator: \.isNewline).map { line -> String in
      let name = line.oneLine
      // "Background:" before the text of its section.
      return name.hasSuffix(":") ? String(name.dropLast()) : name
    }
    // Above the abstract of a text are its title and authors.
    guard let abstract = lines.lastIndex(where: { $0.lowercased() == "abstract" }) else {
      return lines
    }
    return Array(lines[(abstract + 1)...])
  }

  /// A part of the text.
  private func slice(_ bytes: Range<Int>) -> Substring {
    let utf8 = text.utf8
    let start = utf8.index(utf8.startIndex, offsetBy: bytes.lowerBound)
    return text[start..<utf8.index(start, offsetBy: bytes.count)]
  }

  /// Whether each section is part of the abstract.
  ///
  /// If the source marks its abstract, as JATS does, these are the marked sections; a translation
  /// of the abstract is not marked. Otherwise a record is all abstract, and an article has sections
  /// of this kind.
  package var abstractSections: [Bool] {
    if sections.contains(where: \.isInAbstract) {
      return sections.map(\.isInAbstract)
    }
    let length = sections.reduce(0) { $0 + $1.bytes.count }
    let isWhole = isOneLine || length <= Self.articleLength || !isArticle
    return sections.map { section in
      if section.isBesideAbstract { return false }
      return isWhole
        ? isOneLine || section.kind != .references : section.kind == .abstract
    }
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
    (type ?? "").parts(separatedBy: ";")
  }
}
