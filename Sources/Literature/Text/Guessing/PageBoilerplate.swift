/// Lines that belong to a web page, not to the work on it.
enum PageBoilerplate {
  private static let rows = TableResource.rows("page-boilerplate.tsv")
  private static let lines = Set(rows.filter { $0[0] == "line" }.map { String($0[1]) })
  private static let prefixes = rows.filter { $0[0] == "prefix" }.map { String($0[1]) }

  /// Whether a line is boilerplate: known words of pages, or a bare identifier or URL.
  static func contains(_ line: Substring) -> Bool {
    guard line.utf8.count <= 300 else { return false }
    var folded = line.lowercased()
    while let last = folded.last, ".:»›>".contains(last) || last.isWhitespace {
      folded.removeLast()
    }
    return lines.contains(folded) || prefixes.contains { folded.hasPrefix($0) } || isUUID(folded)
      || isAddress(folded)
  }

  /// Whether a text is a universally unique identifier: 32 hexadecimal digits in five groups.
  static func isUUID(_ text: some StringProtocol) -> Bool {
    let groups = text.split(separator: "-", omittingEmptySubsequences: false)
    return groups.map(\.count) == [8, 4, 4, 4, 12] && groups.joined().allSatisfy(\.isHexDigit)
  }

  private static func isAddress(_ text: String) -> Bool {
    (text.hasPrefix("http://") || text.hasPrefix("https://") || text.hasPrefix("www."))
      && !text.contains(where: \.isWhitespace)
  }
}
