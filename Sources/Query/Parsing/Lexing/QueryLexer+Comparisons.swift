import Literature

/// Filters that are written as in articles, without a colon or with spaces: `year>2015`,
/// `year > 2015`, `year:2015 .. 2020`.
///
/// Articles also write `n=25` and `n = 25`, so plain text with these words has no note.
extension QueryLexer {
  /// Reports a filter without its colon: `year>2015`, `method=qualitative`.
  mutating func doubtComparison(_ run: ArraySlice<Unicode.Scalar>) {
    guard run.count < Self.longestComparison,
      let sign = run.firstIndex(where: { Self.isSign($0) && $0 != ":" }),
      let facet = facetName(run[..<sign])
    else { return }
    let value = String(scalars: run[(run[sign] == "=" ? sign + 1 : sign)...])
    // Looking up the names of codes takes longer, and another error reports unknown ones.
    guard
      facet.definition.kind == .codes
        ? value.unicodeScalars.contains(where: QueryCharacters.isSearchable)
        : (try? values.value(of: facet, value)) != nil
    else { return }
    let word = String(scalars: run)
    let filter = Self.filter(facet, value)
    if run[sign] == "=", facet.definition.kind == .count {
      return doubtEquation(word, filter, at: run.startIndex)
    }
    doubt(
      "“\(word)” without a colon", "Write \(filter).", at: run.startIndex,
      note: "“\(word)” is searched as a word. For a filter, write \(filter).")
  }

  /// Reports a number in the words of articles, `n = 25`, which is a mistake only in a structured
  /// query.
  private mutating func doubtEquation(_ words: String, _ filter: String, at start: Int) {
    doubt(
      "“\(words)” without a colon", "Write \(filter), or \"\(words)\" in quotation marks.",
      at: start, note: nil)
  }

  /// Reports a range of years without its field: `2010..2015`.
  mutating func doubtBareRange(_ run: ArraySlice<Unicode.Scalar>) {
    guard hasDigit, (6...10).contains(run.count), run.contains("."),
      run.allSatisfy({ QueryCharacters.isASCIIDigit($0) || $0 == "." })
    else { return }
    let years = String(scalars: run)
    guard years.contains(".."), (try? values.value(of: .year, years)) != nil else { return }
    let filter = Self.filter(.year, years)
    doubt(
      "“\(years)” without a field", "Write \(filter).", at: run.startIndex,
      note: "“\(years)” is searched as a word. For a filter, write \(filter).")
  }

  /// Reports a filter with spaces around its sign, after its name was read: `year > 2015`,
  /// `year : 2015`.
  ///
  /// - Returns: `false` for any other run.
  mutating func spacedComparison(_ run: ArraySlice<Unicode.Scalar>) -> Bool {
    guard run.count < Self.longestComparison else { return false }
    let end = run.firstIndex(where: Self.isSign) ?? run.endIndex
    var rest = text[end...].prefix(Self.longestComparison)
    var sign = ""
    while let next = rest.first, Self.isSign(next) || QueryCharacters.isSeparator(next) {
      if Self.isSign(next) { sign.unicodeScalars.append(next) }
      rest.removeFirst()
    }
    // Nearly all words end here.
    if sign.isEmpty { return false }
    let typed = rest.prefix { !QueryCharacters.isBoundary($0) }
    // No facet is called “size” alone: “sample” is before it.
    let isSize = String(scalars: run[..<end]).lowercased() == "size"
    // Another message reports “year: 2015”.
    guard !typed.isEmpty, typed.startIndex > run.endIndex,
      sign != ":" || run.last != ":" || isSize, let facet = facetName(run[..<end])
    else { return false }
    let isColon = sign.hasPrefix(":")
    let comparison = sign.filter { $0 != ":" }
    if facet.definition.kind == .codes, !["", "="].contains(comparison) { return false }
    let value = Self.trimmed((comparison == "=" ? "" : comparison) + String(scalars: typed))
    guard (try? values.value(of: facet, value)) != nil else { return false }
    let start = isSize ? lexemes.last?.position ?? run.startIndex : run.startIndex
    let words = Self.trimmed(String(scalars: text[start..<typed.endIndex]).oneLine)
    let filter = Self.filter(facet, value)
    if comparison == "=", !isColon, facet.definition.kind == .count {
      doubtEquation(words, filter, at: start)
      return true
    }
    doubt(
      isColon ? "Spaces in “\(words)”" : "“\(words)” without a colon", "Write \(filter).",
      at: start, note: "“\(words)” is searched as words. For a filter, write \(filter).")
    return true
  }

  /// Reports the rest of a range that a space separates from its filter: `year:2015 .. 2020`,
  /// `n:20 to 50`.
  mutating func doubtSpacedRange(of facet: FacetName, _ value: String, at start: Int) {
    guard facet.definition.kind != .codes, position < text.count,
      QueryCharacters.isSeparator(text[position])
    else { return }
    let rest = text[position...].prefix(Self.longestComparison)
      .drop(while: QueryCharacters.isSeparator)
    guard let match = String(scalars: rest).prefixMatch(of: Self.upperEnd) else { return }
    let hasDots = value.hasSuffix("..")
    let (sign, number) = (match.output.1, match.output.2)
    // “year:2015 2020” are a filter and a word.
    guard sign != nil || hasDots && number != nil, number != nil || sign == ".." else { return }
    let range = "\(value)\(hasDots ? "" : "..")\(number ?? "")"
    guard (try? values.value(of: facet, range)) != nil else { return }
    let end = rest.startIndex + match.output.0.unicodeScalars.count
    let typed = String(scalars: text[start..<end]).oneLine
    let filter = Self.filter(facet, range)
    doubt(
      "A space in “\(typed)”", "Write \(filter), without the space.", at: start,
      note: "“\(typed)” has a space. For the whole range, write \(filter).")
  }

  /// The facet that a name means, as filters, parameters or articles write it: `n`, `sample_size`,
  /// `sample size`.
  private func facetName(_ typed: ArraySlice<Unicode.Scalar>) -> FacetName? {
    guard typed.first.map(QueryCharacters.isASCIILetter) == true else { return nil }
    let name = String(scalars: typed).lowercased().replacing("-", with: "_")
    if let definition = FacetDefinition.filters.first(where: {
      $0.field == name || $0.name.rawValue == name
    }) {
      return definition.name
    }
    guard name == "size", case .atom(.word(let before))? = lexemes.last?.kind,
      before.lowercased() == "sample"
    else { return nil }
    return .sampleSize
  }

  /// A filter as it is written in the query language.
  private static func filter(_ facet: FacetName, _ value: String) -> String {
    "\(facet.definition.field ?? facet.rawValue):\(value)"
  }

  private static func isSign(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "<", ">", "≤", "≥", "=", ":": true
    default: false
    }
  }

  /// Longer than any comparison.
  private static let longestComparison = 40

  /// The upper end of a range, and the sign before it.
  private static let upperEnd =
    SharedRegex(#/(?:(\.\.|[-–—]|to(?=\s))\s*)?(?:(\d[\d,]*)(?=[\s)]|$))?/#)
}
