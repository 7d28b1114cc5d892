import Literature

/// Authors below the title and after phrases.
extension FreeText {
  /// Takes the names below the title, otherwise those after a phrase such as "Prepared by".
  ///
  /// - Parameter start: the first line below the title, if there is one.
  mutating func takeAuthors(from start: Int?) -> [String] {
    let authors = start.map { takeBylines(from: $0) } ?? []
    return authors.isEmpty ? takePreparedBy() : authors
  }

  /// Takes the names on lines from here on, and removes them and the affiliations from the text.
  mutating func takeBylines(from start: Int) -> [String] {
    var authors: [String] = []
    for index in start..<max(start, head.upperBound) where !isTaken[index] {
      let line = lines[index]
      if let names = AuthorLine.names(line.text), authors.isEmpty || isAdjacent(index) {
        authors += names
        isTaken[index] = true
      } else if authors.isEmpty, let names = AuthorLine.namesWithInstitution(line.text) {
        authors = names
        isPlain[index] = true
        break
      } else if !authors.isEmpty, Self.isAffiliation(line.text) {
        isTaken[index] = true
      } else {
        break
      }
    }
    return authors
  }

  private func isAdjacent(_ index: Int) -> Bool {
    index > 0 && isTaken[index - 1] && !lines[index].followsBlank
  }

  private static let addresses = ["correspond", "email", "e-mail", "@"]

  /// Whether a line gives the authors' affiliations: it begins with a mark or names an institution,
  /// and is not a sentence.
  private static func isAffiliation(_ line: Substring) -> Bool {
    guard line.utf8.count <= 400, let first = line.first else { return false }
    if "¹²³⁴⁵⁶⁷⁸⁹⁰*†‡§^".contains(first) { return true }
    let folded = line.lowercased()
    let startsWithMark = first.isNumber && line.dropFirst().first.map { !$0.isLetter } == false
    return (startsWithMark || line.last != ".")
      && (AuthorLine.institutions + addresses).contains { folded.contains($0) }
  }

  private static let introductions: Set<String> = [
    "prepared by", "written by", "authors", "author", "author(s)", "by", "compiled by",
    "report authors", "report by",
  ]

  /// Names after "Prepared by" and similar phrases, anywhere in the text.
  private mutating func takePreparedBy() -> [String] {
    for (index, line) in lines.enumerated() where line.text.utf8.count <= 400 {
      let parts = line.text.split(separator: ":", maxSplits: 1)
      guard let first = parts.first, Self.introductions.contains(SectionLabels.fold(first))
      else { continue }
      if parts.count == 2, let names = AuthorLine.names("By \(parts[1].trimmed)") {
        isTaken[index] = true
        return names
      }
      if parts.count == 1, index + 1 < lines.count,
        let names = AuthorLine.names("By \(lines[index + 1].text)")
      {
        isTaken[index] = true
        isTaken[index + 1] = true
        return names
      }
    }
    return []
  }
}
