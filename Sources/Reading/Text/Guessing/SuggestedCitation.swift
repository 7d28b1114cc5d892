import Literature

/// The suggested citation of a report, usually near its end.
struct SuggestedCitation {
  /// The lines that introduce and contain it, which are not part of the work's own text.
  let lines: Range<Int>
  /// The reference.
  let text: Substring

  private static let introductions = [
    "suggested citation", "recommended citation", "please cite as", "please cite this", "cite as",
    "how to cite", "to cite this", "citation",
  ]

  /// Finds the citation: the line after "Suggested citation", or the rest of a line that begins
  /// with these words.
  init?(_ lines: [TextLine]) {
    for (index, line) in lines.enumerated().reversed() {
      let folded = line.text.lowercased()
      guard let introduction = Self.introductions.first(where: { folded.hasPrefix($0) })
      else { continue }
      let rest = line.text.dropFirst(introduction.count).drop { !$0.isNewline && $0 != ":" }
        .dropFirst().drop(while: \.isWhitespace)
      if rest.utf8.count >= 40 {
        self.lines = index..<index + 1
        text = rest
        return
      }
      guard line.text.utf8.count <= 60, index + 1 < lines.count,
        lines[index + 1].text.utf8.count >= 40
      else { continue }
      self.lines = index..<index + 2
      text = lines[index + 1].text
      return
    }
    return nil
  }

  /// The line that is the title: the longest that the reference contains.
  func title(among lines: [TextLine]) -> TextLine? {
    let folded = text.lowercased()
    return lines.filter { $0.words.count >= 2 && folded.contains($0.text.lowercased()) }
      .max { $0.text.utf8.count < $1.text.utf8.count }
  }

  /// The text before the title: people, or an organisation.
  func author(before title: Substring) -> String? {
    guard let range = text.firstRange(of: title) else { return nil }
    var author = text[..<range.lowerBound].trimmed
    while let last = author.last, "..,:(‘'\"“".contains(last) || last == " " { author.removeLast() }
    return (1...120).contains(author.utf8.count) ? author : nil
  }

  /// The year in the reference.
  var year: Int? { PublicationDate.year(in: text) }
}
