import Literature

/// Finds the study design that means the same as a publication type of another platform.
struct PublicationTypes {
  var vocabulary = Vocabulary.standard

  /// The code of the design; `nil` if none means the same.
  func design(_ name: String) -> String? { entry(name)?.code }

  /// Whether documents with a type may lack its design, because their records say too little: many
  /// documents of the type “Review” are none by their text.
  func isVague(_ name: String) -> Bool { entry(name)?.isGiven == false }

  private func entry(_ name: String) -> Vocabulary.Entry? {
    let key = PublicationType.key(name)
    return vocabulary.entries.first { entry in
      entry.facet == .method
        && (entry.headings + [entry.label]).contains { PublicationType.key($0) == key }
    }
  }

  /// The name of a type whose design is known, from its name without spaces, as in filters of
  /// PubMed: `systematicreview`; `nil` for others.
  func name(squeezed text: String) -> String? {
    let letters = text.lowercased().filter(\.isLetter)
    return vocabulary.entries.lazy.filter { $0.facet == .method }
      .flatMap { $0.headings + [$0.label] }
      .first { $0.lowercased().filter(\.isLetter) == letters }
  }
}
