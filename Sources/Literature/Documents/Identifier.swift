/// An identifier of the work in a public register.
public struct Identifier: Sendable, Equatable, Hashable, Codable {
  /// The registers that peerlit knows.
  public enum Scheme: String, Sendable, CaseIterable, Codable {
    case doi, pmid, pmcid, registry, isbn, key
  }

  /// The register.
  public var scheme: Scheme
  /// The identifier itself, normalised: DOIs in lower case without a resolver.
  public var value: String

  /// Creates an identifier.
  public init(_ scheme: Scheme, _ value: String) {
    self.scheme = scheme
    self.value = value
  }
}
