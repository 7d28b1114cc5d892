/// Joins abstracts that one record has in several fields.
enum AbstractParts {
  /// The number of texts up to which they are compared, so that time stays linear.
  private static let compared = 50

  /// The texts with an empty line between them, without those that others contain.
  static func joined(_ texts: [String]) -> String {
    guard (2...compared).contains(texts.count) else { return texts.joined(separator: "\n\n") }
    var parts: [String] = []
    for text in texts where !parts.contains(where: { $0.contains(text) }) {
      parts.removeAll { text.contains($0) }
      parts.append(text)
    }
    return parts.joined(separator: "\n\n")
  }
}
