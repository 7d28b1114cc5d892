import Literature

/// The names of sections, and the kinds that they mean.
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
}
