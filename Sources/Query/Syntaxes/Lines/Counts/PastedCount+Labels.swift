import Literature

/// Finds the counts of hits that have a label: `Results: 123`, `(n=123)`.
extension PastedCount {
  /// Finds a count with a label at the end of a line, and the date of the search beside it, which
  /// Web of Science exports: `Date Run: Mon Nov 30 2026 … Results: 123`.
  init?(withLabelIn line: String, syntax: QuerySyntax, hasLines: Bool) {
    guard hasLines || syntax != .peerlit else { return nil }
    var before = line[...]
    var text: Substring?
    var hasDate = false
    // Either may come first.
    for _ in 0..<2 {
      let tail = before.suffix(Self.longestLabels)
      if text == nil, Self.endsWithNumber(tail) || tail.contains(where: { "=:".contains($0) }),
        let match = tail.firstMatch(of: Self.labelled) ?? tail.firstMatch(of: Self.separated)
      {
        text = match.output.1
        before = before[..<match.range.lowerBound]
      } else if tail.contains(":"), let date = tail.firstMatch(of: Self.date) {
        hasDate = true
        before = before[..<date.range.lowerBound]
      }
    }
    guard text != nil || hasDate else { return nil }
    before = Self.withoutSign(before)
    if before.isEmpty || Self.needsOperand(before, syntax) { return nil }
    self.init(
      start: before.unicodeScalars.count, text: text.map(String.init) ?? "",
      isCertain: hasLines || hasDate || Self.isComplete(before, syntax),
      isLarge: text.map { Self.isLarge(String($0)) } ?? false)
  }

  /// Whether a line ends with a number, perhaps before a closing mark: few lines do, and patterns
  /// are slow.
  private static func endsWithNumber(_ line: Substring) -> Bool {
    line.reversed().first { !$0.isWhitespace && !")].;".contains($0) }?.isASCIIDigit == true
  }

  /// A search without the comma or the separate dash at its end: `peer.ti. – n = 12`.
  static func withoutSign(_ search: Substring) -> Substring {
    var search = search
    var rest = search
    while let last = rest.last, last.isWhitespace || "-:;,|=".contains(last) { rest.removeLast() }
    while search.last?.isWhitespace == true { search.removeLast() }
    guard rest.endIndex < search.endIndex else { return search }
    // “peer:” is a truncated word.
    let sign = search[rest.endIndex...]
    return sign.first?.isWhitespace == true || sign == "," || sign == ";" ? rest : search
  }

  /// Longer than any date and count with their labels.
  private static let longestLabels = 200

  // MARK: Patterns

  private static let labelled =
    SharedRegex(
      #/(?i)(?:^|[\s|(\[])[(\[]?(?:(?:(?:number|no\.?|nr\.?|total|#)(?:\s+(?:number\s+)?of)?\s+)?(?:(?:search|document)\s+)?(?:results?|hits?|records?|citations?|references?|items?|articles?|documents?|papers?|publications?|(?:hit|result)\s+counts?|found|retrieved|total|yield)(?:\s+(?:found|retrieved|returned|count))?\s*[:=]|n\s*=)\s*(\d{1,3}(?:[,. ]\d{3})+|\d+)(?:\s+(?:results?|hits?|records?|citations?|references?|articles?|documents?|papers?|publications?|studies))?\s*[)\]]?[.;]?$/#
    )
  /// A label without a sign after it, which is separated from the search.
  private static let separated =
    SharedRegex(
      #/(?i)(?:\t|\s{2}|\||\()\s*(?:results?|hits?|records?|n)\s+(\d{1,3}(?:[,. ]\d{3})+|\d+)\s*[)\]]?$/#
    )
  private static let date =
    SharedRegex(
      #/(?i)[\s|](?:date run|run date|search date|date searched|date of search|searched on)\s*:\s[^|]*$/#
    )
}
