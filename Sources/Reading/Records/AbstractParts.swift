/// Joins abstracts that one record has in several fields.
enum AbstractParts {
  /// The texts with an empty line between them, without those that others contain.
  static func joined(_ texts: [String]) -> String {
    guard texts.count > 1 else { return texts.first ?? "" }
    var parts: [String] = []
    for text in texts where !parts.contains(where: { $0.contains(text) }) {
      parts.removeAll { text.contains($0) }
      parts.append(text)
    }
    return parts.joined(separator: "\n\n")
  }
}
