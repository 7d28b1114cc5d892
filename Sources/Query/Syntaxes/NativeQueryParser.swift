import Literature

/// Parses one query in the query language of peerlit.
struct NativeQueryParser {
  let values: FilterValueParser
  /// Whether single quotation marks enclose phrases in plain text as well, as in the lines of a
  /// strategy.
  var readsSingleQuotes = false

  /// Parses a query.
  ///
  /// - Throws: ``QueryError/unknownCode(facet:code:nearest:position:text:)`` and
  ///   ``QueryError/malformed(_:)``.
  func parse(_ text: String) throws(QueryError) -> Query {
    if let query = try identifiers(text) { return query }
    return try terms(text)
  }

  /// The query of a text that is nothing but identifiers; `nil` for any other text.
  ///
  /// - Throws: ``QueryError/malformed(_:)`` for a search in a language that is not read.
  func identifiers(_ text: String) throws(QueryError) -> Query? {
    if let identifier = Self.identifier(text) ?? Self.identifierList(text) {
      return Query(text: text, tree: identifier)
    }
    if let other = UnreadSyntax.problem(text) { throw .malformed(other) }
    return nil
  }

  /// The query of a text of terms, operators, fields and filters.
  ///
  /// - Throws: as ``parse(_:)``.
  func terms(_ text: String) throws(QueryError) -> Query {
    let lexer = try QueryLexer(text, values: values, readsSingleQuotes: readsSingleQuotes)
    guard lexer.isStructured else { return unstructured(text, lexer) }
    guard let (rest, label) = Self.unlabelled(text) else { return try structured(text, lexer) }
    var query = try structured(
      text, QueryLexer(rest, values: values, readsSingleQuotes: readsSingleQuotes))
    query.notes.insert("“\(label.text)” is read as a label and is not searched.", at: 0)
    return query
  }

  /// A structured query with spaces in place of its label, so that offsets stay the same, and the
  /// label; `nil` if it has none.
  static func unlabelled(_ text: String) -> (text: String, label: StrategyLabel)? {
    guard let label = StrategyLabel.beforeGroup(in: text) else { return nil }
    let rest = String(scalars: text.unicodeScalars.dropFirst(label.length))
    return (String(repeating: " ", count: label.length) + rest, label)
  }

  /// A structured query, which is run as written or refused.
  func structured(_ text: String, _ lexer: QueryLexer) throws(QueryError) -> Query {
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
      throw .malformed(error.mistake(in: text))
    }
  }

  /// Plain text; all its words are searched.
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
      notes.append(error.mistake(in: text).asWords)
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
    let isNumber = text.utf8.allSatisfy { $0.isDigit || $0 == 0x20 }
    if isNumber, identifier.scheme == .pmid, identifier.value.count < 5 { return nil }
    return .identifier(nil, identifier.value)
  }

  /// The query of a list of identifiers, separated by spaces or commas.
  private static func identifierList(_ text: String) -> QueryTree? {
    // Most queries begin with a letter.
    guard let first = text.utf8.first, first.isDigit else { return nil }
    let parts = text.split { $0.isWhitespace || $0 == "," || $0 == ";" }
    guard (2...100).contains(parts.count) else { return nil }
    var trees: [QueryTree] = []
    for part in parts {
      guard let identifier = Identifier.readings(of: String(part)).first else { return nil }
      let isNumber = part.utf8.allSatisfy(\.isDigit)
      if isNumber, !(5...8).contains(part.count) { return nil }
      trees.append(.identifier(nil, identifier.value))
    }
    return .any(should: trees)
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
    let distinct = DistinctNotes(notes).list
    guard distinct.count > 10 else { return distinct }
    return distinct.prefix(10) + ["\(distinct.count - 10) more notes are not shown."]
  }
}
