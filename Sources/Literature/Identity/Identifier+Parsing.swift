extension Identifier {
  /// Reads an identifier as people write it: a DOI may follow a resolver, a number may follow
  /// "PMID: ".
  ///
  /// `nil` if it is not an identifier of the scheme, or a DOI that was cut off.
  public init?(_ scheme: Scheme, parsing text: String) {
    let text = text.trimmed
    switch scheme {
    case .doi:
      guard let value = DOI.first(in: SerialItemDOI.withoutBlanks(text)),
        !SerialItemDOI.isCutOff(value)
      else { return nil }
      self.init(.doi, value)
    case .pmid:
      let label = text.prefix { !$0.isASCIIDigit }
      let digits = text.dropFirst(label.count).prefix(while: \.isASCIIDigit)
      let rest = text.dropFirst(label.count + digits.count)
      guard (1...9).contains(digits.count), !label.uppercased().hasSuffix("PMC"),
        rest.first?.isLetter != true, !rest.contains(where: \.isNumber)
      else { return nil }
      self.init(.pmid, String(digits))
    case .pmcid:
      let digits = text.drop { !$0.isASCIIDigit }.prefix { $0.isASCIIDigit }
      guard (2...9).contains(digits.count) else { return nil }
      self.init(.pmcid, "PMC\(digits)")
    case .isbn:
      guard let value = Self.isbn(text) else { return nil }
      self.init(.isbn, value)
    case .registry:
      guard !text.isEmpty else { return nil }
      self.init(.registry, text.uppercased())
    case .accession:
      guard let value = AccessionNumber.value(text) else { return nil }
      self.init(.accession, value)
    }
  }

  /// The ten or thirteen digits in a text; the last of ten may be an X.
  ///
  /// Other letters are ignored.
  private static func isbn(_ text: String) -> String? {
    let digits = text.filter(\.isASCIIDigit)
    if digits.count == 10 || digits.count == 13 { return digits }
    guard digits.count == 9, let last = text.lastIndex(where: \.isASCIIDigit) else { return nil }
    let rest = text[last...].dropFirst().drop { $0 == "-" || $0 == " " }
    guard rest.first == "X" || rest.first == "x", rest.dropFirst().first?.isLetter != true
    else { return nil }
    return digits + "X"
  }
}
