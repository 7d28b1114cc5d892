import Answers
import JSON
import Query
import Retrieval

extension Route {
  /// `GET /facets`: how many documents have each facet value.
  public static let facets = Route(
    "GET", "/facets",
    "The number of documents for each facet value, of all documents or of those selected.",
    operation: "getFacets", tag: .facets,
    parameters: Parameter.selection, answer: .json(schema: "facets")
  ) { call, context in
    let request = try SearchRequest(call.values)
    let report = try context.index.current().index.facets(request)
    return .json(try JSONText.bytes(report, notes: .parameters))
  }
}
