import Literature

/// Finds the study design that means the same as a publication type of another platform.
struct PublicationTypes {
  var vocabulary = Vocabulary.standard

  /// The code of the design; `nil` if none means the same.
  func design(_ name: String) -> String? {
    let key = Self.key(name)
    return vocabulary.entries.first { entry in
      entry.facet == .method
        && (entry.headings + [entry.label]).contains { Self.key($0) == key }
    }?.code
  }

  /// The name of a type whose design is known, from its name without spaces, as in filters of PubMed:
  /// `systematicreview`; `nil` for others.
  func name(squeezed text: String) -> String? {
    let letters = text.lowercased().filter(\.isLetter)
    return vocabulary.entries.lazy.filter { $0.facet == .method }
      .flatMap { $0.headings + [$0.label] }
      .first { $0.lowercased().filter(\.isLetter) == letters }
  }

  private static func key(_ name: String) -> String {
    let key = name.lowercased().split { !$0.isLetter }.joined(separator: " ")
      .replacing("randomised", with: "randomized")
    // The current name of the type in Web of Science.
    return key == "review article" ? "review" : key
  }
}
