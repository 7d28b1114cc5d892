import Literature

/// A search that only combines other lines, in the notation of any platform: `1 or 2`,
/// `(#1 AND #2) NOT S3`, `or/1-4`, `{and #1-#2}`.
struct LineCombination {
  /// The number of a line, and the mark before it: `3`, `#3`, `S3`.
  struct Reference: Equatable {
    let mark: Character?
    let number: Int
  }

  /// The lines as written; of a range, both ends.
  private(set) var references: [Reference] = []
  /// The operators as written.
  private(set) var operators: [Substring] = []
  /// Whether the line begins with a list of lines, as `or/1-4` does.
  private(set) var startsWithList = false
  /// Whether a reference must follow: at the beginning, and after an operator.
  private var isOpen = true

  /// Numbers from here on have four digits, as years have.
  static let leastLong = 1000

  private init() {}

  /// Reads a search, after which a comment in brackets or a full stop may follow.
  ///
  /// - Parameters:
  ///   - mayHaveCount: whether a count of hits may follow: `1 or 2 (345)`.
  ///   - mayBeSingle: whether the search may be one reference without an operator.
  /// - Returns: `nil` if the search has anything else.
  init?(_ search: Substring, mayHaveCount: Bool = false, mayBeSingle: Bool = false) {
    var rest = Self.withoutRemark(search)
    while read(&rest) {}
    let isWhole = rest.isEmpty || mayHaveCount && rest.wholeMatch(of: Self.count) != nil
    if isOpen || !isWhole || operators.isEmpty && !mayBeSingle { return nil }
  }

  /// The combination with which a text begins, up to its first operator: `1 or 2 year follow-up`.
  static func beginning(of text: Substring) -> LineCombination? {
    var rest = text
    var start = LineCombination()
    while start.references.isEmpty || start.operators.isEmpty {
      if !start.read(&rest) { return nil }
    }
    return start
  }

  /// Whether no number can be a year: only numbers with a mark have four digits.
  var hasNoYears: Bool {
    references.allSatisfy { $0.mark != nil || $0.number < Self.leastLong }
  }

  // MARK: Reading

  /// Reads a reference, a list of them, an operator or a parenthesis; `false` at anything else.
  private mutating func read(_ rest: inout Substring) -> Bool {
    guard let first = rest.first else { return false }
    if first.isWhitespace || first == "(" || first == ")" {
      rest.removeFirst()
      return true
    }
    if isOpen, let match = rest.prefixMatch(of: LineReferences.pattern) {
      if let operation = match.output.operation { addListOperator(operation) }
      add(LineReferences(match.output).list, mark: "#")
      rest = rest[match.range.upperBound...]
      return true
    }
    if isOpen, let match = rest.prefixMatch(of: Self.list) {
      addListOperator(match.output.1 ?? match.output.4 ?? "")
      add(String(match.output.2 ?? match.output.3 ?? ""), mark: nil)
      rest = rest[match.range.upperBound...]
      return true
    }
    if isOpen, let match = rest.prefixMatch(of: Self.single) {
      add(String(match.output.2), mark: match.output.1.first)
      rest = rest[match.range.upperBound...]
      return true
    }
    let word = rest.prefix(while: \.isLetter)
    guard let operation = BooleanOperator(word), !isOpen || operation == .not else { return false }
    operators.append(word)
    isOpen = true
    rest = rest[word.endIndex...]
    return true
  }

  private mutating func addListOperator(_ operation: Substring) {
    startsWithList = startsWithList || references.isEmpty
    operators.append(operation)
  }

  /// Adds the numbers of a list, after which an operator must follow.
  private mutating func add(_ list: String, mark: Character?) {
    references += list.split { !$0.isASCIIDigit }.compactMap { Int($0) }
      .map { Reference(mark: mark, number: $0) }
    isOpen = false
  }

  /// A search without the comment and the full stop at its end, as in `1 or 2 [Population].`.
  private static func withoutRemark(_ search: Substring) -> Substring {
    func trimmed(_ text: Substring) -> Substring {
      var rest = text
      while let last = rest.last, last.isWhitespace || ".,;:".contains(last) { rest.removeLast() }
      return rest
    }
    let rest = trimmed(search)
    guard rest.last == "]", let start = rest.lastIndex(of: "[") else { return rest }
    return trimmed(rest[..<start])
  }

  // MARK: Patterns

  /// Ovid's lists: `or/1-4`, `and/2, 5-7`, `1-4/or`.
  private static let list =
    SharedRegex(
      #/(?i)(?:(or|and)\s*\/\s*(\d{1,4}(?:\s*[,-]\s*\d{1,4})*)|(\d{1,4}(?:\s*[,-]\s*\d{1,4})*)\s*\/\s*(or|and)\b)/#
    )
  private static let single = SharedRegex(#/([Ss]?)(\d{1,4})(?!\w)/#)
  private static let count = SharedRegex(#/[(\[]?\d[\d,. ]*[)\]]?\s*/#)
}
