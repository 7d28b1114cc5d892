import Query
import Retrieval

extension MCPTool {
  /// `similar`: documents similar to one.
  public static let similar = MCPTool(
    "similar", title: "Find similar documents",
    """
    Finds documents on the same topics as a given one, the most similar first, each with its best \
    passage and a citation. Takes the same filters as search.
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
