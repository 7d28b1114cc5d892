/// The lines of a strategy that others refer to, written out.
///
/// A line that refers twice to the one before it doubles that line, so that a few short lines could
/// fill the memory.
struct ReferencedLines {
  /// The maximum length of all lines that replace references, together, in bytes.
  private static let longest = 1_000_000

  private var texts: [Int: String] = [:]
  private var length = 0

  /// A line in the query language.
  mutating func text(_ number: Int, _ line: StrategyLowering.Lowered) -> String {
    if let text = texts[number] { return text }
    let query = Query(text: "", tree: Self.whole(line.tree), filter: line.filter)
    let text = query.queryText
    texts[number] = text
    return text
  }

  /// Counts what a line refers to.
  ///
  /// - Parameters:
  ///   - numbers: the lines, each as often as the line refers to it.
  ///   - known: the lines that can be referred to.
  mutating func add(
    _ numbers: [Int], of known: [Int: StrategyLowering.Lowered]
  ) throws(Malformed) {
    for number in numbers {
      guard let line = known[number] else { continue }
      length += text(number, line).utf8.count
      guard length > Self.longest else { continue }
      // The limit is for all lines: this one may be short.
      throw Malformed(
        "More than a million characters in all referenced lines",
        "Refer to long lines less often, or divide the strategy.", at: 0)
    }
  }

  /// Refuses a line that is nested too deep to be searched.
  static func check(_ line: StrategyLowering.Lowered) throws(Malformed) {
    let highest = StrategyNode.highest
    guard line.tree?.isDeeper(than: highest) == true else { return }
    throw Malformed(
      "More than \(highest) nested operators, including referenced lines,", "Divide the strategy.",
      at: 0)
  }

  /// The tree of a whole query.
  static func whole(_ tree: QueryTree?) -> QueryTree {
    if case .not(let excluded)? = tree { return .any(should: [], not: [excluded]) }
    return tree ?? .nothing
  }
}
