/// An identifier of the work in a public register, or of a record of it in a database.
public struct Identifier: Sendable, Equatable, Hashable, Codable {
  /// The registers that peerlit knows.
  public enum Scheme: String, Sendable, CaseIterable, Codable {
    case doi, pmid, pmcid, registry, isbn
    /// The number of a record in a database: see ``AccessionNumber``.
    case accession

    /// The registers whose identifiers have fields of their own in records and catalogues.
    package static let ofFields: [Scheme] = [.doi, .pmid, .pmcid, .isbn, .registry]
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

extension Identifier {
  /// The identifier with its register: "pmid:31234567".
  package var line: String { "\(scheme.rawValue):\(value)" }

  /// Reads what ``line`` writes; `nil` for any other text.
  package init?(line: String) {
    let parts = line.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, let scheme = Scheme(rawValue: String(parts[0])) else { return nil }
    self.init(scheme, String(parts[1]))
  }
}

extension Identifier: Comparable {
  /// The order of registers by name, and of the identifiers of one register.
  public static func < (left: Identifier, right: Identifier) -> Bool {
    (left.scheme.rawValue, left.value) < (right.scheme.rawValue, right.value)
  }
}
