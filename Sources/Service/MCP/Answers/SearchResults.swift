import Answers
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
