extension Identifier {
  /// Reads an identifier as people write it: a DOI may follow a resolver, a number may follow
  /// "PMID: ".
  ///
  /// `nil` if it is not an identifier of the scheme.
  public init?(_ scheme: Scheme, parsing text: String) {
    let text = text.trimmed
    switch scheme {
    case .doi:
      guard let value = DOI.first(in: text) else { return nil }
      self.init(.doi, value)
    case .pmid:
      let digits = text.drop { !$0.isASCIIDigit }
      guard (1...9).contains(digits.count), digits.allSatisfy(\.isASCIIDigit) else { return nil }
      self.init(.pmid, String(digits))
    case .pmcid:
      let digits = text.drop { !$0.isASCIIDigit }.prefix { $0.isASCIIDigit }
      guard (2...9).contains(digits.count) else { return nil }
      self.init(.pmcid, "PMC\(digits)")
    case .isbn:
      let digits = text.uppercased().filter { $0.isASCIIDigit || $0 == "X" }
      guard digits.count == 10 || digits.count == 13 else { return nil }
      self.init(.isbn, digits)
    case .registry:
      guard !text.isEmpty else { return nil }
      self.init(.registry, text.uppercased())
    case .key:
      guard !text.isEmpty else { return nil }
      self.init(.key, text)
    }
  }
}
