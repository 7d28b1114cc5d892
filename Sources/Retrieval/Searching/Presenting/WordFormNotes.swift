import Analysis
import Answers
import Query

/// Reports which words are found or excluded in other forms than typed, because words are compared
/// by their stems.
///
/// Searches of other platforms and strategies are meant literally, and NOT may exclude more than
/// was meant. In searches of plain words, other forms are expected.
struct WordFormNotes {
  let analyzer: Analyzer
  let forms: WordForms
  let lists: PostingLists

  /// The most words that the note names.
  private static let mostNamed = 5
  /// The most forms of a word that the note names.
  private static let mostForms = 3
  /// No more words are looked up.
  private static let mostRead = 300

  /// A word with the other forms in which it is found, the most frequent first.
  private struct Found {
    let word: SearchedWords.Word
    let forms: [String]
    /// How much more is found than the word as typed.
    let weight: Double
  }

  /// The note on some searches; `nil` if all words are found only as typed.
  func note(_ queries: [Query]) throws -> SearchNote? {
    var searched = SearchedWords(analyzer)
    for query in queries where query.isLiteral || query.isStructured { searched.add(query.tree) }
    // Those that are excluded first, because they lose documents.
    var read = searched.words.filter(\.isExcluded)
    if queries.contains(where: \.isLiteral) {
      let excluded = Set(read.map(\.label))
      read += searched.words.filter { !$0.isExcluded && !excluded.contains($0.label) }
    }
    var found: [Found] = []
    for word in read.prefix(Self.mostRead) {
      try lists.checkDeadline()
      if let more = try find(word, searched) { found.append(more) }
    }
    if found.isEmpty { return nil }
    found.sort { first, second in
      if first.word.isExcluded != second.word.isExcluded { return first.word.isExcluded }
      return first.weight != second.weight
        ? first.weight > second.weight : first.word.label < second.word.label
    }
    return .sentence(Self.text(found, hasMore: read.count > Self.mostRead))
  }

  /// The other forms in which a word is found; `nil` if there are none.
  private func find(_ word: SearchedWords.Word, _ searched: SearchedWords) throws -> Found? {
    let all =
      try word.term.map { try forms.words(of: $0) } ?? forms.words(ofTermsMatching: word.pattern)
    var others: [(word: String, count: Int)] = []
    var total = 0
    for form in all {
      total += form.count
      // The possessive of a word is hardly another form.
      if form.word.contains("'") || form.word.contains("’") { continue }
      if !word.pattern.matches(form.word), !searched.isTyped(form.word, as: word) {
        others.append(form)
      }
    }
    if others.isEmpty { return nil }
    others.sort { $0.count != $1.count ? $0.count > $1.count : $0.word < $1.word }
    let count = Double(others.reduce(0) { $0 + $1.count })
    return Found(
      word: word, forms: others.map(\.word), weight: count * count / Double(max(1, total)))
  }

  /// The note.
  ///
  /// - Parameter hasMore: whether some words were not looked up.
  private static func text(_ found: [Found], hasMore: Bool) -> String {
    let shown = found.prefix(mostNamed).map { found in
      let forms = found.forms.prefix(mostForms).map { "“\($0)”" }.joined(separator: ", ")
      let others = found.forms.count > mostForms ? " and others" : ""
      let (sign, verb) = found.word.isExcluded ? ("NOT ", "excludes") : ("", "finds")
      return "\(sign)“\(found.word.label)” also \(verb) \(forms)\(others)"
    }
    let more = found.count - shown.count
    return SearchNote.wordForms + shown.joined(separator: "; ")
      + (more > 0 ? "; and \(hasMore ? "at least " : "")\(more) more." : ".")
  }
}
