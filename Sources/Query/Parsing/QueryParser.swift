import Literature

/// Parses the query language: text in, ``Query`` out.
///
///     try QueryParser().parse("role -mentor method:qualitative")
///     // tree (any role (not mentor)), filter method: qualitative
///
/// A query is *structured* if it uses an operator in capitals, a field or a filter; a mistake in it
/// is an error. Other text is never malformed: it is searched as plain words, and a note names what
/// was ignored. Time is linear in the length of the text.
public struct QueryParser: Sendable {
  private let values: FilterValueParser
  private let vocabulary: Vocabulary

  /// Creates a parser for the codes of a facet vocabulary.
  public init(vocabulary: Vocabulary = .standard) {
    values = FilterValueParser(vocabulary: vocabulary)
    self.vocabulary = vocabulary
  }

  /// Parses a query.
  ///
  /// - Parameters:
  ///   - plain: treat the text as plain words: no operators, fields or filters.
  ///   - syntax: the language of the query; `nil` to detect it.
  /// - Throws: as ``parse(_:)``.
  public func parse(
    _ text: String, plain: Bool = false, syntax: QuerySyntax? = nil
  ) throws(QueryError) -> Query {
    var request = SearchRequest(text)
    request.plain = plain
    request.syntax = syntax
    return try parse(request)
  }

  /// Parses the query of a request.
  ///
  /// - Throws: ``QueryError/unknownCode(facet:code:nearest:position:)`` for a facet code that is
  ///   not in the vocabulary, ``QueryError/malformed(_:)`` for a mistake in a structured query, and
  ///   ``QueryError/noSuchLine(_:lines:)``.
  public func parse(_ request: SearchRequest) throws(QueryError) -> Query {
    let (text, syntax) = (request.text, request.syntax)
    if !request.plain, request.isStrategy || StrategyReader.isStrategy(text) {
      do throws(QueryError) {
        let strategy = try StrategyReader(vocabulary: vocabulary)
          .read(text, syntax: syntax, isStrategy: request.isStrategy)
        return try line(request.line, of: strategy, text)
      } catch {
        guard isPlainList(request) else { throw error }
      }
    }
    if let line = request.line, line != 1 { throw .noSuchLine(line, lines: []) }
    if request.plain { return Self.plain(text) }
    if syntax == nil || syntax == .peerlit {
      if let identifier = Self.identifier(text) ?? Self.identifiers(text) {
        return Query(text: text, tree: identifier)
      }
      if let other = UnreadSyntax.problem(text) { throw .malformed(other) }
    }
    if let known = syntax ?? SyntaxRecognition.syntax(of: text), known != .peerlit {
      let strategy = try StrategyReader(vocabulary: vocabulary)
        .read(text, in: known, isRecognised: syntax == nil, isStrategy: false)
      return try line(nil, of: strategy, text)
    }
    let lexer = try QueryLexer(text, values: values)
    var query = lexer.isStructured ? try structured(text, lexer) : unstructured(text, lexer)
    if syntax == nil, let hint = SyntaxHint.note(text) { query.notes.insert(hint, at: 0) }
    return query
  }

  /// A request whose query has none of the filters of the query that are unknown or invalid.
  ///
  /// - Returns: `nil` if all are valid, or if the rest can't be run. The query is in the query
  ///   language, so that it may be written in another way.
  public func withoutInvalidFilters(
    _ request: SearchRequest
  ) -> (request: SearchRequest, invalid: [InvalidFilter])? {
    let syntax = request.syntax ?? SyntaxRecognition.syntax(of: request.text) ?? .peerlit
    guard !request.plain, syntax == .peerlit, !StrategyReader.isStrategy(request.text),
      let lexer = try? QueryLexer(request.text, values: values, leavesOutInvalid: true),
      !lexer.leftOut.isEmpty, let query = try? structured(request.text, lexer)
    else { return nil }
    var valid = request
    valid.text = query.queryText
    return (valid, lexer.leftOut)
  }

  /// Whether a text with numbered lines is only a list of plain words, which is never malformed.
  private func isPlainList(_ request: SearchRequest) -> Bool {
    !request.isStrategy && request.line == nil && request.syntax == nil
      && SyntaxRecognition.syntax(of: request.text) == nil
      && (try? QueryLexer(request.text, values: values))?.isStructured == false
  }

  /// The query of a line of a strategy, or of a search from another platform.
  ///
  /// - Parameter number: `nil` for the last line, which usually combines the others.
  private func line(
    _ number: Int?, of strategy: Strategy, _ text: String
  ) throws(QueryError) -> Query {
    guard let line = try strategy.line(number) else {
      return Query(text: text, tree: .nothing, isStructured: true, syntax: strategy.syntax)
    }
    var query = line.query
    var notes = [strategy.origin(of: line)]
    for part in strategy.parts(of: line) {
      notes += part.query.notes.filter { !notes.contains($0) }
    }
    query.notes = notes + strategy.notes
    return query
  }

  /// A structured query, which is run as written or refused.
  private func structured(_ text: String, _ lexer: QueryLexer) throws(QueryError) -> Query {
    do throws(Malformed) {
      let mistakes = [lexer.malformed, lexer.oddity].compactMap(\.self)
      if let first = mistakes.min(by: { $0.position < $1.position }) { throw first }
      var grammar = QueryGrammar(lexer.lexemes, isStrict: true)
      let tree = try grammar.whole()
      if tree.isOnlyNegative, grammar.filter.isEmpty {
        throw Malformed(
          "Only excluded terms", "Add a word to search for.",
          at: lexer.lexemes.first?.position ?? 0)
      }
      return Query(
        text: text, tree: tree, filter: grammar.filter, notes: Self.bounded(lexer.notes),
        isStructured: true)
    } catch {
      throw .malformed(
        MalformedQuery(
          text: text, problem: error.problem, fix: error.fix, position: error.position))
    }
  }

  /// Plain text, of which all words are searched.
  private func unstructured(_ text: String, _ lexer: QueryLexer) -> Query {
    var notes = lexer.notes
    let lexemes = lexer.lexemes.filter { lexeme in
      guard lexeme.kind == .minusGroup else { return lexeme.kind != .plusGroup }
      notes.append("“-” has no effect before a parenthesis; use NOT.")
      return false
    }
    var tree = QueryTree.nothing
    do throws(Malformed) {
      if let malformed = lexer.malformed { throw malformed }
      var grammar = QueryGrammar(lexemes)
      tree = try grammar.whole()
    } catch {
      notes.append("\(error.reason). Searched as plain words.")
      var grammar = QueryGrammar(Self.sideBySide(lexemes))
      // Without structure, nothing can be malformed.
      tree = (try? grammar.whole()) ?? .nothing
    }
    if tree.isOnlyNegative {
      notes.append("The query only excludes words; add a word to search for.")
    }
    return Query(text: text, tree: tree, notes: Self.bounded(notes))
  }

  /// The query of a text that is an identifier as a whole.
  ///
  /// Short numbers are years and counts more often than PMIDs.
  private static func identifier(_ text: String) -> QueryTree? {
    // A tag of PubMed follows: 10.1000/xyz[doi].
    if text.hasSuffix("]"), SyntaxRecognition.syntax(of: text) != nil { return nil }
    guard let identifier = Identifier.readings(of: text).first else { return nil }
    // `doi:` without a space after it is a field.
    let parts = text.split(separator: ":", maxSplits: 1)
    if parts.count == 2, parts[1].first != " ", parts[0].allSatisfy(\.isLetter),
      IdentifierField(rawValue: parts[0].lowercased()) != nil
    {
      return nil
    }
    let isNumber = text.utf8.allSatisfy { (0x30...0x39).contains($0) || $0 == 0x20 }
    if isNumber, identifier.scheme == .pmid, identifier.value.count < 5 { return nil }
    return .identifier(nil, identifier.value)
  }

  /// The query of a list of identifiers, separated by spaces or commas.
  private static func identifiers(_ text: String) -> QueryTree? {
    // Most queries begin with a letter.
    guard let first = text.utf8.first, (0x30...0x39).contains(first) else { return nil }
    let parts = text.split { $0.isWhitespace || $0 == "," || $0 == ";" }
    guard (2...100).contains(parts.count) else { return nil }
    var trees: [QueryTree] = []
    for part in parts {
      guard let identifier = Identifier.readings(of: String(part)).first else { return nil }
      let isNumber = part.utf8.allSatisfy { (0x30...0x39).contains($0) }
      if isNumber, !(5...8).contains(part.count) { return nil }
      trees.append(.identifier(nil, identifier.value))
    }
    return .any(should: trees)
  }

  private static func plain(_ text: String) -> Query {
    let words = QueryCharacters.words(Array(text.unicodeScalars)[...])
    return Query(
      text: text, tree: words.count == 1 ? .word(words[0]) : .any(should: words.map { .word($0) }))
  }

  /// The terms without parentheses; excluded words stay excluded.
  private static func sideBySide(_ lexemes: [QueryLexeme]) -> [QueryLexeme] {
    lexemes.enumerated().filter { index, lexeme in
      let next = index + 1 < lexemes.count ? lexemes[index + 1].kind : .close
      return switch (lexeme.kind, next) {
      case (.atom, _), (.plus, .atom), (.minus, .atom): true
      default: false
      }
    }.map(\.element)
  }

  /// Each note only once, and at most ten.
  private static func bounded(_ notes: [String]) -> [String] {
    var seen = Set<String>()
    let distinct = notes.filter { seen.insert($0).inserted }
    guard distinct.count > 10 else { return distinct }
    return distinct.prefix(10) + ["\(distinct.count - 10) more notes are not shown."]
  }
}
