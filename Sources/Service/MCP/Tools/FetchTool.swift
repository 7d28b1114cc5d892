import Answers
import JSON
import Literature
import Retrieval

extension MCPTool {
  /// `fetch`: the whole text of a document, in the form that connectors for deep research expect.
  ///
  /// Such connectors read the answer from the text, so it is sent twice.
  /// Source: platform.openai.com/docs/mcp, “Building MCP servers for ChatGPT and API integrations”,
  /// fetch tool.
  public static let fetch = MCPTool(
    "fetch", title: "Fetch the text of a document",
    """
    Returns the whole text of a document that a search found, with its title, address and citation. \
    Use get_document to read only a part, or the text that supports its \
    \(FacetDefinition.inHits.inWords).
    """,
    parameters: [.document], required: [.document], schema: "tool-fetch"
  ) { call in
    try ToolAnswer(connector: FetchedDocument(call.document(), pages: call.pages).json)
  }
}

/// The answer of `fetch`.
struct FetchedDocument {
  let document: Document
  let pages: String?

  /// Longest text, in Unicode scalars; about 50,000 words, which few models can take at once.
  private static let limit = 300_000

  /// Takes a document.
  init(_ document: Document, pages: String?) {
    (self.document, self.pages) = (document, pages)
  }

  /// The answer; the schema is `docs/schema/tool-fetch.json`.
  var json: JSONValue {
    let hit = HitDocument(document)
    let scalars = document.text.unicodeScalars
    let text = String(String.UnicodeScalarView(scalars.prefix(Self.limit)))
    var metadata: [String: JSONValue] = ["citation": .string(Citation(document).text)]
    metadata["authors"] =
      hit.authors.isEmpty ? nil : .string(hit.authors.joined(separator: "; "))
    metadata["year"] = hit.year.map { .string(String($0)) }
    metadata["venue"] = hit.venue.map { .string($0) }
    metadata["doi"] = hit.doi.map { .string($0) }
    for facet in ToolText.facetValues(hit) { metadata[facet.name] = .string(facet.values) }
    if text.utf8.count < document.text.utf8.count {
      metadata["next_offset"] = .string(
        "\(Self.limit): continue with get_document and this offset")
    }
    return [
      "id": .string(document.id), "title": .string(document.title), "text": .string(text),
      "url": .string(WorkAddress.of(hit, pages: pages)), "metadata": .object(metadata),
    ]
  }
}
