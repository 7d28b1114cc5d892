import Literature
import Query
import Retrieval

extension MCPTool {
  /// `search`: ranked documents for a query.
  public static let search = MCPTool(
    "search", title: "Search the literature on peer support",
    """
    Finds articles, reviews, reports and web pages on peer support and peer workers, the best \
    first, each with its best passage, its section and a citation; set passages for more. Documents \
    listed under related do not contain the words of the query. Plain words work best; each match raises \
    the score. "quotes" make a phrase, +word or a AND b require, -word excludes, word* matches every \
    ending, title:word searches only titles. Use the parameters to filter by \
    \(FacetDefinition.filters.inWords); query.notes says how many documents a range left out \
    because they state no number, and which filter excluded everything. Quote passages verbatim, \
    with their citation.
    """,
    parameters: ToolSchema.brief(Parameter.search) + [.offsets], schema: "tool-search"
  ) { call in
    var request = try SearchRequest(call.values)
    try request.expectQuestion(call.values)
    request.citations = true
    let response = try call.context.index.current().index.search(request)
    let results = SearchResults(
      response, hasOffsets: call.values.flag(.offsets), pages: call.pages)
    return try ToolAnswer(results, summary: results.summary)
  }
}
