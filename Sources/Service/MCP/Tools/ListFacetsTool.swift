import Query
import Retrieval

extension MCPTool {
  /// `list_facets`: how many documents have each facet value.
  public static let listFacets = MCPTool(
    "list_facets", title: "Count documents by facet",
    """
    Counts documents by study design (method), setting, condition, number of participants and \
    year: all documents, or those that a query and limits select. Shows what the collection holds \
    before a search, and which limits would narrow one down. A parent such as review counts its \
    children as well.
    """,
    parameters: Parameter.selection, schema: "facets"
  ) { values, context in
    try context.index.current().index.facets(SearchRequest(values))
  }
}
