import Literature

/// The part of a document that a sentence belongs to, as distinguished by the rules.
enum Zone: Int, CaseIterable, Sendable {
  case title, background, objective, methods, participants, setting, design, results, conclusion
  case registration, references, summary, text
  /// Text outside all sections: page boilerplate.
  case outside

  /// The name in tables.
  var name: String { "\(self)" }

  /// The zone with a name in a table.
  init?(named name: String) {
    guard let zone = Self.allCases.first(where: { $0.name == name }) else { return nil }
    self = zone
  }

  /// The zone of a section by its kind; `nil` if the kind is too unspecific.
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

  /// Whether this zone is a part of another that a heading can name.
  func isPart(of whole: Zone) -> Bool {
    switch self {
    case .objective: whole == .background
    case .participants, .setting, .design: whole == .methods
    default: false
    }
  }
}
