import Literature

/// A parameter of a request, from which command-line help, the parser of query strings and JSON
/// bodies, OpenAPI and the MCP input schemas are generated.
///
/// Names are in snake case; the command line's option is the same with hyphens: `min_sample`,
/// `--min-sample`.
public struct Parameter: Sendable, Equatable {
  /// The type of the values.
  public enum Kind: Sendable, Equatable {
    /// Any text up to a number of Unicode scalars.
    case text(limit: Int)
    /// A whole number in a range.
    case integer(ClosedRange<Int>)
    /// `true` or `false`.
    case flag
    /// One of several words.
    case choice([String])
    /// A code of a facet, or `none`; several are separated by commas.
    case codes(FacetName)
    /// A year or a range of years, as `--year` takes it.
    case years
  }

  /// The name in query strings and JSON.
  public let name: String
  /// Another name that is accepted; `nil` if there is none.
  public let alias: String?
  /// The type of its values.
  public let kind: Kind
  /// A description, as a sentence.
  public let summary: String
  /// The placeholder for the value in help, such as `n`; `nil` if the kind has one.
  public let placeholder: String?
  /// The default value; `nil` if there is none.
  public let standard: String?
  /// Whether the parameter may be repeated.
  public let isRepeatable: Bool

  /// Describes a parameter.
  public init(
    _ name: String, alias: String? = nil, _ kind: Kind, _ summary: String,
    placeholder: String? = nil, standard: String? = nil, isRepeatable: Bool = false
  ) {
    self.name = name
    self.alias = alias
    self.kind = kind
    self.summary = summary
    self.placeholder = placeholder
    self.standard = standard
    self.isRepeatable = isRepeatable
  }

  /// The command line's option: `--min-sample`.
  public var option: String { FacetDefinition.FilterParameter.option(name) }
}
