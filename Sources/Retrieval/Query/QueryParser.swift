import Appraisal

/// Reads the query language: text in, ``Query`` out.
///
///     try QueryParser().parse("role -mentor method:qualitative")
///     // tree (any role (not mentor)), filter method: qualitative
///
/// Text that is not well-formed is never an error: its pieces are searched side by side, as plain
/// words are, and a note says what was forgiven. Time grows in step with the text's length.
public struct QueryParser: Sendable {
  private let limits: LimitParser

  /// Makes a parser that knows the codes of a facet vocabulary.
  public init(vocabulary: Vocabulary = .standard) {
    limits = LimitParser(vocabulary: vocabulary)
  }

  /// Reads a query.
  ///
  /// - Parameter plain: whether everything is a word: no operators, no fields, no filters.
  /// - Throws: ``QueryError/unknownCode(facet:code:nearest:position:)`` for a facet field with a
  ///   code that its vocabulary does not have.
  public func parse(_ text: String, plain: Bool = false) throws(QueryError) -> Query {
    if plain { return Self.plain(text) }
    let lexer = try QueryLexer(text, limits: limits)
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
        "\(error.reason): searched as plain words, without AND, OR, NOT, NEAR and parentheses.")
      var grammar = QueryGrammar(Self.sideBySide(lexer.lexemes))
      // What is left has no structure that could be wrong.
      tree = (try? grammar.whole()) ?? .nothing
      filter = grammar.filter
      notes += grammar.notes
    }
    if tree.isOnlyNegative {
      notes.append("Only words to leave out were given: add a word to look for.")
    }
    return Query(text: text, tree: tree, filter: filter, notes: Self.bounded(notes))
  }

  private static func plain(_ text: String) -> Query {
    let words = QueryCharacters.words(Array(text.unicodeScalars)[...])
    return Query(
      text: text, tree: words.count == 1 ? .word(words[0]) : .any(should: words.map { .word($0) }))
  }

  /// The lexemes without what joins them.
  ///
  /// A word that is left out stays so, and where operators are all there is, they are words.
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

  /// Notes are read by people: each once, and not without end.
  private static func bounded(_ notes: [String]) -> [String] {
    var seen = Set<String>()
    let distinct = notes.filter { seen.insert($0).inserted }
    guard distinct.count > 10 else { return distinct }
    return distinct.prefix(10) + ["\(distinct.count - 10) more such notes are left out."]
  }
}
