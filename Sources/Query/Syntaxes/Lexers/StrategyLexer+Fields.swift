import Literature

/// Turns the tags of fields into lexemes, with notes on those that have no equivalent.
extension StrategyLexer {
  /// Appends the lexemes of a tag that follows its operand.
  mutating func addSuffix(_ tags: [String], to end: Int) {
    let typed = String(scalars: text[position..<end])
    let (kind, missing) = suffix(tags)
    add(kind, to: end)
    noteMissing(missing, of: typed)
    for tag in tags { noteAuthor(tag, typed) }
    noteKeywords(tags)
    noteMainTopics(tags, typed)
  }

  /// Notes the fields of a list that have no equivalent, by their names.
  mutating func noteMissing(_ names: [String], of typed: String) {
    if names.isEmpty { return }
    note(
      "“\(typed)”: there is no field for \(names.asAlternatives); the others are searched."
    )
  }

  /// Notes that a field of only the first or the last author is read as that of all authors.
  mutating func noteAuthor(_ tag: String, _ typed: String) {
    guard let place = StrategyFields.authorPlace(of: tag, in: syntax) else { return }
    note(StrategyNote.anyAuthor(typed, place))
  }

  /// Notes that fields of author keywords are also searched in subject headings, unless another
  /// field of the list asks for these.
  mutating func noteKeywords(_ tags: [String]) {
    let shown = tags.compactMap { StrategyFields.authorKeywords($0, in: syntax) }
    if shown.isEmpty { return }
    let others = tags.filter { StrategyFields.authorKeywords($0, in: syntax) == nil }
    if others.contains(where: { StrategyFields.searchesHeadings($0, in: syntax) }) { return }
    note(StrategyNote.alsoHeadings(shown[0]))
  }

  /// Notes that a field of main topics is read as that of all subject headings.
  mutating func noteMainTopics(_ tags: [String], _ typed: String) {
    guard tags.contains(where: { StrategyFields.isOfMainTopics($0, in: syntax) }) else { return }
    note(StrategyNote.anyTopic(typed))
  }

  /// Notes that a heading is searched without narrower ones, unless it certainly has none.
  ///
  /// - Parameter typed: the heading with its marks.
  mutating func noteNarrower(_ heading: String, _ typed: String) {
    let name = heading.lowercased().split { !$0.isLetter }.joined(separator: " ")
    if !StrategyFields.lowestHeadings.contains(name) { note(StrategyNote.noNarrower(typed)) }
  }

  /// The lexeme of tags, and the names of those that have no equivalent.
  private func suffix(_ tags: [String]) -> (kind: StrategyLexeme.Kind, missing: [String]) {
    var fields: [StrategyField] = []
    var isType = false
    var isDate = false
    var unsupported: [String] = []
    for tag in tags {
      switch StrategyFields.meaning(of: tag, in: syntax) {
      case .fields(let more)?: fields += more.filter { !fields.contains($0) }
      case .publicationType?: isType = true
      case .date?: isDate = true
      case .unsupported(let name)?: unsupported.append(name)
      case nil: break
      }
    }
    switch (fields.isEmpty, isType, isDate) {
    case (false, false, false): return (.suffix(fields), unsupported)
    case (true, true, false): return (.typeSuffix, unsupported)
    case (true, false, true): return (.dateSuffix, unsupported)
    case (true, false, false):
      return (.unsupportedSuffix(unsupported.joined(separator: " and ")), [])
    default:
      return (.mixedSuffix(fields, isType: isType, isDate: isDate), unsupported)
    }
  }

  /// The lexeme of a tag that precedes its operand; `nil` if the platform has no such tag.
  func prefix(_ tag: String) -> StrategyLexeme.Kind? {
    switch StrategyFields.meaning(of: tag, in: syntax) {
    case .fields(let fields)?: .prefix(fields)
    case .publicationType?: .typePrefix
    case .date?: .datePrefix
    case .unsupported(let name)?: .unsupportedPrefix(name)
    case nil: nil
    }
  }
}
