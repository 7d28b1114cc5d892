import Literature

/// Lines to which a search refers: `#3`, or a list in braces, as the Cochrane Library writes it,
/// `{or #1-#4, #7}`.
struct LineReferences {
  /// Whether OR joins the lines, not AND.
  let areAlternatives: Bool
  /// The numbers and ranges, without marks and spaces: `1-4,7`.
  let list: String

  /// - Parameter found: the output of ``pattern``.
  init(_ found: (Substring, operation: Substring?, list: Substring?, single: Substring?)) {
    areAlternatives = found.operation?.lowercased() != "and"
    list = (found.list ?? found.single ?? "").matches(of: Self.range).map { range in
      range.output.last.map { "\(range.output.first)-\($0)" } ?? String(range.output.first)
    }.joined(separator: ",")
  }

  /// The numbers, in order.
  ///
  /// - Parameter lastLine: the last line that can exist; of the numbers after it, a range gives
  ///   only the first, which is enough for the error that it is missing.
  func numbers(lastLine: Int) -> some Sequence<Int> {
    list.split(separator: ",").lazy.flatMap { range in
      let ends = range.split(separator: "-").compactMap { Int($0) }
      let (first, last) = (ends.min() ?? 0, ends.max() ?? 0)
      return first...max(first, min(last, lastLine + 1))
    }
  }

  // MARK: Patterns

  /// A list in braces, in which commas or spaces separate numbers and ranges, or a single
  /// reference.
  static let pattern =
    SharedRegex(
      #/\{\s*(?<operation>(?i:and|or))\s+(?<list>[#S]?\d{1,4}(?:\s*-\s*[#S]?\d{1,4})?(?:(?:\s*,\s*|\s+)[#S]?\d{1,4}(?:\s*-\s*[#S]?\d{1,4})?)*)\s*\}|#(?<single>\d{1,4})\b/#
    )
  private static let range = SharedRegex(#/(?<first>\d+)(?:\s*-\s*[#S]?(?<last>\d+))?/#)
}
