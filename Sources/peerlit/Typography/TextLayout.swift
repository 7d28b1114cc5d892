import Literature

/// Divides a text into paragraphs, and these into lines that do not run together.
///
/// A text may be wrapped at some width, so not every line break has a meaning. One has if the next
/// line is an item of a list, or if its first word would have had room on the line before.
package struct TextLayout {
  /// The length of the longest line.
  private let width: Int

  /// Finds the width at which a text is wrapped.
  package init(_ text: String) {
    width = text.split(whereSeparator: \.isNewline).map(\.count).max() ?? 0
  }

  /// The paragraphs of a part of the text, each as lines to be wrapped.
  package func paragraphs(of part: String) -> [[String]] {
    var paragraphs: [[String]] = []
    var last: Substring?
    for line in part.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
      let line = line.trimmed[...]
      if line.isEmpty {
        last = nil
        continue
      }
      if let before = last, let open = paragraphs.indices.last {
        if isBreak(between: before, line) {
          paragraphs[open].append(String(line))
        } else if let end = paragraphs[open].indices.last {
          paragraphs[open][end] += " " + line
        }
      } else {
        paragraphs.append([String(line)])
      }
      last = line
    }
    return paragraphs
  }

  private func isBreak(between line: Substring, _ next: Substring) -> Bool {
    ListItem.begins(next)
      || line.count + 1 + next.prefix { !$0.isWhitespace }.count <= width
  }
}
