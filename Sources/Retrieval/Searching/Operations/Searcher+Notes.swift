import Answers
import Query

extension Searcher {
  /// Notes on a search and its result: words without an operator between them, words that are ids
  /// of documents, unknown words, documents that a range leaves out, if nothing was found, parts of
  /// the query and filters that exclude everything, and words that are found in several forms.
  func notes(
    _ prepared: PreparedSearch, _ request: SearchRequest, foundNothing: Bool
  ) throws -> [SearchNote] {
    let spelling = try SpellingNotes(
      analyzer: reader.analyzer, dictionary: reader.dictionary, database: reader.database
    ).notes(prepared)
    let unknown = Set(spelling.compactMap(\.missingWord))
    let ids = try TypedIDs(identifiers: reader.identifiers).ids(prepared.query) { word in
      foundNothing || words(in: word).contains(where: unknown.contains)
    }
    let inIDs = Set(ids.flatMap { words(in: $0) })
    var notes = AdjacentTermNotes.notes(prepared.query)
    notes += ids.map(TypedIDs.note)
    notes += spelling.filter { note in note.missingWord.map { !inIDs.contains($0) } ?? true }
    notes += try MissingValueNotes(matcher: matcher, snapshot: snapshot).notes(prepared)
    if foundNothing {
      notes += try MissingPartNotes(counter: counter).notes(prepared, unknown: unknown)
      notes += try EmptyFilterNotes(matcher: matcher, snapshot: snapshot).notes(prepared)
      if notes.isEmpty, prepared.plan.allNotes.isEmpty {
        notes = try jointPartNotes(prepared, request)
      }
    }
    if let forms = try formNote([prepared.query]) { notes.append(forms) }
    return notes
  }

  /// The note on words of some searches that are found in other forms than typed.
  func formNote(_ queries: [Query]) throws -> SearchNote? {
    try WordFormNotes(analyzer: reader.analyzer, forms: caches.forms, lists: lists).note(queries)
  }

  /// The words of a text, folded.
  private func words(in text: String) -> [String] {
    reader.analyzer.words(in: text).map(\.folded)
  }
}

extension SearchNote {
  /// The word that is not in the index; `nil` for any other note.
  fileprivate var missingWord: String? {
    if case .unknownWord(let word, _) = self { word } else { nil }
  }
}
