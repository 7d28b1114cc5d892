import Query
import Retrieval

extension MCPTool {
  /// `list_facets`: how many documents have each facet value.
  public static let listFacets = MCPTool(
    "list_facets", title: "Count documents by facet",
    """
    Counts documents by study design (method), setting, condition, number of participants and \
    year: all documents, or those that a query and filters select. Use it to see what the \
    collection contains before a search, and which filters would narrow a search down. The count \
    of a broad code such as review includes its narrower codes.
    """,
    parameters: Parameter.selection, schema: "facets"
  ) { values, context in
    try context.index.current().index.facets(SearchRequest(values))
  }
}
