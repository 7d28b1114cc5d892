import Literature

/// Numbers that are alone on a line, as in tables copied from a PDF or a web page.
struct LoneNumbers {
  /// The role of a number.
  enum Role {
    /// The number of the search on the next line.
    case line
    /// A count of hits.
    case count
    /// The number of a page.
    case page
  }

  /// The role of each line; `nil` for a line that is part of a search.
  private(set) var roles: [Role?] = []

  private let numbers: [(number: Int, isMarked: Bool)?]
  private let prefixes: [Int?]
  private var last: Int?
  private var step: Int?

  /// Finds the roles of the lines of a text.
  ///
  /// - Parameters:
  ///   - lines: the lines, without empty ones.
  ///   - prefixes: for each line, the number before its text; `nil` if there is none.
  ///   - syntax: the syntax of the strategy.
  init(_ lines: [String], prefixes: [Int?], syntax: QuerySyntax) {
    numbers = lines.map(Self.number)
    self.prefixes = prefixes
    var end = StrategyLineEnd("")
    // Whether no text has followed the last number.
    var isAfterNumber = false
    for (index, line) in lines.enumerated() {
      guard let (number, isMarked) = numbers[index] else {
        roles.append(nil)
        if isAfterNumber {
          end = StrategyLineEnd(line)
        } else if let number = prefixes[index], begin(number) {
          end = StrategyLineEnd(line)
        } else if !StrategyRemark.isHeading(line) {
          end.append(line)
        }
        isAfterNumber = false
        continue
      }
      let next = index + 1 < lines.count ? lines[index + 1] : nil
      if isAfterNumber {
        roles.append(.count)
      } else if end.isOpen(syntax) {
        // If the number were a term, an operator would follow it.
        let isPage =
          next.map { !StrategyRemark.startsWithOperator($0) } == true && !isMarked
          && numbers[index + 1] == nil && prefixes[index + 1] == nil
        roles.append(isPage ? .page : nil)
        if !isPage { end.append(line) }
      } else if next != nil, isMarked || isNext(number, at: index), begin(number) {
        roles.append(.line)
        isAfterNumber = true
      } else {
        roles.append(last == nil || isMarked ? nil : .count)
      }
    }
    // Without several line numbers, the numbers are probably those of pages, not counts.
    if roles.count(where: { $0 == .line }) < 2 {
      roles = roles.map { $0 == .count ? .page : $0 }
    }
  }

  /// Whether an unmarked number can be that of the next line, not a count.
  private func isNext(_ number: Int, at index: Int) -> Bool {
    // Of two equal numbers, the first is a count.
    if let (other, isMarked) = numbers[index + 1], other == number, !isMarked { return false }
    if let other = prefixes[index + 1], abs(other - number) < 2 { return false }
    guard let last else { return number == 1 }
    let steps = step.map { [$0] } ?? (last > 1 ? [1, -1] : [1])
    return steps.contains { number == last + $0 }
  }

  /// Begins a line if its number can follow that of the previous one; `false` otherwise.
  private mutating func begin(_ number: Int) -> Bool {
    if let last {
      let difference = number - last
      guard (1...9).contains(abs(difference)), step.map({ difference * $0 > 0 }) ?? true else {
        return false
      }
      step = difference > 0 ? 1 : -1
    }
    last = number
    return true
  }

  /// The number of a line that contains nothing else, and whether it has a mark such as `#`; `nil`
  /// for any other line.
  private static func number(_ line: String) -> (number: Int, isMarked: Bool)? {
    guard let match = line.wholeMatch(of: Self.lone) else { return nil }
    let digits = match.2.filter(\.isASCIIDigit)
    guard let number = Int(digits) else { return nil }
    return (number, !match.1.isEmpty)
  }

  private static let lone =
    SharedRegex(#/((?:#\s?|[SL](?=\d))?)(\d{1,3}(?:[, ]\d{3}){1,4}|\d{1,7})[.):]?/#)
}
