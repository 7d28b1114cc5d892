import Literature

/// A line that combines others by the names of their labels: `Population AND Intervention`.
///
/// The names are searched as words, because they may be meant as words.
struct LabelCombination {
  /// The names, in lower case.
  private let names: Set<String>

  /// The greatest length of such a line, in bytes.
  private static let longest = 200

  /// Creates a finder of such lines.
  ///
  /// - Parameter labels: the labels and headings that were skipped: `Population:`, `# Concept 1`.
  init(labels: [String]) {
    names = Set(labels.map(Self.name).filter { !$0.isEmpty })
  }

  /// The note on a line that combines names; `nil` for any other line.
  func note(_ search: String) -> String? {
    guard !names.isEmpty, search.utf8.count <= Self.longest else { return nil }
    let words = search.split { $0.isWhitespace || "()".contains($0) }
    let operands = words.split { BooleanOperator($0) != nil }
    guard operands.count > 1,
      operands.allSatisfy({ names.contains($0.joined(separator: " ").lowercased()) })
    else { return nil }
    return "“\(search)” is searched as words. To combine lines, write their numbers."
  }

  /// The name in a label, without its marks and remarks: `concept 1` for `# Concept 1 (peers):`.
  private static func name(_ label: String) -> String {
    String(label.drop { !$0.isLetter }.prefix { !"(:".contains($0) })
      .split { $0.isWhitespace || "-–".contains($0) }.joined(separator: " ").lowercased()
  }
}
