extension Document {
  /// Longest text in bytes that is taken for an abstract as a whole.
  private static let abstractLimit = 8000

  /// What a reference says of the work: the abstract of a longer text, or a short text without its
  /// references, with the names of its sections before them, on one line.
  package var abstract: String {
    if !text.utf8.contains(0x0A), text.utf8.count <= Self.abstractLimit { return text }
    let length = sections.reduce(0) { $0 + $1.bytes.count }
    let chosen = sections.filter { section in
      length <= Self.abstractLimit ? section.kind != .references : section.kind == .abstract
    }
    let utf8 = text.utf8
    let parts = chosen.map { section in
      let start = utf8.index(utf8.startIndex, offsetBy: section.bytes.lowerBound)
      let end = utf8.index(utf8.startIndex, offsetBy: section.bytes.upperBound)
      let body = text[start..<end].oneLine
      return section.heading.isEmpty || section.heading == "Abstract"
        ? body : "\(section.heading): \(body)"
    }
    return parts.joined(separator: " ")
  }

  /// The first identifier of a scheme.
  func identifier(_ scheme: Identifier.Scheme) -> String? {
    identifiers.first { $0.scheme == scheme }?.value
  }

  /// The types of publication that `type` joins.
  var types: [String] {
    (type ?? "").split(separator: ";").map { $0.trimmed }.filter { !$0.isEmpty }
  }
}

extension StringProtocol {
  /// The text on one line: white space collapsed.
  var oneLine: String {
    split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// The text with line breaks as spaces; other white space stays.
  var unbroken: String {
    String(map { $0.isNewline ? " " : $0 }).trimmed
  }
}
