import Literature

/// A combination of lines with a slip: `OR 1-2`, `1 or/2`, `1 + 2`, `#1 #2`.
///
/// It would be searched as words, and would find nothing.
struct LineSlip {
  /// The part with the slip.
  let text: String
  /// Its offset in the line, in scalars.
  let position: Int
  /// What the platform reads.
  let fix: String

  /// Finds the slip in a line; `nil` if there is none.
  ///
  /// - Parameter numbers: the numbers of all lines.
  init?(_ line: String, numbers: Set<Int>, _ syntax: QuerySyntax) {
    if let fix = Self.fix(line, numbers, syntax) {
      text = line.oneLine
      position = 0
      self.fix = fix
      return
    }
    guard line.contains("+") else { return nil }
    let sum = line.matches(of: Self.sum).first { match in
      [match.output.2, match.output.3].allSatisfy { Int($0).map(numbers.contains) == true }
    }
    guard let sum else { return nil }
    text = String(sum.output.1)
    position = line[..<sum.output.1.startIndex].unicodeScalars.count
    fix = "Write AND or OR between the lines."
  }

  /// What to write in place of a line that only combines others; `nil` if it is correct, or has
  /// anything but references to lines and operators.
  private static func fix(_ line: String, _ numbers: Set<Int>, _ syntax: QuerySyntax) -> String? {
    guard line.utf8.count <= longest,
      LineCombination(line[...], mayBeSingle: true) == nil
    else { return nil }
    let search = line.prefix { $0 != "[" }
    var parts: [Part] = []
    for word in search.split(whereSeparator: { $0.isWhitespace || "()".contains($0) }) {
      // Other platforms read it as AND.
      if syntax == .peerlit, word == "&" {
        parts.append(.sign)
        continue
      }
      guard let found = Part.parts(of: word) else { return nil }
      parts += found
    }
    let isUnjoined = zip(parts, parts.dropFirst()).contains { first, second in
      first.isOperand && second.isOperandOrSign
    }
    let hasList = search.contains("/") || parts.contains { $0.isRange }
    let lines = parts.flatMap { $0.lines }
    guard isUnjoined || hasList, !lines.isEmpty, lines.allSatisfy({ numbers.contains($0) }) else {
      return nil
    }
    let operators = Set(parts.compactMap { $0.operation })
    return syntax == .ovid ? list(parts, operators) : written(lines, operators, syntax)
  }

  /// Longer than any line that only combines others and has a slip.
  private static let longest = 200

  /// The advice for Ovid, which has lists: `or/1-4`.
  private static func list(_ parts: [Part], _ operators: Set<BooleanOperator>) -> String {
    let list = parts.compactMap { $0.text }.joined(separator: ",")
    if operators.isEmpty { return "Write or/\(list) or and/\(list)." }
    guard operators.count == 1, let operation = operators.first, operation != .not else {
      return "Write lists of lines as or/1-4, and an operator between two lines."
    }
    return "Write \(operation.rawValue)/\(list)."
  }

  /// The advice for other platforms.
  private static func written(
    _ lines: [Int], _ operators: Set<BooleanOperator>, _ syntax: QuerySyntax
  ) -> String {
    let mark = syntax == .ebsco ? "S" : "#"
    let shown = lines.prefix(3).map { "\(mark)\($0)" }
    let operation = operators.count == 1 ? operators.first ?? .and : operators.isEmpty ? .and : .or
    let example = shown.joined(separator: " \(operation.rawValue.uppercased()) ")
    return "Write each line and the operators between them: \(example)"
      + (lines.count > 3 ? " …" : ".")
  }

  // MARK: Patterns

  private static let sum =
    SharedRegex(
      #/(?:^|[\s(])([#Ss]?(\d{1,4})\s+\+\s+[#Ss]?(\d{1,4}))(?=\s*(?:$|\)|(?i:and|or|not)\b))/#)
}

/// A part of a line that only combines others.
private enum Part {
  case reference(Int)
  case range(Int, Int)
  case operation(BooleanOperator)
  /// A sign where an operator is missing.
  case sign

  var isOperand: Bool {
    switch self {
    case .reference, .range: true
    case .operation, .sign: false
    }
  }

  var isOperandOrSign: Bool {
    if case .operation = self { false } else { true }
  }

  var isRange: Bool {
    if case .range = self { true } else { false }
  }

  /// The lines that it names.
  var lines: [Int] {
    switch self {
    case .reference(let number): [number]
    // No strategy has more lines.
    case .range(let first, let last): Array((first...last).prefix(StrategyLines.mostLines))
    case .operation, .sign: []
    }
  }

  /// The lines as in a list of Ovid.
  var text: String? {
    switch self {
    case .reference(let number): "\(number)"
    case .range(let first, let last): "\(first)-\(last)"
    case .operation, .sign: nil
    }
  }

  var operation: BooleanOperator? {
    if case .operation(let operation) = self { operation } else { nil }
  }

  /// The parts of a word: one, or those of a list such as `or/2`, `1-4,7` and `1+2`; `nil` for any
  /// other word.
  static func parts(of word: Substring) -> [Part]? {
    if let operation = BooleanOperator(word) { return [.operation(operation)] }
    if ["+", "-", ","].contains(word) { return [.sign] }
    guard let match = word.wholeMatch(of: pattern) else { return nil }
    var parts: [Part] = []
    if let operation = match.output.1 ?? match.output.3, let known = BooleanOperator(operation) {
      parts.append(.operation(known))
    }
    for piece in match.output.2.split(whereSeparator: { ",+;.".contains($0) }) {
      let ends = piece.split(separator: "-").compactMap { Int($0.drop { "#Ss".contains($0) }) }
      guard let first = ends.first, let last = ends.last, first <= last, ends.count < 3 else {
        return nil
      }
      parts.append(ends.count == 2 ? .range(first, last) : .reference(first))
    }
    return parts
  }

  // MARK: Patterns

  private static let pattern =
    SharedRegex(
      #/(?:(?i:(or|and))\/)?([#Ss]?\d{1,4}(?:[-,+][#Ss]?\d{1,4})*[,.;]?)(?:\/(?i:(or|and)))?/#)
}
