import Literature

/// Something that a request may say: one row of the table that the command line's help, the
/// reader of query strings and JSON bodies, OpenAPI and MCP's input schemas are fed from.
///
/// Names are in snake case; the command line's option is the same with hyphens:
/// `min_sample`, `--min-sample`. No other spelling is accepted.
public struct Parameter: Sendable, Equatable {
  /// What the values of a parameter are.
  public enum Kind: Sendable, Equatable {
    /// Any text of at most so many Unicode scalars.
    case text(limit: Int)
    /// A whole number in a range.
    case integer(ClosedRange<Int>)
    /// `true` or `false`.
    case flag
    /// One of some words.
    case choice([String])
    /// A code of a facet, or `none`; several are joined by commas.
    case codes(FacetName)
    /// A year or a range of years, as `--year` takes it.
    case years
  }

  /// The name in query strings and JSON.
  public let name: String
  /// What its values are.
  public let kind: Kind
  /// What it does, a sentence.
  public let summary: String
  /// What stands for the value in help, such as `n`; `nil` where the kind says it.
  public let placeholder: String?
  /// The value that is meant when none is given; `nil` when there is no such value.
  public let standard: String?
  /// Whether it may be given several times.
  public let isRepeatable: Bool

  /// Describes a parameter.
  public init(
    _ name: String, _ kind: Kind, _ summary: String, placeholder: String? = nil,
    standard: String? = nil, isRepeatable: Bool = false
  ) {
    self.name = name
    self.kind = kind
    self.summary = summary
    self.placeholder = placeholder
    self.standard = standard
    self.isRepeatable = isRepeatable
  }

  /// The command line's option: `--min-sample`.
  public var option: String { "--" + name.replacing("_", with: "-") }
}
