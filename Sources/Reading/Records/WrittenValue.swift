import Literature

/// The values that people write into catalogues and front matter, and the mistakes in them.
enum WrittenValue {
  /// A whole number.
  ///
  /// - Parameters:
  ///   - name: the name of the field.
  ///   - complain: is called with the mistake, as the end of a sentence.
  static func number(_ text: String, of name: String, _ complain: (String) -> Void) -> Int? {
    // Spreadsheets write whole numbers with ".0".
    let number = WrittenNumber.value(text.hasSuffix(".0") ? String(text.dropLast(2)) : text)
    let article = name.first.map { "aeiou".contains($0) } == true ? "an" : "a"
    if number == nil { complain("has \(article) \(name) that is not a number: \(text)") }
    return number
  }

  /// The code with a name that filters accept.
  ///
  /// - Parameter complain: is called with the mistake, as the end of a sentence.
  static func code(
    _ name: String, of facet: FacetName, _ complain: (String) -> Void
  ) -> String? {
    switch Vocabulary.standard.namedCode(name, in: facet) {
    case .code(let code): return code
    case .unknown(let nearest):
      let hint = nearest.isEmpty ? "" : "; did you mean \(nearest.quotedAlternatives)?"
      complain("has an unknown \(facet.rawValue): \(name)\(hint)")
    case .group(let code, let narrower):
      complain(
        "has a \(facet.rawValue) that is only a group of codes: \(code); "
          + "use one of \(narrower.joined(separator: ", "))")
    }
    return nil
  }
}
