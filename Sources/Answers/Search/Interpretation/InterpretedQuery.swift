import JSON
import Query

/// A query and its interpretation.
public struct InterpretedQuery: Codable, Sendable, Equatable {
  /// The id of the query in a batch.
  @ExplicitNull public var id: String?
  /// The query as typed.
  public var text: String
  /// The query tree in canonical form.
  public var interpreted: String
  /// Words that were added to the query.
  public var expansions: [Expansion]
  /// The filters, from the query and from options.
  public var filters: FilterJSON
  /// Notes: ignored parts of the query, documents left out, spelling suggestions.
  public var notes: [SearchNote]

  /// Creates an interpreted query.
  public init(
    id: String? = nil, text: String, interpreted: String, expansions: [Expansion] = [],
    filters: Filter = Filter(), notes: [SearchNote] = []
  ) {
    self.id = id
    self.text = text
    self.interpreted = interpreted
    self.expansions = expansions
    self.filters = FilterJSON(filters)
    self.notes = notes
  }
}
