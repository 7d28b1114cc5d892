import Answers
import Drawing
import JSON
import Query
import Retrieval

extension Route {
  /// `GET /map`: one facet against another (an evidence map).
  public static let map = Route(
    "GET", "/map", "An evidence map: the number of documents by one facet against another.",
    operation: "getMap", tag: .facets, parameters: Parameter.map,
    otherAnswers: ["image/svg+xml"], answer: .json(schema: "map")
  ) { call, context in
    if call.values.text(.mapFormat) == "svg" { return try drawing(call, context) }
    let map = try context.index.current().index.map(call.values)
    return .json(try JSONText.bytes(map, notes: .parameters))
  }

  /// `GET /map.svg`: an evidence map as a drawing.
  ///
  /// It is a separate operation, because generated clients read only one type of answer from each.
  public static let mapDrawing = Route(
    "GET", "/map.svg", "An evidence map as a drawing.", operation: "drawMap", tag: .facets,
    parameters: Parameter.drawing, answer: .text(["image/svg+xml", "text/xml"])
  ) { call, context in
    try drawing(call, context)
  }

  /// The drawing, as `text/xml` for clients that do not accept images.
  private static func drawing(_ call: Call, _ context: ServiceContext) throws -> ServiceResponse {
    let map = try context.index.current().index.map(call.values)
    let accepted = call.request.headers["accept"] ?? "*/*"
    let isText = accepted.contains("text/xml") && !accepted.contains("image/")
    return ServiceResponse(
      type: isText ? "text/xml" : "image/svg+xml",
      headers: [
        // The drawing contains its style sheet.
        (
          "content-security-policy",
          "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'"
        ),
        ("vary", "Accept"),
      ],
      body: Array(FacetMapDrawing(map, notes: .parameters).svg.utf8))
  }
}
