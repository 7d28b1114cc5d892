import Literature

/// The values of options and parameters, which exclude codes with a hyphen before them.
extension FilterValueParser {
  /// Parses the codes of an option or a parameter, in which a hyphen excludes a code:
  /// `review,-rapid-review`.
  ///
  /// - Throws: ``QueryError/unknownCode(facet:code:nearest:position:text:)`` without the hyphen; a
  ///   part with two hyphens, such as an option, as typed.
  package func codes(
    of facet: FacetName, _ text: String
  ) throws(QueryError) -> (wanted: [String], excluded: [String]) {
    var wanted: [String] = []
    var excluded: [String] = []
    for part in text.split(separator: ",", omittingEmptySubsequences: false) {
      let name = Self.excluded(part)
      guard case .codes(_, let codes) = try value(of: facet, String(name ?? part)) else { continue }
      if name == nil { wanted += codes } else { excluded += codes }
    }
    return (wanted, excluded)
  }

  /// The code that a part of an option or a parameter excludes, without its hyphen; `nil` if it
  /// excludes none.
  package static func excluded(_ part: Substring) -> Substring? {
    let typed = part.drop { $0 == " " }
    guard typed.hasPrefix(CodeFilter.exclusion) else { return nil }
    let code = typed.dropFirst(CodeFilter.exclusion.count)
    return code.hasPrefix(CodeFilter.exclusion) ? nil : code
  }

  /// The filter that an option or a parameter sets.
  ///
  /// - Throws: ``QueryError`` for an unknown code or an invalid range.
  package func filter(of facet: FacetName, _ text: String) throws(QueryError) -> Filter {
    var filter = Filter()
    if facet.definition.kind == .codes {
      let codes = try codes(of: facet, text)
      filter[codes: facet] = CodeFilter(
        wanted: Set(codes.wanted), excluded: Set(codes.excluded))
    } else {
      _ = filter.add(try value(of: facet, text))
    }
    return filter
  }
}
