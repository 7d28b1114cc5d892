import Literature

/// The values that people write into catalogues, front matter and JSON Lines, and the mistakes in
/// them.
enum WrittenValue {
  /// The numbers that can be years.
  static let years = 1...9999

  /// The year in a date as people write it.
  ///
  /// - Parameter complain: is called with the mistake, as the end of a sentence.
  static func year(_ text: String, _ complain: (String) -> Void) -> Int? {
    let year = PublicationDate.year(in: TimeOfDay.removed(from: text))
    if year == nil { complain(unreadable("year", text)) }
    return year
  }

  /// The message about a value that can't be read, as the end of a sentence.
  ///
  /// - Parameter name: the name of the field.
  static func unreadable(_ name: String, _ text: String) -> String {
    let isLong = text.count > longest
    return "has a \(name) that can't be read: \(isLong ? "\(text.prefix(longest))…" : text)"
  }

  /// The length in characters from which a value is not shown as a whole.
  private static let longest = 100

  /// The values of a facet without those that have a mistake, each as it is written; "none" alone
  /// means that there is no value.
  ///
  /// - Parameter complain: is called with each mistake, as the end of a sentence.
  static func values(
    _ texts: [String], of facet: FacetName, _ complain: (String) -> Void
  ) -> [String] {
    let texts = texts.map { $0.trimmed }.filter { !$0.isEmpty }
    if texts == ["none"] { return texts }
    return texts.filter { text in
      switch facet.definition.kind {
      case .codes: code(text, of: facet, complain) != nil
      case .count: number(text, of: facet.rawValue, complain) != nil
      case .year: year(text, complain) != nil
      }
    }
  }

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
