import Literature

/// Lines that belong to a web page, not to the work on it.
enum PageBoilerplate {
  private static let rows = Table(named: "page-boilerplate.tsv").rows
  private static let lines = Set(rows.filter { $0["how"] == "line" }.map { $0["text"] })
  private static let prefixes = rows.filter { $0["how"] == "prefix" }.map { $0["text"] }

  /// Whether a line is boilerplate: known page text, or a bare identifier or URL.
  static func contains(_ line: Substring) -> Bool {
    guard line.utf8.count <= 300 else { return false }
    var folded = line.lowercased()
    while let last = folded.last, ".:»›>".contains(last) || last.isWhitespace {
      folded.removeLast()
    }
    return lines.contains(folded) || prefixes.contains { folded.hasPrefix($0) } || isUUID(folded)
      || WebAddress.isURL(folded)
  }

  /// Whether a text is a universally unique identifier: 32 hexadecimal digits in five groups.
  static func isUUID(_ text: some StringProtocol) -> Bool {
    let groups = text.split(separator: "-", omittingEmptySubsequences: false)
    return groups.map(\.count) == [8, 4, 4, 4, 12] && groups.joined().allSatisfy(\.isHexDigit)
  }
}
