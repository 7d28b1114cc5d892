import Literature

/// The part of a document that a sentence belongs to, as far as rules distinguish parts.
enum Zone: Int, CaseIterable, Sendable {
  case title, background, objective, methods, participants, setting, design, results, conclusion
  case registration, references, summary, text
  /// What the reader left out of every section: page boilerplate.
  case outside

  /// The name in tables.
  var name: String { "\(self)" }

  /// The zone of a name in a table.
  init?(named name: String) {
    guard let zone = Self.allCases.first(where: { $0.name == name }) else { return nil }
    self = zone
  }

  /// The zone of a section whose kind its source gave; nothing where the kind says too little.
  init?(_ kind: Section.Kind) {
    switch kind {
    case .abstract, .body: return nil
    case .background: self = .background
    case .methods: self = .methods
    case .results: self = .results
    case .discussion: self = .conclusion
    case .references: self = .references
    }
  }
}

/// A sentence of a text.
struct Sentence {
  /// Its words, by their numbers in the text.
  var words: Range<Int>
  /// The part of the document that it is in.
  var zone: Zone
  /// Every class that one of its words belongs to.
  var classes: WordClasses
}
