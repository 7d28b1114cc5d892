/// The lines of a strategy that others refer to, written out.
///
/// A line that refers twice to the one before it doubles that line, so that a few short lines could
/// fill the memory.
struct ReferencedLines {
  /// The most characters that all lines may have together which are put in place of references.
  private static let longest = 1_000_000
  /// The most levels of operators in one line, with those of the lines that it refers to.
  private static let deepest = 500

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
      if length > Self.longest { throw Self.tooLarge }
    }
  }

  /// Refuses a line that is nested too deep to be searched.
  static func check(_ line: StrategyLowering.Lowered) throws(Malformed) {
    if line.tree?.isDeeper(than: deepest) == true { throw tooLarge }
  }

  private static var tooLarge: Malformed {
    Malformed(
      "Too many terms in the lines that this line refers to", "Divide the strategy.", at: 0)
  }

  /// The tree of a whole query.
  static func whole(_ tree: QueryTree?) -> QueryTree {
    if case .not(let excluded)? = tree { return .any(should: [], not: [excluded]) }
    return tree ?? .nothing
  }
}
