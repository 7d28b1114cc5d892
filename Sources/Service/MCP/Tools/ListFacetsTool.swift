import Answers
import Literature
import Query
import Retrieval

extension MCPTool {
  /// `list_facets`: how many documents have each facet value.
  public static let listFacets = MCPTool(
    "list_facets", title: "Count documents by facet",
    """
    Counts documents by \(FacetDefinition.filters.inWords): all documents, or those that a query \
    and filters select. Use it to see what the collection contains before a search, and which \
    filters would narrow a search down. The count of a broad code such as review includes its \
    narrower codes.
    """,
    parameters: ToolSchema.brief(Parameter.selection), schema: "facets"
  ) { call in
    let index = try call.context.index.current().index
    var report = try index.facets(SearchRequest(call.values))
    if report.documents == 0 {
      report.query.notes += try index.emptyNotes(call.values, besides: report.query.notes)
    }
    return try ToolAnswer(report, text: ToolText.counts(report))
  }
}
