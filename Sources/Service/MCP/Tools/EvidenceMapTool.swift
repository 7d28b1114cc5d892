import Query
import Retrieval

extension MCPTool {
  /// `evidence_map`: one facet against another.
  public static let evidenceMap = MCPTool(
    "evidence_map", title: "Map one facet against another",
    """
    Counts documents by one facet against another, such as method by condition, to show where there \
    is evidence and where there are gaps. Counts all documents, or those that a query and filters \
    select.
    """,
    parameters: [.rows, .columns] + ToolSchema.brief(Parameter.selection), schema: "map"
  ) { call in
    let values = call.values
    let index = try call.context.index.current().index
    var map = try index.map(values)
    if map.documents == 0 {
      map.query.notes += try index.emptyNotes(values, besides: map.query.notes)
    }
    return try ToolAnswer(map, text: ToolText.map(map))
  }
}
