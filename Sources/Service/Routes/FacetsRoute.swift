import Answers
import JSON
import Query
import Retrieval

extension Route {
  /// `GET /facets`: how many documents have each facet value.
  public static let facets = Route(
    "GET", "/facets",
    "Document counts per facet value, for the whole index or for a query.",
    operation: "getFacets", tag: .facets,
    parameters: Parameter.selection, answer: .json(schema: "facets")
  ) { call, context in
    let request = try SearchRequest(call.values)
    let report = try context.index.current().index.facets(request)
    return .json(try JSONText.bytes(report, notes: .parameters))
  }
}
