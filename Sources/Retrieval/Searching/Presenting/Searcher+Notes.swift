import Answers

extension Searcher {
  /// Notes on the result of a search: unknown words, documents that a range leaves out, and, if
  /// nothing was found, filters that exclude everything.
  func notes(_ prepared: PreparedSearch, foundNothing: Bool) throws -> [SearchNote] {
    var notes =
      try SpellingNotes(
        analyzer: reader.analyzer, dictionary: reader.dictionary, database: reader.database
      ).notes(prepared)
      + MissingValueNotes(matcher: matcher, snapshot: snapshot).notes(prepared)
    if foundNothing {
      notes += try EmptyFilterNotes(matcher: matcher, snapshot: snapshot).notes(prepared)
    }
    return notes
  }
}
