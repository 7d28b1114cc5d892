import Answers
import Literature
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
    parameters: [.document] + Parameter.similar + [.offsets], required: [.document],
    schema: "tool-search"
  ) { call in
    let id = WorkAddress.id(call.values.text(.document))
    var request = try SearchRequest(call.values)
    request.unit = .document
    request.citations = true
    let index = try call.context.index.current().index
    guard var response = try index.similar(to: id, request) else {
      throw ServiceError.noSuchDocument(id, in: index)
    }
    if response.hits.isEmpty, request.offset == 0, request.limit > 0 {
      let filters = Parameter.allFilters.filter { call.values.has($0) }.map(\.name)
      if !filters.isEmpty {
        response.query.notes.append(
          .sentence("No similar document passes the filters \(filters.joined(separator: ", ")).")
        )
      }
    }
    let results = SearchResults(
      response, hasOffsets: call.values.flag(.offsets), pages: call.pages)
    return try ToolAnswer(results, text: ToolText.search(results))
  }
}
