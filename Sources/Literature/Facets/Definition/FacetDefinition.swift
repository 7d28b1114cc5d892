/// The definition of a facet, as data.
///
/// Filters, query fields, parameters, options, columns of the index, JSON, exports, help and pages
/// loop over ``all``. Only the appraiser and the tables are specific to one facet.
public struct FacetDefinition: Sendable {
  /// The kinds of values that a facet can have.
  public enum Kind: Sendable {
    /// Codes of a vocabulary; a document may have several.
    case codes
    /// A whole number, at least 0; a document has at most one.
    case count
    /// The year of publication, which documents state in their metadata.
    case year
  }

  /// A parameter that filters by the facet: `min_sample` over HTTP and MCP, `--min-sample` on the
  /// command line.
  public struct FilterParameter: Sendable, Hashable {
    /// Name of the parameter; options have hyphens in place of underscores.
    public let name: String
    /// The option of the command line: `--min-sample`.
    public var option: String { Self.option(name) }

    /// The option of the command line for a parameter of requests: `--min-sample` for `min_sample`.
    package static func option(_ name: String) -> String {
      "--" + name.replacing("_", with: "-")
    }
    /// Help for the parameter, one sentence.
    public let summary: String
    /// Whether it has no value other than true: it selects documents that do not state a count.
    public let isFlag: Bool

    init(_ name: String, _ summary: String, isFlag: Bool = false) {
      self.name = name
      self.summary = summary
      self.isFlag = isFlag
    }
  }

  /// The name in JSON, in exports and of the column in the index.
  public let name: FacetName
  /// The kind of its values.
  public let kind: Kind
  /// Its heading: "Study design".
  public let label: String
  /// Its name in a sentence: "number of participants".
  public let noun: String
  /// The name before a colon in queries (`n:>=20`); `nil` for a facet that only describes
  /// documents, and has no filter, no counts and no column in the index.
  public let field: String?
  /// The parameters that filter by it: one for codes or years, three for counts (minimum, maximum,
  /// and a flag for documents that state none), none without a ``field``.
  public let parameters: [FilterParameter]
  /// The parameters with a value: without the flag of a count.
  public var valueParameters: [FilterParameter] { parameters.filter { !$0.isFlag } }
  /// Whether hits show it; otherwise it is shown only with whole documents.
  public let isInHits: Bool

  private init(
    _ name: FacetName, _ kind: Kind, label: String, noun: String, field: String? = nil,
    parameters: [FilterParameter] = [], isInHits: Bool = true
  ) {
    self.name = name
    self.kind = kind
    self.label = label
    self.noun = noun
    self.field = field
    self.parameters = parameters
    self.isInHits = isInHits
  }
}

extension FacetDefinition {
  /// Every facet, in the order of exports, printed answers and stored facets.
  public static let all: [FacetDefinition] = [
    FacetDefinition(
      .method, .codes, label: "Study design", noun: "study design", field: "method",
      parameters: [
        FilterParameter(
          "method",
          "Only this study design, such as qualitative; -qualitative excludes it; a broader code such as review includes narrower ones (repeatable)."
        )
      ]),
    FacetDefinition(
      .setting, .codes, label: "Setting", noun: "setting", field: "setting",
      parameters: [
        FilterParameter(
          "setting",
          "Only documents in this setting, such as community; -community excludes it (repeatable).")
      ]),
    FacetDefinition(
      .condition, .codes, label: "Condition", noun: "condition", field: "condition",
      parameters: [
        FilterParameter(
          "condition",
          "Only documents about this condition, such as hepatitis-c; -hepatitis-c excludes it (repeatable)."
        )
      ]),
    FacetDefinition(
      .sampleSize, .count, label: "Participants", noun: "number of participants", field: "n",
      parameters: [
        FilterParameter("min_sample", "At least this many participants."),
        FilterParameter("max_sample", "At most this many participants."),
        FilterParameter(
          "unknown_sample",
          "Documents that state no number of participants; with a range, these as well.",
          isFlag: true),
      ]),
    FacetDefinition(
      .includedStudies, .count, label: "Included studies",
      noun: "number of included studies", isInHits: false),
    FacetDefinition(
      .year, .year, label: "Year", noun: "year of publication", field: "year",
      parameters: [
        FilterParameter(
          "year", "Year of publication: 2018, 2015..2024, 2015.., ..2024 or none (repeatable).")
      ], isInHits: false),
  ]

  /// The facets whose values are codes.
  public static let codes = all.filter { $0.kind == .codes }

  /// The facets that can be the rows or columns of a map.
  public static let axes = all.filter { $0.kind == .codes || $0.kind == .year }

  /// The facets that are found in documents; the others are metadata.
  public static let appraised = all.filter { $0.kind != .year }

  /// The facets whose values are counts.
  public static let counts = all.filter { $0.kind == .count }

  /// The facets that searches can be filtered by.
  public static let filters = all.filter { $0.field != nil }

  /// The counts that searches can be filtered by; each has a column in the index.
  public static let countFilters = filters.filter { $0.kind == .count }

  /// The facets that hits show.
  public static let inHits = all.filter { $0.isInHits }

  static let byName = Dictionary(uniqueKeysWithValues: all.map { ($0.name.rawValue, $0) })
}
