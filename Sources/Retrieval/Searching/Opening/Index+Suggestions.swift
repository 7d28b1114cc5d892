import Answers

extension Index {
  /// Completes and corrects a text as it is typed.
  ///
  /// - Parameter limit: maximum number of completions.
  public func suggest(_ text: String, limit: Int = 8) throws -> Suggestions {
    try use { searcher in
      let reader = searcher.reader
      let generation = reader.snapshot.generation
      let (known, isStale) = words.current(generation)
      if let known, isStale {
        Task.detached(priority: .utility) { [self] in try? readWords() }
        return Suggester(analyzer: reader.analyzer, words: known).suggestions(text, limit: limit)
      }
      let list = try known ?? WordList(reader.database)
      if known == nil { words.keep(list, generation) }
      return Suggester(analyzer: reader.analyzer, words: list).suggestions(text, limit: limit)
    }
  }

  /// Reads the words for suggestions, so that the first suggestion does not have to wait.
  public func readWords() throws {
    defer { words.forget() }
    try use { searcher in
      words.keep(
        try WordList(searcher.reader.database), searcher.reader.snapshot.generation)
    }
  }
}
