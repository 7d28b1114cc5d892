import Answers
import Literature
import Query
import Retrieval

/// The table of parameters, one per row, and the groups used by routes, commands and tools.
extension Parameter {
  private static let usual = SearchRequest("")
  /// The largest number that a parameter takes, if nothing else limits it.
  static let greatestNumber = 999_999_999

  /// The query.
  public static let query = Parameter(
    "q", alias: "query", .text(limit: 12_000), "What to search for, in the query language.",
    placeholder: "query")

  /// Whether documents without the number pass a range.
  public static let includeUnknown = Parameter(
    "include_unknown", .flag,
    "Keep documents that state no sample size or year when a range is given.")

  /// Whether values that are only possible count as values.
  public static let possible = Parameter(
    "possible", .flag, "Filters also use possible values, whose confidence is low.")

  /// Whether to search only for the words as typed.
  public static let exact = Parameter(
    "exact", .flag, "Search only for the words as typed: no synonyms or other expansions.")

  /// Whether to treat the query as plain words.
  public static let plain = Parameter(
    "plain", .flag, "Treat the query as plain words: no operators, fields or filters.")

  /// The language of the query.
  public static let syntax = Parameter(
    "syntax", .choice(QuerySyntax.allCases.map(\.rawValue)),
    "Language of the query (default: recognised from its syntax).")

  /// The line of a strategy.
  public static let line = Parameter(
    "line", .integer(0...StrategyReader.mostLines),
    "Number of the line of a multi-line strategy to run (default: the last).",
    placeholder: "n")

  /// A search strategy.
  public static let strategy = Parameter(
    "strategy", .text(limit: 200_000),
    "Numbered lines of a search strategy, which may refer to each other.")

  /// The maximum number of hits.
  public static let limit = Parameter(
    "limit", .integer(0...1000), "Maximum number of hits (default: \(usual.limit)).",
    placeholder: "n",
    standard: String(usual.limit))

  /// The largest number of hits that can be skipped.
  static let greatestOffset = 100_000

  /// The number of hits to skip.
  public static let offset = Parameter(
    "offset", .integer(0...greatestOffset), "Number of hits to skip.", placeholder: "n",
    standard: String(usual.offset))

  /// The unit to rank.
  public static let unit = Parameter(
    "unit", .choice(SearchRequest.Unit.allCases.map(\.rawValue)),
    "What to list and count: documents with their best passages, or passages (default: document).",
    standard: usual.unit.rawValue)

  /// The maximum number of passages of a document.
  public static let passages = Parameter(
    "passages", .integer(1...100), "Maximum number of passages per document.",
    placeholder: "n", standard: String(usual.passages))

  /// The maximum number of related documents.
  public static let related = Parameter(
    "related", .integer(0...100),
    "Maximum number of related documents, which do not match and are listed separately (default: 5 if fewer than 10 documents match).",
    placeholder: "n")

  /// The order of the hits.
  public static let sort = Parameter(
    "sort", .choice(SearchRequest.Sort.allCases.map(\.rawValue)), "Order of the hits.",
    standard: usual.sort.rawValue)

  /// Whether to explain each score.
  public static let explain = Parameter("explain", .flag, "Explain each score.")

  /// Whether to count facet values.
  public static let facets = Parameter(
    "facets", .flag, "Count the facet values of all matches.")

  /// Whether to count all matches.
  public static let count = Parameter(
    "count", .flag, "Count all matches, even of very frequent words.")

  /// The style of citations.
  public static let cite = Parameter(
    "cite", .choice(CitationStyle.allCases.map(\.rawValue)),
    "Add a citation in this style to each hit.", placeholder: "style")

  /// The facet of a map's rows.
  public static let rows = Parameter(
    "rows", .choice(mapped), "Facet for the rows.", placeholder: "facet", standard: "method")

  /// The facet of a map's columns.
  public static let columns = Parameter(
    "columns", .choice(mapped), "Facet for the columns.", placeholder: "facet",
    standard: "condition")

  /// The output format of a map.
  public static let mapFormat = Parameter(
    "format", .choice(["json", "svg"]), "Output format.", standard: "json")

  /// The record format.
  public static let to = Parameter(
    "to", .choice(ExportFormat.allCases.map(\.rawValue)), "Record format.",
    standard: ExportFormat.ris.rawValue)

  /// Whether an export marks cells that spreadsheets would run.
  public static let spreadsheetSafe = Parameter(
    "spreadsheet_safe", .flag,
    "In CSV, put an apostrophe before cells that a spreadsheet would run as formulas.")

  /// A document to export.
  public static let id = Parameter(
    "id", .text(limit: 1000),
    "Document id or other identifier to export (repeatable; exported in this order).",
    placeholder: "id",
    isRepeatable: true)

  /// Whether only the given documents are exported, even if none is given.
  static let selected = Parameter(
    "selected", .flag,
    "Export only the documents that id gives; if there is none, nothing is exported.")

  /// Changes of a correction.
  public static let change = Parameter(
    "change", .text(limit: 1000),
    "A change of a facet, such as setting=-community (repeatable).", placeholder: "facet=value",
    isRepeatable: true)

  /// Who makes a correction.
  public static let by = Parameter(
    "by", .text(limit: 200), "Name of the person who makes the correction.", placeholder: "name")

  /// Why a correction is made.
  public static let note = Parameter(
    "note", .text(limit: 2000), "Reason for the correction.", placeholder: "text")

  /// The id of a document.
  public static let document = Parameter(
    "id", .text(limit: 1000),
    "Id of the document, or any other identifier: DOI, PMID, PMCID, registration number, ISBN.",
    placeholder: "id")

  /// The maximum number of records.
  public static let records = Parameter(
    "limit", .integer(0...greatestNumber), "Maximum number of records (default: all).",
    placeholder: "n")

  /// The order of a list of documents.
  public static let order = Parameter(
    "sort", .choice(DocumentList.Order.allCases.map(\.rawValue)), "Order of the documents.",
    standard: DocumentList.Order.added.rawValue)

  /// The maximum number of documents of a list.
  public static let page = Parameter(
    "limit", .integer(0...1000), "Maximum number of documents.", placeholder: "n",
    standard: "100")

  /// The number of documents of a list to skip: any, because a list has no ranks.
  public static let skipped = Parameter(
    "offset", .integer(0...greatestNumber), "Number of documents to skip.", placeholder: "n",
    standard: "0")

  private static let mapped = FacetDefinition.axes.map(\.name.rawValue)

  /// All filters, and how they treat unknown and possible values.
  public static let allFilters: [Parameter] = facetFilters + [includeUnknown, possible]

  /// Parameters that select documents: a query and filters.
  public static let selection: [Parameter] = [query] + allFilters + [exact, plain, syntax, line]

  /// Parameters of a search.
  public static let search: [Parameter] =
    selection
    + [limit, offset, unit, passages, related, sort, explain, facets, count, cite]

  /// Parameters of a search for similar documents.
  public static let similar: [Parameter] = allFilters + [limit, offset, cite]

  /// Parameters of a drawn map.
  public static let drawing: [Parameter] = [rows, columns] + selection

  /// Parameters of a map.
  public static let map: [Parameter] = drawing + [mapFormat]

  /// Parameters of an export.
  public static let export: [Parameter] =
    [to, spreadsheetSafe] + selection + [sort, records, id, selected]
}
