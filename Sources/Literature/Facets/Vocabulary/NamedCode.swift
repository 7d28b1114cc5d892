/// The meaning of a name, as people write it, as a value of a facet.
public enum NamedCode: Sendable, Equatable {
  /// The code of a document.
  case code(String)
  /// No code has this name; `nearest` are the codes that it may mean.
  case unknown(nearest: [String])
  /// The code is only a group of codes, for filters; `narrower` are the codes that it groups.
  case group(String, narrower: [String])
}

extension Vocabulary {
  /// The code that a name gives a document, if it means exactly one (``codes(named:in:)``).
  public func namedCode(_ name: String, in facet: FacetName) -> NamedCode {
    let codes = codes(named: name, in: facet)
    guard codes.count == 1, let entry = entry(codes[0], in: facet) else {
      return .unknown(nearest: codes.isEmpty ? nearest(to: name, in: facet) : codes)
    }
    guard entry.isGiven else {
      return .group(entry.code, narrower: Array(descendants(of: entry.code, in: facet).dropFirst()))
    }
    return .code(entry.code)
  }
}
