import Literature

/// Finds the study design that means the same as a publication type of another platform.
enum PublicationTypes {
  /// The code of the design; `nil` if none means the same.
  static func design(_ name: String) -> String? { entries[PublicationType.key(name)]?.code }

  /// Whether documents with a type may lack its design, because their records say too little: many
  /// documents of the type “Review” are none by their text.
  static func isVague(_ name: String) -> Bool {
    entries[PublicationType.key(name)]?.isGiven == false
  }

  /// The name of a type whose design is known, from its name without spaces, as in filters of
  /// PubMed: `systematicreview`; `nil` for others.
  static func name(squeezed text: String) -> String? { names[letters(text)] }

  private static func letters(_ text: String) -> String { text.lowercased().filter(\.isLetter) }

  // A search can have thousands of types, so the names are not compared with each.

  /// The study designs by the keys of their names.
  private static let entries: [String: Vocabulary.Entry] = {
    var entries: [String: Vocabulary.Entry] = [:]
    for entry in designs {
      for name in entry.headings + [entry.label] {
        let key = PublicationType.key(name)
        if entries[key] == nil { entries[key] = entry }
      }
    }
    return entries
  }()

  /// The names of study designs by their letters.
  private static let names: [String: String] = {
    var names: [String: String] = [:]
    for name in designs.flatMap({ $0.headings + [$0.label] }) where names[letters(name)] == nil {
      names[letters(name)] = name
    }
    return names
  }()

  private static var designs: [Vocabulary.Entry] {
    Vocabulary.standard.entries.filter { $0.facet == .method }
  }
}
