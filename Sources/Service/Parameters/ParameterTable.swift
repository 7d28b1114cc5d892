import Appraisal
import Literature
import Retrieval

/// The table of parameters, one row each, and the groups that routes, commands and tools take.
extension Parameter {
  private static let usual = SearchRequest("")

  /// The query's text.
  public static let query = Parameter(
    "q", .text(limit: 4096), "What to look for, in the query language.", placeholder: "query")

  /// A limit on the condition.
  public static let condition = Parameter(
    "condition", .codes(.condition),
    "Only this condition, such as hepatitis-c (repeatable: any of).", placeholder: "code",
    isRepeatable: true)

  /// A limit on the setting.
  public static let setting = Parameter(
    "setting", .codes(.setting),
    "Only this setting, such as community (repeatable: any of).", placeholder: "code",
    isRepeatable: true)

  /// A limit on the study design.
  public static let method = Parameter(
    "method", .codes(.method),
    "Only this study design, such as qualitative; a parent such as review finds its children (repeatable: any of).",
    placeholder: "code", isRepeatable: true)

  /// The least number of participants.
  public static let minSample = Parameter(
    "min_sample", .integer(0...999_999_999), "At least this many participants.", placeholder: "n")

  /// The greatest number of participants.
  public static let maxSample = Parameter(
    "max_sample", .integer(0...999_999_999), "At most this many participants.", placeholder: "n")

  /// A limit on the year.
  public static let year = Parameter(
    "year", .years, "Published then: 2018, 2015..2024, 2015.. or ..2024.", placeholder: "years")

  /// Whether unknown numbers pass ranges.
  public static let includeUnknown = Parameter(
    "include_unknown", .flag, "Let documents pass a range that state no sample size or year.")

  /// Whether nothing is added to the words.
  public static let exact = Parameter(
    "exact", .flag, "Search the words as typed: no abbreviations, synonyms or feedback.")

  /// Whether the text has no operators.
  public static let plain = Parameter(
    "plain", .flag, "Take everything for words: no operators, fields or filters.")

  /// How many hits.
  public static let limit = Parameter(
    "limit", .integer(0...1000), "How many hits at most.", placeholder: "n",
    standard: String(usual.limit))

  /// How many of the best to pass over.
  public static let offset = Parameter(
    "offset", .integer(0...100_000), "How many of the best hits to pass over.", placeholder: "n",
    standard: String(usual.offset))

  /// What is ranked.
  public static let unit = Parameter(
    "unit", .choice(SearchRequest.Unit.allCases.map(\.rawValue)),
    "What is ranked and counted (default: passage).", standard: usual.unit.rawValue)

  /// The order of hits.
  public static let sort = Parameter(
    "sort", .choice(SearchRequest.Sort.allCases.map(\.rawValue)), "The order of hits.",
    standard: usual.sort.rawValue)

  /// Whether hits explain their scores.
  public static let explain = Parameter("explain", .flag, "Tell why each hit has its score.")

  /// Whether facet values are counted.
  public static let facets = Parameter(
    "facets", .flag, "Count facet values over everything that matches.")

  /// Whether everything is counted.
  public static let count = Parameter(
    "count", .flag, "Count everything that matches, however much it is.")

  /// The facet of a map's rows.
  public static let rows = Parameter(
    "rows", .choice(mapped), "The facet of the rows.", placeholder: "facet", standard: "method")

  /// The facet of a map's columns.
  public static let columns = Parameter(
    "columns", .choice(mapped), "The facet of the columns.", placeholder: "facet",
    standard: "condition")

  /// The form of a map.
  public static let mapFormat = Parameter(
    "format", .choice(["json", "svg"]), "The form of the answer.", standard: "json")

  /// The form of records.
  public static let to = Parameter(
    "to", .choice(ExportFormat.allCases.map(\.rawValue)), "The form of the records.",
    standard: ExportFormat.ris.rawValue)

  /// A document by its id.
  public static let id = Parameter(
    "id", .text(limit: 1000), "This document; several are given in order.", placeholder: "id",
    isRepeatable: true)

  /// The document that is meant.
  public static let document = Parameter(
    "id", .text(limit: 1000), "The document's id, as search tells it.", placeholder: "id")

  /// How many records.
  public static let records = Parameter(
    "limit", .integer(0...999_999_999), "How many records at most (default: all).",
    placeholder: "n")

  private static let mapped = [FacetName.method, .setting, .condition].map(\.rawValue)

  /// Limits by facet and year.
  public static let limits: [Parameter] = [
    condition, setting, method, minSample, maxSample, year, includeUnknown,
  ]

  /// What selects documents: a query and limits.
  public static let selection: [Parameter] = [query] + limits + [exact, plain]

  /// What a search takes.
  public static let search: [Parameter] =
    selection + [limit, offset, unit, sort, explain, facets, count]

  /// What is asked of documents like one that is known.
  public static let similar: [Parameter] = limits + [limit, offset]

  /// What a map takes.
  public static let map: [Parameter] = [rows, columns] + selection + [mapFormat]

  /// What an export takes.
  public static let export: [Parameter] = [to] + selection + [sort, records, id]
}
