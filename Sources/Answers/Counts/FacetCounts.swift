/// How many documents have each value, by facet: `method`, `setting`, `condition`, `sample_size`
/// and `year`.
public typealias FacetCounts = [String: [FacetCount]]

/// How many documents have a facet value.
public struct FacetCount: Codable, Sendable, Equatable {
  /// A code (a parent counts its children's documents as well), a range of numbers as a query
  /// writes it (`20..49`), a year, or `none`.
  public var value: String
  /// Documents that have it.
  public var documents: Int

  /// Makes a count.
  public init(_ value: String, _ documents: Int) {
    self.value = value
    self.documents = documents
  }
}

/// The answer of `facets`: counts over the documents that a query selects, or over all.
public struct FacetReport: Codable, Sendable, Equatable {
  /// Version of the JSON form.
  public var formatVersion = 1
  /// What was asked; its text is empty when everything was counted.
  public var query: InterpretedQuery
  /// Documents that were counted.
  public var documents: Int
  /// Counts by facet, the most frequent value first, `none` last.
  public var facets: FacetCounts

  /// Makes a report.
  public init(query: InterpretedQuery, documents: Int, facets: FacetCounts) {
    self.query = query
    self.documents = documents
    self.facets = facets
  }

  enum CodingKeys: String, CodingKey {
    case formatVersion = "format_version"
    case query, documents, facets
  }
}

/// The answer of `map`: one facet against another.
public struct FacetMap: Codable, Sendable, Equatable {
  /// Version of the JSON form.
  public var formatVersion = 1
  /// What was asked; its text is empty when everything was counted.
  public var query: InterpretedQuery
  /// Documents that were counted.
  public var documents: Int
  /// Name of the facet whose values head the rows.
  public var rowFacet: String
  /// Name of the facet whose values head the columns.
  public var columnFacet: String
  /// Values of the rows, `none` last.
  public var rows: [String]
  /// Values of the columns, `none` last.
  public var columns: [String]
  /// Documents that have both values: one list a row, one number a column.
  public var counts: [[Int]]

  /// Makes a map.
  public init(
    query: InterpretedQuery, documents: Int, rowFacet: String, columnFacet: String,
    rows: [String], columns: [String], counts: [[Int]]
  ) {
    self.query = query
    self.documents = documents
    self.rowFacet = rowFacet
    self.columnFacet = columnFacet
    self.rows = rows
    self.columns = columns
    self.counts = counts
  }

  enum CodingKeys: String, CodingKey {
    case formatVersion = "format_version"
    case query, documents
    case rowFacet = "row_facet"
    case columnFacet = "column_facet"
    case rows, columns, counts
  }
}
