import Literature
import Yams

/// The metadata at the beginning of a Markdown file: YAML between two lines of dashes.
struct FrontMatter {
  /// The start of the text after the front matter.
  let end: String.Index
  private let fields: [String: Node]

  /// Maximum number of bytes examined.
  private static let sizeLimit = 1 << 16

  /// Reads front matter; `nil` if the text has none.
  ///
  /// - Throws: ``Mistake`` if it is not YAML, or exceeds the limits for YAML in documents.
  init?(_ text: String) throws(Mistake) {
    guard let body = Self.body(of: text) else { return nil }
    let yaml: Node?
    do {
      try YAMLLimits.check(text[body])
      yaml = try compose(yaml: String(text[body]))
    } catch {
      // A text may also begin with prose between two lines of dashes.
      guard text[body].prefixMatch(of: /\s*[A-Za-z_][A-Za-z0-9_-]*:/) != nil else { return nil }
      throw Mistake(error)
    }
    guard let mapping = yaml?.mapping else { return nil }
    let rest = text[body.upperBound...]
    end = rest.firstIndex(where: \.isNewline).map { rest.index(after: $0) } ?? rest.endIndex
    fields = Dictionary(
      mapping.compactMap { key, value in key.string.map { ($0.lowercased(), value) } },
      uniquingKeysWith: { first, _ in first })
  }

  /// Front matter that is not YAML, or more than is read, or a value in it that is not read.
  struct Mistake: Error {
    /// The line of the file on which the mistake was noticed.
    let line: Int
    /// The mistake, as the end of a sentence: "has an unknown method: foo".
    let reason: String

    fileprivate init(line: Int, reason: String) {
      self.line = line
      self.reason = reason
    }

    fileprivate init(_ error: any Error) {
      let what: String
      switch error as? YAMLLimits.Excess {
      case .alias(let line):
        self.line = line + 1
        what = "with a YAML alias, which is not supported"
      case .collections:
        line = 2
        what = "with too many nested lists and mappings"
      case nil:
        line = (error as? YamlError)?.line.map { $0 + 1 } ?? 2
        what = "that is not valid YAML"
      }
      reason = "has front matter \(what), so it is read as text"
    }
  }

  /// The range between the two lines of dashes; `nil` if the text does not begin with them.
  private static func body(of text: String) -> Range<String.Index>? {
    guard text.hasPrefix("---\n") || text.hasPrefix("---\r\n") else { return nil }
    var lines = text[...]
    var body = lines.startIndex..<lines.startIndex
    var isFirst = true
    while let newline = lines.firstIndex(where: \.isNewline) {
      let line = lines[..<newline].trimmed
      let next = lines.index(after: newline)
      guard text.utf8.distance(from: text.startIndex, to: next) <= Self.sizeLimit else {
        return nil
      }
      if isFirst {
        body = next..<next
        isFirst = false
      } else if line == "---" || line == "..." {
        body = body.lowerBound..<lines.startIndex
        break
      }
      lines = lines[next...]
    }
    return body.isEmpty ? nil : body
  }

  /// The abstract, on one line.
  var abstract: String? { string("abstract").map { MarkdownInline.plain($0[...]).oneLine } }

  /// Fills in a document from the fields for its metadata.
  ///
  /// - Returns: the values that are not read: texts that are not years, unknown codes, and counts
  ///   that are not numbers.
  func describe(_ document: inout Document) -> [Mistake] {
    var mistakes: [Mistake] = []
    func complain(_ name: String, _ reason: String) {
      let line = (fields[name]?.mark?.line ?? 1) + 1
      mistakes.append(Mistake(line: line, reason: reason))
    }
    document.set(\.title, .title, string("title") ?? "")
    document.setAuthors(people("authors", "author"))
    document.set(\.year, .year, year { complain("year", $0) })
    document.set(
      \.venue, .venue, string("venue") ?? string("journal") ?? string("publisher"))
    document.set(\.type, .type, string("type"))
    document.set(\.language, .language, string("language") ?? string("lang"))
    document.set(\.url, .url, string("url") ?? string("link"))
    document.set(\.keywords, .keywords, list("keywords", "tags"))
    let schemes: [Identifier.Scheme] = [.doi, .pmid, .pmcid, .isbn]
    document.set(
      \.identifiers, .identifiers,
      schemes.compactMap { scheme in
        string(scheme.rawValue).flatMap { Identifier(scheme, parsing: $0) }
      })
    for name in FacetName.allCases {
      let values = WrittenValue.values(list(name.rawValue), of: name) {
        complain(name.rawValue, $0)
      }
      document.facets.add(name, values, origin: .record)
    }
    return mistakes
  }

  /// The year, or that of the date.
  ///
  /// The date is not checked, because programs also write "today" and the like there.
  private func year(_ complain: (String) -> Void) -> Int? {
    guard let text = list("year").first(where: { !$0.isEmpty }) else {
      return string("date").flatMap { WrittenValue.year($0) { _ in } }
    }
    return text == "none" ? nil : WrittenValue.year(text, complain)
  }

  private func string(_ name: String) -> String? {
    guard let text = fields[name]?.scalar?.string.trimmed, !text.isEmpty, text != "null" else {
      return nil
    }
    return text
  }

  /// The people in a field: names in a string, or a sequence of names and of mappings.
  private func people(_ names: String...) -> [String] {
    names.lazy.compactMap { fields[$0] }
      .map { node in (node.sequence.map { Array($0) } ?? [node]).flatMap(Self.people) }
      .first { !$0.isEmpty } ?? []
  }

  /// The names in a string, or the person in a mapping: `name: Ann Lee`, `name: {given: Ann,
  /// family: Lee}` as in Quarto, or the parts of a name as in CSL.
  private static func people(_ node: Node) -> [String] {
    if let text = node.scalar?.string.trimmed { return text == "null" ? [] : NameText.names(text) }
    guard let person = node.mapping else { return [] }
    func part(_ key: String) -> String? { person[Node(key)]?.scalar?.string.trimmed }
    if let literal = part("literal") { return [literal] }
    if let family = part("family") {
      return [[family, part("given"), part("suffix")].joinedNonNil(separator: ", ")]
    }
    return person["name"].map(people) ?? []
  }

  /// A sequence, or a string separated by semicolons.
  private func list(_ names: String...) -> [String] {
    for name in names {
      guard let node = fields[name] else { continue }
      if let sequence = node.sequence {
        return sequence.compactMap { $0.scalar?.string.trimmed }
      }
      if let text = string(name) {
        return text.parts(separatedBy: ";")
      }
    }
    return []
  }
}

extension YamlError {
  /// The line of the YAML text on which the error was noticed, from 1.
  fileprivate var line: Int? {
    switch self {
    case .scanner(_, _, let mark, _), .parser(_, _, let mark, _), .composer(_, _, let mark, _):
      mark.line
    default: nil
    }
  }
}
