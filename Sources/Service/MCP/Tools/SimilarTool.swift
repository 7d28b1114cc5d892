import Query
import Retrieval

extension MCPTool {
  /// `similar`: documents like one that is known.
  public static let similar = MCPTool(
    "similar", title: "Find documents like one",
    """
    Finds documents that speak of the same things as one that is known, the nearest first, each \
    with its best passage and a citation. Takes the same limits as search.
    """,
    parameters: [.document] + Parameter.similar, required: [.document], schema: "search"
  ) { values, context in
    let id = values.text(.document) ?? ""
    var request = try SearchRequest(values)
    request.unit = .document
    request.citations = true
    guard let answer = try context.index.current().index.similar(to: id, request) else {
      throw ServiceError.unknown(id)
    }
    return answer
  }
}
