import Answers
import Query

extension Searcher {
  /// Notes on a search and its result: words without an operator between them, unknown words,
  /// documents that a range leaves out, if nothing was found, parts of the query and filters that
  /// exclude everything, and words that are found in several forms.
  func notes(_ prepared: PreparedSearch, foundNothing: Bool) throws -> [SearchNote] {
    let spelling = try SpellingNotes(
      analyzer: reader.analyzer, dictionary: reader.dictionary, database: reader.database
    ).notes(prepared)
    var notes =
      try AdjacentTermNotes.notes(prepared.query) + spelling
      + MissingValueNotes(matcher: matcher, snapshot: snapshot).notes(prepared)
    if foundNothing {
      let unknown = spelling.compactMap { note -> String? in
        if case .unknownWord(let word, _) = note { word } else { nil }
      }
      notes += try MissingPartNotes(counter: counter).notes(prepared, unknown: Set(unknown))
      notes += try EmptyFilterNotes(matcher: matcher, snapshot: snapshot).notes(prepared)
    }
    if let forms = try formNote([prepared.query]) { notes.append(forms) }
    return notes
  }

  /// The note on words of some searches that are found in other forms than typed.
  func formNote(_ queries: [Query]) throws -> SearchNote? {
    try WordFormNotes(analyzer: reader.analyzer, forms: caches.forms, lists: lists).note(queries)
  }
}
