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
  /// - Throws: ``QueryError/unknownCode(facet:code:nearest:position:text:)`` for a facet code that
  ///   is not in the vocabulary, ``QueryError/malformed(_:)`` for a mistake in a structured query,
  ///   and ``QueryError/noSuchLine(_:lines:)``.
  public func parse(_ request: SearchRequest) throws(QueryError) -> Query {
    try read(request).query
  }

  /// Reads the query of a request, and the strategy if it is one, which also gives its lines.
  ///
  /// Stops at the deadline of the task (``ReadingDeadline``).
  /// - Throws: as ``parse(_:)``.
  public func read(_ request: SearchRequest) throws(QueryError) -> ReadQuery {
    if let reading = request.reading, reading.answers(request) { return reading }
    let (text, syntax) = (request.text, request.syntax)
    // Why a text that looks like a strategy is searched as words.
    var reason: String?
    if !request.plain, request.isStrategy || StrategyReader.isStrategy(text) {
      do throws(QueryError) {
        let strategy = try StrategyReader(vocabulary: vocabulary)
          .read(text, syntax: syntax, isStrategy: request.isStrategy)
        let query = try line(request.line, of: strategy, text)
        return ReadQuery(query, of: strategy, for: request)
      } catch {
        guard error != .tookTooLong, isPlainList(request) else { throw error }
        if case .malformed(let mistake) = error { reason = mistake.asWords }
      }
    } else if !request.plain, let excess = StrategyReader.excess(in: text), isNative(request) {
      guard isPlainList(request) else { throw .malformed(excess) }
      reason = excess.asWords
    }
    if let line = request.line, line != 1 { throw .noSuchLine(line, lines: []) }
    return ReadQuery(try single(request, looksLikeStrategy: reason), for: request)
  }

  /// The query of a request that is a single search.
  ///
  /// - Parameter reason: why a text that looks like a strategy is searched as words.
  private func single(
    _ request: SearchRequest, looksLikeStrategy reason: String?
  ) throws(QueryError) -> Query {
    let (text, syntax) = (request.text, request.syntax)
    if request.plain { return Self.plain(text) }
    let native = NativeQueryParser(values: values)
    if syntax == nil || syntax == .peerlit, let query = try native.identifiers(text) {
      return query
    }
    if let known = syntax ?? SyntaxRecognition.syntax(of: text), known != .peerlit {
      let strategy = try StrategyReader(vocabulary: vocabulary)
        .read(text, in: known, isRecognised: syntax == nil, isStrategy: false)
      return try line(nil, of: strategy, text)
    }
    let joined = JoinedLines.mistake(in: text)
    var query = try native.terms(text)
    if let joined {
      if query.isStructured { throw .malformed(joined) }
      query.notes.insert(joined.asWords, at: 0)
    }
    if let reason, !query.notes.contains(where: { $0.hasSuffix(MalformedQuery.searchedAsWords) }) {
      query.notes.insert(reason, at: 0)
    }
    if syntax == nil { query.notes = SyntaxHint.notes(text) + query.notes }
    return query
  }

  /// A request whose query has none of the filters of the query that are unknown or invalid.
  ///
  /// - Returns: `nil` if all are valid, or if the rest can't be run. The query is in the query
  ///   language, so that it may be written in another way.
  public func withoutInvalidFilters(
    _ request: SearchRequest
  ) -> (request: SearchRequest, invalid: [InvalidFilter])? {
    guard !request.plain, isNative(request), !StrategyReader.isStrategy(request.text) else {
      return nil
    }
    let text = NativeQueryParser.unlabelled(request.text)?.text ?? request.text
    guard let lexer = try? QueryLexer(text, values: values, leavesOutInvalid: true),
      !lexer.leftOut.isEmpty,
      let query = try? NativeQueryParser(values: values).structured(request.text, lexer)
    else { return nil }
    var valid = request
    valid.text = query.queryText
    return (valid, lexer.leftOut)
  }

  /// Whether a query is in the query language of peerlit.
  private func isNative(_ request: SearchRequest) -> Bool {
    (request.syntax ?? SyntaxRecognition.syntax(of: request.text) ?? .peerlit) == .peerlit
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
    let notes = [strategy.origin(of: line)] + strategy.parts(of: line).flatMap(\.query.notes)
    query.notes = StrategyNote.listingNarrower(DistinctNotes(notes).list) + strategy.notes
    return query
  }

  /// The query of a text without operators, fields or filters.
  private static func plain(_ text: String) -> Query {
    let words = QueryCharacters.words(Array(text.unicodeScalars)[...])
    return Query(
      text: text, tree: words.count == 1 ? .word(words[0]) : .any(should: words.map { .word($0) }))
  }
}
