import Literature

extension StrategyLexer {
  /// Reads a range of dates, or words with the tag that follows them.
  mutating func pubmedLexeme() throws(Malformed) -> Bool {
    if dateRange() { return true }
    if text[position] == "[" { return try tagAfterGroup() }
    if try taggedWords() { return true }
    return property()
  }

  /// Reads `hasabstract`, which asks for a property of records, not for a word.
  private mutating func property() -> Bool {
    let end = runEnd(position) { $0 == "[" }
    let word = String(scalars: text[position..<end])
    guard isOperandExpected, StrategyFields.isProperty(word) else { return false }
    note(StrategyNote.ignored(word, "filter"))
    add(.node(.unsupported(word, kind: "filter")), to: end)
    return true
  }

  /// Reads `"2010/01/01"[dp] : "2020"[dp]` or `2010:2020[dp]`.
  private mutating func dateRange() -> Bool {
    guard text[position] == "\"" || QueryCharacters.isASCIIDigit(text[position]) else {
      return false
    }
    let rest = String(scalars: lookahead(from: position))
    guard let match = rest.firstMatch(of: Self.dates) else { return false }
    let tag = match.4.lowercased().trimmingPrefix(" ")
    guard StrategyFields.meaning(of: String(tag), in: .pubmed) != nil,
      let from = Int(match.1), let to = Int(match.3)
    else { return false }
    let typed = String(match.0)
    if case .unsupported(let name)? = StrategyFields.meaning(of: String(tag), in: .pubmed) {
      note(StrategyNote.ignored(typed, name))
      add(.node(.unsupported(typed)), to: position + typed.unicodeScalars.count)
    } else {
      // An open range is written as one from the year 1000, or to the year 3000.
      let last = to >= 3000 ? nil : to
      let years = NumberRange(from: from <= 1000 && last != nil ? nil : from, to: last)
      let node = StrategyYears.node([years], of: typed) { note($0) }
      add(.node(node), to: position + typed.unicodeScalars.count)
    }
    return true
  }

  /// Reads the tag after a parenthesis.
  private mutating func tagAfterGroup() throws(Malformed) -> Bool {
    let (name, _, end) = try tag(at: position)
    addSuffix([name], to: end)
    return true
  }

  /// The index of the bracket after the words and phrases that begin here; `nil`, and the index
  /// where they end otherwise, if something else follows.
  ///
  /// The tag belongs to the last phrase in quotation marks, or to the words after it; this part
  /// begins at `start`.
  private func tagStart() -> (bracket: Int?, start: Int, end: Int) {
    var index = position
    var start = position
    // AND NOT is one operator.
    var isAfterPhrase = !isOperandExpected || lexemes.last?.kind == .and
    var isAfterQuotation = false
    while index < text.count, text[index] != "[" {
      let scalar = text[index]
      if scalar == "(" || scalar == ")" { return (nil, start, index) }
      if scalar == "\"" {
        guard let end = text[(index + 1)...].firstIndex(of: "\"") else {
          return (nil, start, text.count)
        }
        start = index
        index = end + 1
        isAfterPhrase = true
        isAfterQuotation = true
      } else if QueryCharacters.isSeparator(scalar) {
        index += 1
      } else {
        let end = runEnd(index) { $0 == "[" }
        let word = String(scalars: text[index..<end])
        if BooleanOperator(word) != nil,
          isAfterPhrase || word == word.uppercased() || isBeforeReference(end)
        {
          return (nil, start, index)
        }
        if isAfterQuotation, word.unicodeScalars.contains(where: QueryCharacters.isSearchable) {
          start = index
          isAfterQuotation = false
        }
        isAfterPhrase = isReference(word, isFirst: index == position)
        index = max(end, index + 1)
      }
    }
    return index < text.count ? (index, start, index) : (nil, start, index)
  }

  /// Whether a reference to a line, `#3`, follows an index.
  private func isBeforeReference(_ end: Int) -> Bool {
    wordStart(from: end).map { text[$0] == "#" } ?? false
  }

  /// Whether a word refers to a line: `#3`, or `3` at the beginning of an operand.
  private func isReference(_ word: String, isFirst: Bool) -> Bool {
    guard let number = Int(word.drop { $0 == "#" }) else { return false }
    return word.hasPrefix("#")
      || isFirst && isOperandExpected && hasLines && numbers.contains(number)
  }

  /// Refuses an operator in lower case among words that have one tag: it may be part of a phrase.
  ///
  /// “and” is allowed in names of headings, journals and authors, which may contain it.
  private func expectNoOperator(
    in words: Range<Int>, _ meaning: StrategyFields.Meaning, _ name: String
  ) throws(Malformed) {
    let hasText =
      if case .fields(let fields) = meaning {
        !fields.allSatisfy { [.keyword, .subject, .author, .journal].contains($0) }
      } else { false }
    for (word, start) in unquotedWords(in: words) {
      guard let kind = BooleanOperator(word), hasText || kind != .and else { continue }
      throw Malformed(
        "“\(word)” in lower case among words with the tag [\(name)]",
        "Write \(word.uppercased()), or put the words in quotation marks.", at: start)
    }
  }

  /// The words in a part of the text that are not in quotation marks, with their indices.
  func unquotedWords(in part: Range<Int>) -> [(text: String, start: Int)] {
    var words: [(text: String, start: Int)] = []
    var index = part.lowerBound
    while index < part.upperBound {
      if text[index] == "\"" {
        let close = text[(index + 1)..<part.upperBound].firstIndex(of: "\"")
        index = (close ?? part.upperBound) + 1
        continue
      }
      let end = min(runEnd(index), part.upperBound)
      if end > index { words.append((String(scalars: text[index..<end]), index)) }
      index = max(end, index + 1)
    }
    return words
  }

  /// Reads words and phrases up to the tag that follows them; `false` if none follows.
  private mutating func taggedWords() throws(Malformed) -> Bool {
    // If no tag follows the first of some words, none follows the others.
    guard position >= untaggedEnd else { return false }
    let (bracket, start, end) = tagStart()
    guard let index = bracket, index > position else {
      untaggedEnd = end
      return false
    }
    // The words before the part with the tag have no tag: "peer support" community[tiab].
    if start > position {
      untaggedEnd = start
      return false
    }
    let (name, option, close) = try tag(at: index)
    guard var meaning = StrategyFields.meaning(of: name, in: .pubmed) else { return false }
    let typed = String(scalars: text[position..<close])
    var words = text[position..<index]
    let letters = words.filter { $0 != "\"" && !QueryCharacters.isSeparator($0) }
    if StrategyFields.isProperty(String(scalars: letters)) {
      meaning = .unsupported("filter")
    }
    if case .fields([.subject]) = meaning, let slash = words.firstIndex(of: "/") {
      note(QueryNote.noSubheadings(typed))
      words = words[..<slash]
    }
    try expectNoOperator(in: position..<index, meaning, name)
    try expectNoReferences(in: position..<index)
    try expectSpaces(in: position..<index)
    let leaves = try terms.leaves(words, at: position)
    let isHeading = meaning == .fields([.subject]) && !option.hasPrefix("~")
    guard
      let phrase = isHeading
        ? StrategyTerms.heading(words, leaves) : StrategyTerms.phrase(leaves)
    else {
      throw Malformed("“\(typed)” without a word", "Write a word before the tag.", at: position)
    }
    add(.node(try node(phrase, leaves, meaning, name, option, typed)), to: close)
    return true
  }

  /// The node of a term with its tag.
  private mutating func node(
    _ phrase: QueryTree, _ leaves: [QueryTree], _ meaning: StrategyFields.Meaning, _ name: String,
    _ option: String, _ typed: String
  ) throws(Malformed) -> StrategyNode {
    switch meaning {
    case .fields(let fields):
      if fields == [.subject] { noteHeading(phrase.plainText, name, option, typed) }
      noteKeywords([name])
      noteAuthor(name, typed)
      if option.hasPrefix("~") {
        // NEAR also counts the terms between the first and the last one.
        let between = max(0, leaves.count - 2)
        guard let distance = QueryTree.distance(option.dropFirst()),
          distance + between <= QueryTree.farthest
        else {
          throw Malformed(
            "“[\(name):\(option)]” without a valid distance", "Write [\(name):~3].", at: position)
        }
        if leaves.count > 1 {
          return .field(fields, .term(.near(distance: distance + between, leaves)))
        }
      } else if !option.isEmpty, option != "noexp", option != "exp" || fields != [.subject] {
        throw Malformed(
          "Unknown option “:\(option)” of the tag [\(name)]", "Use :noexp or a distance, :~3.",
          at: position)
      }
      return fields == [.any] ? .term(phrase) : .field(fields, .term(phrase))
    case .publicationType:
      return .publicationType(phrase.wildcardText, isExploded: option != "noexp")
    case .date:
      guard let range = StrategyYears.range(typed) else {
        note(StrategyNote.ignored(typed))
        return .unsupported(typed)
      }
      return StrategyYears.node([range], of: typed) { note($0) }
    case .unsupported(let kind):
      if kind == "filter" || kind == "subset",
        let type = PublicationTypes.name(squeezed: phrase.plainText)
      {
        return .publicationType(type, isExploded: true)
      }
      if Subheadings.isField(kind), let words = Subheadings.words(.term(phrase)) {
        return .subheading(typed, words)
      }
      note(StrategyNote.ignored(typed, kind))
      return .unsupported(typed, kind: kind)
    }
  }

  private mutating func noteHeading(
    _ heading: String, _ name: String, _ option: String, _ typed: String
  ) {
    if StrategyFields.isOfMainTopics(name, in: .pubmed) {
      note(StrategyNote.notOnlyMain(typed))
    }
    if option != "noexp", name.hasPrefix("m") {
      noteNarrower(heading, typed)
    }
  }

  // MARK: Patterns

  private static let dates =
    SharedRegex(
      #/^"?(\d{4})(?:\/\d+)*"?\s*(?:\[([^\]]+)\])?\s*:\s*"?(\d{4})(?:\/\d+)*"?\s*\[([^\]]+)\]/#)
}
