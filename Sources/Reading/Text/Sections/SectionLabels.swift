import Literature

/// The names of sections, and the sections of a text by its labels and headings.
package enum SectionLabels {
  /// The kinds of sections by name, folded by ``fold(_:)``.
  package static let kinds: [String: Section.Kind] = Dictionary(
    Table(named: "section-labels.tsv").rows.compactMap { row in
      Section.Kind(rawValue: row["kind"]).map { (row["label"], $0) }
    }, uniquingKeysWith: { first, _ in first })

  private static let names = SectionNames(kinds)

  /// The kind of a section with this heading, or `nil` if the name is unknown.
  package static func kind(of heading: some StringProtocol) -> Section.Kind? {
    String(heading).withBytes(kind)
  }

  /// The kind of a section with this heading, in UTF-8.
  static func kind(of heading: UnsafeRawBufferPointer) -> Section.Kind? {
    switch names.kind(of: heading) {
    case .found(let kind): kind
    case .unknown: kinds[fold(String(decoding: heading, as: UTF8.self))]
    }
  }

  /// A heading as written in the table: in lower case, without a number before it and a colon or
  /// full stop after it, with straight apostrophes and single spaces.
  package static func fold(_ heading: some StringProtocol) -> String {
    var words = heading.lowercased().replacing("’", with: "'")
      .split(whereSeparator: \.isWhitespace)
    if words.count > 1, let first = words.first, isNumber(first) { words.removeFirst() }
    var name = words.joined(separator: " ")
    while let last = name.last, last == ":" || last == "." { name.removeLast() }
    return name
  }

  private static func isNumber(_ word: Substring) -> Bool {
    let body = word.drop { $0 == "(" }.reversed().drop { ".):".contains($0) }
    return !body.isEmpty
      && (body.allSatisfy { $0.isNumber || $0 == "." }
        || (body.count < word.count && body.allSatisfy { "ivx".contains($0) }))
  }

  /// The sections of an abstract or another text of a record.
  static func sections(of text: String) -> [Section] {
    if text.holds(0x0A) {
      return SectionBuilder.sections(of: TextLine.lines(of: text), in: text)
    }
    return inline(text, in: 0..<text.utf8.count)
  }

  /// The sections of a run of text.
  ///
  /// It is divided at labels such as "METHODS: " at the beginning of a line or after a sentence, if
  /// there are at least two, or if the only one begins a line. Parts of a text under the heading
  /// “Abstract” are marked, because their labels are also those of an article's sections.
  static func inline(
    _ text: String, in range: Range<Int>, heading: String = "", kind: Section.Kind? = nil
  ) -> [Section] {
    var text = text
    return text.withUTF8 { bytes in
      let labels = InlineLabel.find(in: bytes, range)
      let start = trim(range, bytes)
      guard let first = labels.first,
        labels.count > 1 || first.bytes.lowerBound == start.lowerBound
          || bytes[first.bytes.lowerBound - 1] == 0x0A
      else {
        return start.isEmpty
          ? [] : [Section(heading: heading, kind: kind ?? .abstract, bytes: start)]
      }
      var sections: [Section] = []
      let before = trim(range.lowerBound..<first.bytes.lowerBound, bytes)
      if !before.isEmpty {
        sections.append(Section(heading: heading, kind: kind ?? .abstract, bytes: before))
      }
      for (index, label) in labels.enumerated() {
        let end = index + 1 < labels.count ? labels[index + 1].bytes.lowerBound : range.upperBound
        let body = trim(label.bytes.upperBound..<end, bytes)
        if body.isEmpty { continue }
        sections.append(Section(heading: label.name, kind: label.kind, bytes: body))
      }
      if kind == .abstract {
        for index in sections.indices { sections[index].isInAbstract = true }
      }
      return sections
    }
  }

  /// A range without ASCII white space at its ends.
  static func trim(_ range: Range<Int>, _ bytes: UnsafeBufferPointer<UInt8>) -> Range<Int> {
    var (lower, upper) = (range.lowerBound, range.upperBound)
    while lower < upper, isSpace(bytes[lower]) { lower += 1 }
    while lower < upper, isSpace(bytes[upper - 1]) { upper -= 1 }
    return lower..<upper
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || (0x09...0x0D).contains(byte)
  }
}
