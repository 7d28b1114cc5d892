import Answers
import JSON
import Literature

/// The structured answer of `search` and `similar`: the members of a search response, with each hit
/// as one flat result, as connectors for deep research expect it.
///
/// The schema is `docs/schema/tool-search.json`. Offsets and highlights are left out unless they
/// are asked for. Source of `results`, `id`, `title`, `text` and `url`:
/// platform.openai.com/docs/mcp, “Building MCP servers for ChatGPT and API integrations”, search
/// tool.
struct SearchResults: Encodable {
  /// A hit.
  struct Result {
    var hit: Hit
    var url: String
    var hasOffsets: Bool
  }

  let formatVersion = 1
  let query: InterpretedQuery
  let total: HitCount
  let results: [Result]
  let related: [Result]
  let facets: FacetCounts

  /// Takes a response.
  ///
  /// - Parameters:
  ///   - hasOffsets: whether passages have their offsets and highlights.
  ///   - pages: the address of the server's pages; `nil` if there is no server.
  init(_ response: SearchResponse, hasOffsets: Bool, pages: String?) {
    func result(_ hit: Hit) -> Result {
      Result(
        hit: hit, url: WorkAddress.of(hit.document, pages: pages), hasOffsets: hasOffsets)
    }
    query = response.query
    total = response.total
    results = response.hits.map(result)
    related = response.related.map(result)
    facets = response.facets
  }

  /// A summary with an excerpt of each passage.
  ///
  /// Connectors read it from the text of the answer, which must be a single item of JSON.
  var summary: JSONValue {
    var summary: [String: JSONValue] = [
      "found": .string(ToolText.head(self)), "results": .array(results.map(Self.summary)),
    ]
    if !related.isEmpty { summary["related"] = .array(related.map(Self.summary)) }
    if !query.notes.isEmpty {
      summary["notes"] = .array(query.notes.map { .string($0.text(.parameters)) })
    }
    return .object(summary)
  }

  private static func summary(_ result: Result) -> JSONValue {
    let document = result.hit.document
    var summary: [String: JSONValue] = [
      "id": .string(document.id), "title": .string(document.title), "url": .string(result.url),
      "text": .string(ToolText.excerpt(of: result.hit.passage)),
    ]
    let section = result.hit.passage.section
    if !section.isEmpty { summary["section"] = .string(section) }
    summary["page"] = result.hit.passage.page.map { .integer($0) }
    summary["citation"] = result.hit.citation.map { .string($0) }
    for facet in ToolText.facetValues(document) { summary[facet.name] = .string(facet.values) }
    return .object(summary)
  }

  enum CodingKeys: String, CodingKey {
    case formatVersion = "format_version"
    case query, total, results, related, facets
  }
}

extension SearchResults.Result: Encodable {
  private enum Key: String, CodingKey {
    case rank, score, text, section, page, start, end, highlights, citation, explanation
    case morePassages = "more_passages"
    case moreInDocument = "more_in_document"
  }

  /// Writes the document's members, those of its passage, and those of the hit.
  func encode(to encoder: any Encoder) throws {
    var document = hit.document
    document.url = url
    try document.encode(to: encoder)
    try passage(hit.passage).encode(to: encoder)
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(hit.rank, forKey: .rank)
    try container.encode(hit.score, forKey: .score)
    try container.encode(hit.moreInDocument, forKey: .moreInDocument)
    try container.encode(hit.morePassages.map(passage), forKey: .morePassages)
    try container.encodeIfPresent(hit.citation, forKey: .citation)
    try container.encodeIfPresent(hit.explanation, forKey: .explanation)
  }

  private func passage(_ passage: HitPassage) -> Passage {
    Passage(passage: passage, hasOffsets: hasOffsets)
  }

  private struct Passage: Encodable {
    var passage: HitPassage
    var hasOffsets: Bool

    func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: Key.self)
      try container.encode(passage.text, forKey: .text)
      try container.encode(passage.section, forKey: .section)
      try container.encode(passage.page, forKey: .page)
      guard hasOffsets else { return }
      try container.encode(passage.start, forKey: .start)
      try container.encode(passage.end, forKey: .end)
      try container.encode(passage.highlights, forKey: .highlights)
    }
  }
}
