import Literature

/// A sign between a search and the count of its hits: `1 or 2 = 12`, `peer[ti] – 12`.
struct CountSign {
  /// The search before the sign.
  let search: Substring
  /// Whether the number after it can't be part of the search.
  let isCertain: Bool

  /// Finds the sign at the end of a text; `nil` if there is none, or if it may be part of the
  /// search, such as the dash between two years.
  ///
  /// - Parameters:
  ///   - text: what precedes the number.
  ///   - digits: the number.
  ///   - isLabelled: whether a word such as “results” follows the number.
  init?(_ text: Substring, _ digits: Substring, _ syntax: QuerySyntax, isLabelled: Bool) {
    let sign = text.reversed().prefix { "=:->→".contains($0) }
    guard (1...2).contains(sign.count), sign.first != ">" || sign.count == 2 else { return nil }
    var search = text.dropLast(sign.count)
    let isSpaced = search.last?.isWhitespace == true
    while search.last?.isWhitespace == true { search.removeLast() }
    if search.starts(with: PastedCount.limit) { return nil }
    self.search = search
    if PastedCount.isComplete(search, syntax) || isLabelled && isSpaced {
      isCertain = true
      return
    }
    // A small number can be part of a word: “covid - 19”.
    guard isSpaced, sign.allSatisfy({ $0 == "-" || $0 == "→" }) || sign.first == ">",
      search.last?.isNumber == false
    else { return nil }
    isCertain = PastedCount.isLarge(String(digits))
  }
}
