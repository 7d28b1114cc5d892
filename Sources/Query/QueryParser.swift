import Appraisal

/// Parses the query language: text in, ``Query`` out.
///
///     try QueryParser().parse("role -mentor method:qualitative")
///     // tree (any role (not mentor)), filter method: qualitative
///
/// Malformed text is never an error: it is searched as plain words, and a note names the mistake.
/// Time is linear in the length of the text.
public struct QueryParser: Sendable {
  private let values: FilterValueParser

  /// Creates a parser for the codes of a facet vocabulary.
  public init(vocabulary: Vocabulary = .standard) {
    values = FilterValueParser(vocabulary: vocabulary)
  }

  /// Parses a query.
  ///
  /// - Parameter plain: treat the text as plain words: no operators, fields or filters.
  /// - Throws: ``QueryError/unknownCode(facet:code:nearest:position:)`` for a facet code that is not
  ///   in the vocabulary.
  public func parse(_ text: String, plain: Bool = false) throws(QueryError) -> Query {
    if plain { return Self.plain(text) }
    let lexer = try QueryLexer(text, values: values)
    var notes = lexer.notes
    var filter = Filter()
    var tree = QueryTree.nothing
    do throws(Malformed) {
      if let malformed = lexer.malformed { throw malformed }
      var grammar = QueryGrammar(lexer.lexemes)
      tree = try grammar.whole()
      filter = grammar.filter
      notes += grammar.notes
    } catch {
      notes.append(
        "\(error.reason). Searched as plain words, ignoring AND, OR, NOT, NEAR and parentheses.")
      var grammar = QueryGrammar(Self.sideBySide(lexer.lexemes))
      // Without structure there is nothing left that could be malformed.
      tree = (try? grammar.whole()) ?? .nothing
      filter = grammar.filter
      notes += grammar.notes
    }
    if tree.isOnlyNegative {
      notes.append("The query only excludes words; add a word to search for.")
    }
    return Query(text: text, tree: tree, filter: filter, notes: Self.bounded(notes))
  }

  private static func plain(_ text: String) -> Query {
    let words = QueryCharacters.words(Array(text.unicodeScalars)[...])
    return Query(
      text: text, tree: words.count == 1 ? .word(words[0]) : .any(should: words.map { .word($0) }))
  }

  /// The lexemes without operators and parentheses.
  ///
  /// Excluded words stay excluded. If there are only operators, they become words.
  private static func sideBySide(_ lexemes: [QueryLexeme]) -> [QueryLexeme] {
    var kept: [QueryLexeme] = []
    for (place, lexeme) in lexemes.enumerated() {
      let next = place + 1 < lexemes.count ? lexemes[place + 1].kind : .close
      switch (lexeme.kind, next) {
      case (.atom, _), (.limit, _): kept.append(lexeme)
      case (.plus, .atom), (.minus, .atom), (.minus, .limit): kept.append(lexeme)
      case (.not, .atom), (.not, .limit):
        kept.append(QueryLexeme(kind: .minus, position: lexeme.position))
      default: break
      }
    }
    if !kept.isEmpty { return kept }
    return lexemes.compactMap { lexeme in
      lexeme.operatorWord.map {
        QueryLexeme(kind: .atom(.word($0)), position: lexeme.position)
      }
    }
  }

  /// Each note once, and at most ten.
  private static func bounded(_ notes: [String]) -> [String] {
    var seen = Set<String>()
    let distinct = notes.filter { seen.insert($0).inserted }
    guard distinct.count > 10 else { return distinct }
    return distinct.prefix(10) + ["\(distinct.count - 10) more notes like these are not shown."]
  }
}
