import Answers
import JSON
import Literature

/// A part of a document's text, or of one of its sections.
package struct TextPage {
  let document: Document
  /// The text of the page.
  package let text: String
  /// Number of Unicode scalars before the page.
  let offset: Int
  /// Number of Unicode scalars of the whole text or section.
  let length: Int

  /// Takes a page.
  ///
  /// - Parameters:
  ///   - section: the heading, number or kind of a section; `nil` for the whole text.
  ///   - offset: number of Unicode scalars to skip.
  ///   - limit: maximum number of Unicode scalars.
  /// - Throws: ``ServiceError`` if there is no such section.
  package init(
    _ document: Document, section: String?, offset: Int, limit: Int
  ) throws(ServiceError) {
    self.document = document
    let whole = try section.map { name throws(ServiceError) in try Self.text(of: name, document) }
    let scalars = (whole ?? document.text).unicodeScalars
    length = scalars.count
    self.offset = min(offset, length)
    text = String(String.UnicodeScalarView(scalars.dropFirst(offset).prefix(limit)))
  }

  /// Where the next page begins; `nil` after the last.
  var nextOffset: Int? {
    let end = offset + text.unicodeScalars.count
    return end < length ? end : nil
  }

  /// The range that is shown, and how to continue reading.
  var remark: String {
    if length == 0 { return "(There is no text.)" }
    let end = nextOffset ?? length
    let shown =
      "(Characters \(NumberText.whole(offset)) to \(NumberText.whole(end)) of "
      + "\(NumberText.whole(length))"
    return nextOffset.map { "\(shown); continue with offset \($0).)" } ?? shown + ", the end.)"
  }

  /// The sections by number, heading or kind: `2 Methods`.
  var headings: [String] { Self.headings(document) }

  private static func headings(_ document: Document) -> [String] {
    document.sections.enumerated().map { index, section in
      "\(index + 1) \(section.heading.isEmpty ? section.kind.rawValue : section.heading)"
    }
  }

  /// The text of the sections that a name means: a number, a heading, a part of one, or a kind.
  private static func text(
    of name: String, _ document: Document
  ) throws(ServiceError) -> String {
    let wanted = folded(name)
    let bytes = Array(document.text.utf8)
    let sections = document.sections.filter { $0.bytes.upperBound <= bytes.count }
    let ways: [(Section) -> Bool] = [
      // The parts of a structured abstract have other kinds, and other headings than its beginning.
      { wanted == Section.Kind.abstract.rawValue && $0.isInAbstract },
      { folded($0.heading) == wanted },
      { $0.kind.rawValue == wanted },
      { !wanted.isEmpty && folded($0.heading).contains(wanted) },
    ]
    var found: [Section] = []
    // Subtracting from a number of a client could overflow.
    if let number = Int(wanted), number >= 1, number <= sections.count {
      found = [sections[number - 1]]
    }
    for way in ways where found.isEmpty { found = sections.filter(way) }
    guard !found.isEmpty else {
      let known = headings(document).prefix(40).joined(separator: "; ")
      throw ServiceError(
        .badValue, "There is no section “\(name.shortened)”.",
        hint: known.isEmpty ? "The document has no sections." : "The sections are \(known).")
    }
    return found.map { section in
      let text = String(decoding: bytes[section.bytes], as: UTF8.self)
      return found.count > 1 && !section.heading.isEmpty ? section.heading + "\n" + text : text
    }.joined(separator: "\n\n")
  }

  private static func folded(_ text: String) -> String { text.oneLine.lowercased() }

  /// The structured answer: the document as JSON, with the text of the page only.
  ///
  /// - Parameter hasOffsets: whether sections and evidence have their offsets in the whole text.
  func json(url: String, hasOffsets: Bool) throws -> JSONValue {
    var document = DocumentJSON(document)
    document.text = text
    guard case .object(var members) = try JSONValue(JSONText.bytes(document)) else { return [:] }
    if !hasOffsets {
      for name in ["facets", "sections"] { members[name] = members[name].map(Self.withoutOffsets) }
    }
    members["url"] = .string(url)
    members["offset"] = .integer(offset)
    members["length"] = .integer(length)
    members["next_offset"] = nextOffset.map { .integer($0) } ?? .null
    return .object(members)
  }

  private static func withoutOffsets(_ value: JSONValue) -> JSONValue {
    switch value {
    case .array(let items): return .array(items.map(withoutOffsets))
    case .object(var members):
      members["start"] = nil
      members["end"] = nil
      return .object(members.mapValues(withoutOffsets))
    default: return value
    }
  }
}
