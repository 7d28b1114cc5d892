import Query
import Retrieval

extension MCPTool {
  /// `search`: ranked documents for a query.
  public static let search = MCPTool(
    "search", title: "Search the literature on peer support",
    """
    Finds articles, reviews, reports and web pages on peer support and peer workers, the best \
    first, each with its best passage, the section of it and a citation; passages asks for more \
    of them. What is under related does not contain the words of the query. Plain words work best; \
    each match raises the score. "quotes" make a phrase, +word or a AND b require, -word excludes, \
    word* matches every ending, title:word searches only titles. Use the parameters to filter by \
    study design (method), condition, setting, number of participants and year; query.notes says \
    how many documents a range left out because they state no number. Quote passages verbatim, \
    with their citation.
    """,
    parameters: Parameter.search, schema: "search"
  ) { values, context in
    var request = try SearchRequest(values)
    try request.expectQuestion(values)
    request.citations = true
    return try context.index.current().index.search(request)
  }
}
