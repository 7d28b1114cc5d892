/// What a short form stands for.
struct Sense {
  /// Its terms.
  var long: [String]
  /// As written.
  var shown: String
}

/// A short form as it was typed.
struct SenseKey: Hashable {
  /// Folded.
  var short: String
  /// Whether it was typed in capitals, as abbreviations are.
  var isCapital: Bool
}

/// What abbreviations were found for words of queries, kept between queries of one snapshot as
/// ``WordFamilies`` keeps what it found.
final class ExpansionFacts {
  private(set) var senses: [SenseKey: [Sense]] = [:]
  /// Short forms by long ones, by the first two terms of those.
  private(set) var shortForms: [String: [String: [String]]] = [:]

  /// How much is kept: whoever asks for very many different words looks them up again.
  private static let limit = 20_000

  func keep(_ found: [Sense], _ key: SenseKey) {
    if senses.count >= Self.limit { senses.removeAll() }
    senses[key] = found
  }

  func keep(_ found: [String: [String]], _ beginning: String) {
    if shortForms.count >= Self.limit { shortForms.removeAll() }
    shortForms[beginning] = found
  }
}
