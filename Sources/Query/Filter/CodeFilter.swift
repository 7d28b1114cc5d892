/// A condition on a facet with codes.
///
/// A broader code includes narrower ones.
public struct CodeFilter: Sendable, Hashable {
  /// The value that selects documents without any code of the facet.
  public static let none = "none"
  /// The sign before a code that options and parameters exclude: `method=-review`.
  package static let exclusion = "-"

  /// Codes: a document must have at least one of them; empty for no condition.
  ///
  /// ``none`` among them also selects documents without a code.
  public var wanted: Set<String> = []
  /// Codes that a document must not have (`-method:protocol`).
  ///
  /// ``none`` among them excludes documents without a code.
  public var excluded: Set<String> = []

  /// Creates a condition.
  public init(wanted: Set<String> = [], excluded: Set<String> = []) {
    self.wanted = wanted
    self.excluded = excluded
  }

  /// Whether every document passes.
  public var isEmpty: Bool { wanted.isEmpty && excluded.isEmpty }

  mutating func merge(_ other: CodeFilter) {
    wanted.formUnion(other.wanted)
    excluded.formUnion(other.excluded)
  }
}
