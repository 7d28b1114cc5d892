import Literature
import Query

/// Codes of facets in an address: those that it asks for, and those that it excludes.
extension PageAddress {
  /// The codes that a parameter asks for; one value may contain several.
  func codes(_ parameter: Parameter) -> [String] {
    values(parameter).flatMap { Self.codes(in: $0).wanted }
  }

  /// The codes that a parameter excludes, each once.
  func excludedCodes(_ parameter: Parameter) -> [String] {
    let excluded = values(parameter).flatMap { Self.codes(in: $0).excluded }
    return excluded.indices.filter { !excluded[..<$0].contains(excluded[$0]) }
      .map { excluded[$0] }
  }

  /// The codes of one value; those that it excludes are without their sign.
  static func codes(in value: String) -> (wanted: [String], excluded: [String]) {
    let parts = value.split(separator: ",")
    return (
      parts.filter { FilterValueParser.excluded($0) == nil }.map { String($0) },
      parts.compactMap { FilterValueParser.excluded($0).map { String($0) } }
    )
  }

  /// The address without the codes of a parameter for which a condition holds, back at the first
  /// hits.
  ///
  /// - Parameter isUnwanted: gets a code and whether the parameter excludes it.
  private func dropping(
    _ parameter: Parameter, where isUnwanted: (_ code: String, _ isExcluded: Bool) -> Bool
  ) -> PageAddress {
    var changed = without([.offset])
    changed.parameters = changed.parameters.compactMap { pair in
      guard pair.name == parameter.name else { return pair }
      let (wanted, excluded) = Self.codes(in: pair.value)
      let kept =
        wanted.filter { !isUnwanted($0, false) }
        + excluded.filter { !isUnwanted($0, true) }.map { CodeFilter.exclusion + $0 }
      return kept.isEmpty ? nil : Pair(pair.name, kept.joined(separator: ","))
    }
    return changed
  }

  /// The address with the codes that a value of a parameter excludes, back at the first hits.
  func excluding(_ parameter: Parameter, _ value: String) -> PageAddress {
    let codes = Self.codes(in: value).excluded.map { CodeFilter.exclusion + $0 }
    return codes.isEmpty ? self : adding(parameter, codes.joined(separator: ","))
  }

  /// The address that no longer excludes a code, back at the first hits.
  package func including(_ parameter: Parameter, _ code: String) -> PageAddress {
    dropping(parameter) { $1 && $0 == code }
  }

  /// The address without the values that documents must have of some parameters, back at the first
  /// hits; what they exclude stays excluded.
  package func withoutWanted(_ parameters: [Parameter]) -> PageAddress {
    parameters.reduce(without([.offset])) { address, parameter in
      guard case .codes = parameter.kind else { return address.without([parameter]) }
      return address.dropping(parameter) { !$1 }
    }
  }
}
