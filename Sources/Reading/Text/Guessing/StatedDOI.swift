import Literature

/// Finds the DOI that a text states as its own.
enum StatedDOI {
  /// The only DOI at the beginning of a text, if it is introduced as one: by "doi", by a resolver,
  /// or alone on its line.
  ///
  /// Two different DOIs come from a list of references or related works, so none is taken.
  static func find(in text: String) -> String? {
    var found = Set<String>()
    for line in text.prefix(4000).split(whereSeparator: \.isNewline).prefix(25) {
      guard line.utf8.count <= 400, let doi = DOI.first(in: String(line)) else { continue }
      let folded = line.lowercased()
      if folded.contains("doi") || folded.utf8.count <= doi.utf8.count + 2 { found.insert(doi) }
    }
    return found.count == 1 ? found.first : nil
  }
}
