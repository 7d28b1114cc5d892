import Literature

/// Splits a pasted strategy into lines: line numbers and hit counts are removed, and wrapped lines
/// are joined.
struct StrategyLines {
  /// A line of a strategy.
  struct Line: Equatable {
    /// Its number; its position if lines have no numbers.
    var number: Int
    /// Its range in the pasted text, in scalars, without number and count.
    var range: Range<Int>
    /// Notes on its count of hits and on how it was put together, one sentence each.
    var notes: [String] = []
  }

  private let pasted: [Unicode.Scalar]
  /// The text, with spaces in place of remarks inside lines.
  private(set) var text: [Unicode.Scalar]
  let syntax: QuerySyntax
  /// The lines, in the order of their numbers.
  private(set) var lines: [Line] = []
  /// Text around the lines that is not part of the strategy.
  private(set) var skipped: [String] = []
  /// The second line with a number, and its offset.
  private(set) var repeated: (number: Int, position: Int)?
  /// Sentences on the hit counts that were removed.
  private(set) var counted: [String] = []
  /// The first line with a letter or a Roman numeral as its number, and its offset.
  private(set) var lettered: (label: String, position: Int)?

  /// Splits a text.
  ///
  /// - Parameters:
  ///   - text: from ``StrategyText``.
  ///   - syntax: the language of the lines.
  ///   - isStrategy: whether lines without numbers are separate lines, not one query.
  ///
  /// At the deadline for reading, some lines are missing.
  init(_ text: [Unicode.Scalar], syntax: QuerySyntax, isStrategy: Bool) {
    let text = StrategyText.joiningDividedWords(
      PastedTable.tabbed(text), hasHyphens: syntax != .peerlit)
    pasted = text
    self.text = text
    self.syntax = syntax
    let physical = text.indices.split {
      text[$0] == "\n" || text[$0] == "\r"
    }.map { trimmed($0.startIndex..<$0.endIndex) }.filter { !$0.isEmpty && !isRule($0) }
    lines = numbered(physical)
    let hasNumbers = !lines.isEmpty
    if hasNumbers {
      removeLeadingCounts()
    } else {
      lettered = firstLettered(physical)
      lines = unnumbered(physical, isStrategy: isStrategy)
    }
    removeCounts(hasLines: hasNumbers || lines.count > 1)
    lines.sort { $0.number < $1.number }
  }

  func string(_ range: Range<Int>) -> String { String(scalars: text[range]) }

  /// Replaces a part of the text by spaces.
  mutating func blank(_ range: Range<Int>) {
    for index in range { text[index] = " " }
  }

  private func trimmed(_ range: Range<Int>) -> Range<Int> {
    let isSpace = { (index: Int) in
      QueryCharacters.isSeparator(text[index]) || text[index] == "|" || Self.isBullet(text[index])
    }
    guard let first = range.first(where: { !isSpace($0) }),
      let last = range.last(where: { !isSpace($0) })
    else { return range.lowerBound..<range.lowerBound }
    return first..<last + 1
  }

  /// Whether a scalar is a bullet or a checkbox, also one of a symbol font.
  private static func isBullet(_ scalar: Unicode.Scalar) -> Bool {
    !scalar.isASCII
      && (bullets.contains(scalar) || (0xF000...0xF0FF).contains(scalar.value))
  }

  private static let bullets = Set("□☐☑☒■▪▫●•○◦‣⁃✓✔✗✘►▶▸▹❑❏❍❒◻◼◆◇".unicodeScalars)

  /// Whether a line only separates parts of the text: `-----`, `*****`.
  private func isRule(_ range: Range<Int>) -> Bool {
    range.count > 2 && text[range].allSatisfy { "-=*_~. \t".unicodeScalars.contains($0) }
  }

  // MARK: Numbers

  /// The lines by their numbers; empty if they have none.
  private mutating func numbered(_ whole: [Range<Int>]) -> [Line] {
    var whole = whole
    if whole.allSatisfy({ prefix($0) == nil }) { whole = unlabelled(whole) }
    let (physical, others) = joiningNumbers(whole)
    let prefixes = physical.map(prefix)
    let numbers = prefixes.compactMap { $0 }.drop { !$0.canBegin }.map { $0.number }
    let step = numbers.count > 1 && numbers[1] == numbers[0] - 1 ? -1 : 1
    let longest = physical.map(width).max() ?? 0
    var found: [Line] = []
    var end = StrategyLineEnd("")
    var before: [Range<Int>] = []
    var remarks: [Range<Int>] = []
    // The remarks up to here are not part of a line, or are blanked.
    var settled = 0
    for (place, (range, prefix)) in zip(physical, prefixes).enumerated() {
      if ReadingDeadline.isOver { break }
      let last = found.last?.number
      // Histories may leave out a few lines.
      let isNext = prefix.map { prefix in
        last.map { (1...9).contains((prefix.number - $0) * step) } ?? prefix.canBegin
      }
      if let prefix, isNext == true {
        found.append(Line(number: prefix.number, range: prefix.start..<range.upperBound))
        end = StrategyLineEnd(string(prefix.start..<range.upperBound))
        settled = remarks.count
      } else if let prefix, found.contains(where: { $0.number == prefix.number }),
        string(range).contains(Self.markedNumber)
      {
        repeated = repeated ?? (prefix.number, range.lowerBound)
      } else if found.isEmpty {
        before.append(range)
      } else {
        let line = string(range)
        let isWrapped = mayBeWrapped(
          after: physical[place - 1], line, longest: longest)
        switch StrategyRemark.reading(line, after: end, isWrapped: isWrapped, syntax: syntax) {
        case .remark: remarks.append(range)
        case .continuation(let isCertain):
          // A remark in between is not part of the line.
          for index in remarks[settled...].joined() { text[index] = " " }
          settled = remarks.count
          found[found.count - 1].range = found[found.count - 1].range.lowerBound..<range.upperBound
          // A line with only a number can be a page number.
          let isDoubtful = line.allSatisfy(\.isASCIIDigit) && !end.endsWithOperator
          end.append(line)
          if !isCertain || isDoubtful {
            found[found.count - 1].notes.append(
              "“\(line)” is read as the continuation of line \(found[found.count - 1].number).")
          }
        }
      }
    }
    guard found.count > 1 || isOnlyLine(found, of: physical) else {
      text = pasted
      return []
    }
    remarks = (remarks + others.pages).sorted { $0.lowerBound < $1.lowerBound }
    skipped = before.map(string) + remarks.map { String(scalars: pasted[$0]) }
    if let count = others.counts.first {
      counted.append(
        others.counts.count == 1
          ? "The hit count “\(String(scalars: pasted[count]))” on a line of its own is not searched."
          : "The \(others.counts.count) hit counts on lines of their own are not searched.")
    }
    return found
  }

  /// Whether the only line with a number is a strategy of one line.
  ///
  /// “1 peer” alone is a query, but “1. peer” is a line, and so is “1 peer.ti. 123”.
  private func isOnlyLine(_ found: [Line], of physical: [Range<Int>]) -> Bool {
    guard let line = found.first, physical.count == 1 || syntax != .peerlit,
      let first = physical.first(where: { !StrategyRemark.isHeading(string($0)) }),
      first.contains(line.range.lowerBound)
    else { return false }
    let typed = string(first)
    if typed.contains(Self.numberAndPoint) || typed.contains(Self.markAndNumber) { return true }
    // Elsewhere, S100 is a protein.
    if syntax == .ebsco || syntax == .peerlit, typed.contains(Self.letterAndNumber) { return true }
    let count = PastedCount(string(line.range), syntax: syntax, hasLines: true)
    return line.number == 1 && syntax != .peerlit && count?.isCertain == true
  }

  /// Numbers from here on have four digits, as years have.
  static let leastLong = 1000

  /// The number at the beginning of a line, and the index at which the rest begins.
  ///
  /// `canBegin` is whether it can be the number of the first line: a number of four digits without
  /// a mark is a year, unless it follows the numbers of other lines.
  func prefix(_ range: Range<Int>) -> (number: Int, start: Int, canBegin: Bool)? {
    let line = string(range)
    let pattern = Self.number
    guard let match = line.prefixMatch(of: pattern), let number = Int(match.1) else { return nil }
    let rest = line[match.range.upperBound...]
    // The number of “1 or 2” is a reference to a line, and that of a running head is a page number.
    if rest.starts(with: Self.operatorFirst) || StrategyRemark.isRunningHead(line) { return nil }
    return (
      number, range.lowerBound + match.output.0.unicodeScalars.count,
      number < Self.leastLong || line.first.map { "#SL".contains($0) } == true
    )
  }

  /// Lines without numbers: each separate, or all joined.
  private mutating func unnumbered(_ physical: [Range<Int>], isStrategy: Bool) -> [Line] {
    guard let first = physical.first, let last = physical.last else { return [] }
    guard isStrategy || combinesLines(physical) else {
      return [Line(number: 1, range: first.lowerBound..<last.upperBound)]
    }
    var found: [Line] = []
    var end = StrategyLineEnd("")
    var headings: [Range<Int>] = []
    // Whether the last line ends with limits, after which other labels follow.
    var isLimited = false
    for range in physical {
      if ReadingDeadline.isOver { break }
      let line = string(range)
      if StrategyRemark.isHeading(line) {
        skipped.append(line)
        headings.append(range)
        continue
      }
      let search = beforeLimits(range)
      let isLabel =
        search.isEmpty
        || isLimited && StrategyRemark.isSetting(line) && line.contains { "-:=".contains($0) }
      isLimited = isLabel || search.upperBound < range.upperBound
      if let before = found.last,
        isLabel || end.isOpen(syntax) || StrategyRemark.startsWithOperator(line)
      {
        // A heading in between is not part of the line.
        for index in headings.joined() { text[index] = " " }
        headings = []
        found[found.count - 1].range = before.range.lowerBound..<range.upperBound
        end.append(line)
      } else {
        headings = []
        found.append(Line(number: found.count + 1, range: range))
        end = StrategyLineEnd(line)
      }
    }
    return found
  }

  /// The search in a line, without the limits and buttons after it; empty if it has only these, as
  /// in `Timespan: 2010-01-01 to 2015-12-31`.
  private func beforeLimits(_ range: Range<Int>) -> Range<Int> {
    // The space before a button is part of its mark.
    StrategyLimits(text, max(0, range.lowerBound - 1)..<range.upperBound, syntax: syntax).range
  }

  /// Whether one of the lines combines others by their positions: `1 or 2`, `or/1-3`, `#1 AND #2`.
  private func combinesLines(_ physical: [Range<Int>]) -> Bool {
    physical.enumerated().dropFirst(2).contains { position, range in
      let line = string(range)
      guard line.starts(with: Self.combination), let first = line.firstMatch(of: Self.digits) else {
        return false
      }
      // A wrapped query can have “1 or 2” as well, but hardly after that many lines.
      return (1...position).contains(Int(first.output) ?? 0)
    }
  }

  /// Only the operator has spaces before it, and only the number after it: if both could have the
  /// same spaces, the ways to divide them would double with each operator.
  private static let combination =
    SharedRegex(
      #/^(?i)[\s(]*(?:[#S]\d{1,4}|\d{1,3})(?:[\s)]+(?:and|or|not)\b[\s(]*(?:not\b[\s(]*)?(?:[#S]\d{1,4}|\d{1,3}))+[\s)]*(?:\s[(\[]?\d[\d,.]*[)\]]?)?[.,;]?(?:\s?\[[^\[\]\n]*\])?$|^(?i)(?:or|and)\/\s*\d/#
    )

  /// Whether the line before was long enough to be wrapped where a line begins.
  ///
  /// Wrapped text has a break only where the next word does not fit.
  private func mayBeWrapped(after before: Range<Int>, _ line: String, longest: Int) -> Bool {
    let word = line.prefix { !$0.isWhitespace }
    return before.count + 1 + word.count >= max(Self.narrowest, longest * 3 / 4)
  }

  /// The number of columns of a line as pasted; of lines that were joined, of the longest.
  private func width(_ range: Range<Int>) -> Int {
    text[range].split { $0 == "\n" || $0 == "\r" || StrategyText.isInvisible($0) }
      .map(\.count).max() ?? 0
  }

  /// Text is hardly ever wrapped at fewer columns.
  private static let narrowest = 40

  // MARK: Counts

  /// Removes the hit counts before the searches of lines with numbers, and notes what was removed.
  ///
  /// A number after a single space can be a word of the search. If most lines begin with a number,
  /// it is a count if it is too large for a word or comes before references to lines. If all lines
  /// begin with one, all are counts, provided that one of them certainly or probably is.
  private mutating func removeLeadingCounts() {
    let counts = lines.map { LeadingCount(string($0.range)) }
    let found = counts.compactMap(\.self)
    let isSure = found.contains { $0.isCertain || $0.isLarge || $0.isBeforeReferences }
    let isUsual = lines.count > 1 && found.count * 2 > lines.count && isSure
    let isEverywhere = isUsual && found.count == lines.count
    var removed: [Int] = []
    for (index, count) in counts.enumerated() {
      guard let count else { continue }
      let isCount =
        count.isCertain || isEverywhere || isUsual && (count.isLarge || count.isBeforeReferences)
      if isCount {
        let range = lines[index].range
        lines[index].range = trimmed(range.lowerBound + count.length..<range.upperBound)
        removed.append(lines[index].number)
      } else if count.isLarge, lines.count > 1 {
        lines[index].notes.append(
          "“\(count.text)” at the beginning is searched. If it is a hit count, put a tab after it.")
      }
    }
    noteRemoved(removed, (one: "before the search", several: "before the searches"))
  }

  /// Notes the lines whose hit counts were removed.
  ///
  /// - Parameters:
  ///   - numbers: the numbers of these lines.
  ///   - place: where the counts were, for one line and for several.
  private mutating func noteRemoved(_ numbers: [Int], _ place: (one: String, several: String)) {
    guard let first = numbers.min(), let last = numbers.max() else { return }
    counted.append(
      first == last
        ? "The hit count \(place.one) of line \(first) is not searched."
        : "The hit counts \(place.several) of \(numbers.count) lines, \(first) to \(last), are "
          + "not searched.")
  }

  /// Removes the hit counts at the ends of the lines, and notes what was removed.
  ///
  /// A number after a single space can be a word of the query. It is a count if it is at least
  /// ``PastedCount/leastLarge`` and most lines end with a number, or if all lines do and most of
  /// these numbers can't be words.
  ///
  /// - Parameter hasLines: whether the lines have numbers, or are several.
  private mutating func removeCounts(hasLines: Bool) {
    let counts = lines.map {
      PastedCount(string($0.range), syntax: syntax, hasLines: hasLines)
    }
    let found = counts.compactMap(\.self)
    let isUsual = lines.count > 1 && found.count * 2 > lines.count
    let sure = found.count { $0.isCertain || $0.isLarge }
    let isEverywhere = lines.count > 1 && found.count == lines.count && sure * 2 > lines.count
    var removed: [Int] = []
    for (index, count) in counts.enumerated() {
      guard let count else { continue }
      if count.isCertain || isEverywhere || isUsual && count.isLarge {
        let end = lines[index].range.lowerBound + count.start
        lines[index].range = trimmed(lines[index].range.lowerBound..<end)
        if count.isCertain {
          if !count.text.isEmpty { removed.append(lines[index].number) }
        } else {
          lines[index].notes.append(
            "“\(count.text)” at the end is read as a hit count and is not searched.")
        }
      } else if count.isLarge, lines.count > 1 {
        lines[index].notes.append(
          "“\(count.text)” at the end is searched. If it is a hit count, put it in parentheses "
            + "or after a tab.")
      }
    }
    noteRemoved(removed, (one: "at the end", several: "at the ends"))
  }

  // MARK: Patterns

  private static let markedNumber = SharedRegex(#/^(\d+[.):]\s|[#S]\d+\s)/#)
  private static let numberAndPoint = SharedRegex(#/^[#S]?\d{1,3}[.):|]\s/#)
  private static let markAndNumber =
    SharedRegex(#/^#\d{1,3}\s+(?!(?i)(?:and|or|not|[nw]\d+)\b)[\w("*]/#)
  private static let letterAndNumber =
    SharedRegex(#/^S\d{1,2}\s+(?!(?i)(?:and|or|not|[nw]\d+)\b)[\w("*]/#)
  private static let number =
    SharedRegex(#/^(?:[*-]\s+)?(?:#\s?|[SL])?(\d{1,4})(?:\s*[.):|]\s*|\s+[-\/]\s+|\s+)(?=\S)/#)
  private static let operatorFirst = SharedRegex(#/^(?i)(and|or|not)(\s|$)/#)
  private static let digits = SharedRegex(#/\d+/#)
}
