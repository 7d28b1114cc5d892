import Drawing
import JSON
import Query
import Retrieval

extension Route {
  /// `GET /map`: one facet against another (an evidence map).
  public static let map = Route(
    "GET", "/map", "An evidence map: the number of documents by one facet against another.",
    operation: "getMap", tag: .facets,
    parameters: Parameter.map, answer: .jsonOr(schema: "map", ["image/svg+xml"])
  ) { call, context in
    let map = try context.index.current().index.map(
      rows: call.values.axis(.rows), columns: call.values.axis(.columns),
      SearchRequest(call.values))
    if call.values.text(.mapFormat) == "svg" {
      return ServiceResponse(
        type: "image/svg+xml",
        headers: [
          // The drawing contains its style sheet.
          (
            "content-security-policy",
            "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'"
          )
        ],
        body: Array(FacetMapDrawing(map).svg.utf8))
    }
    var answer = map
    answer.query.notes = answer.query.notes.map(ParameterNotes.forRequests)
    return .json(try JSONText.bytes(answer))
  }
}
