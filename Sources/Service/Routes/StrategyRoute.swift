import Answers
import JSON
import Query
import Retrieval

extension Route {
  /// `POST /strategy`: the documents that each line of a search strategy finds.
  public static let strategy = Route(
    "POST", "/strategy",
    "The number of documents that each line of a search strategy finds, with the line as run.",
    operation: "runStrategy", tag: .search,
    parameters: [.strategy, .syntax] + Parameter.allFilters, required: [.strategy],
    body: .parameters, answer: .json(schema: "strategy")
  ) { call, context in
    var request = try SearchRequest(call.values)
    request.text = call.values.text(.strategy) ?? ""
    guard request.text.contains(where: { !$0.isWhitespace }) else {
      throw ServiceError(
        .missingParameter, "The strategy is empty.", hint: "Write one search on each line.")
    }
    let report = try context.index.current().index.strategy(request)
    return .json(try JSONText.bytes(report, notes: .parameters))
  }
}
