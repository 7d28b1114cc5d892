import Retrieval

/// The JSON of an answer to a search, byte for byte what ``AnswerText`` makes of it, several times
/// quicker.
package enum SearchText {
  /// The JSON of an answer.
  package static func json(_ answer: SearchResponse) throws -> [UInt8] {
    var json = JSONBytes(capacity: 2048 + 2048 * answer.hits.count)
    json.open("{")
    json.key("facets")
    try json.value(encoded: answer.facets, isEmpty: answer.facets.isEmpty)
    json.key("format_version")
    json.value(answer.formatVersion)
    json.key("hits")
    json.open("[")
    for hit in answer.hits { try write(hit, to: &json) }
    json.close("]")
    json.key("query")
    try write(answer.query, to: &json)
    json.key("took_us")
    json.value(answer.tookUs)
    json.key("total")
    json.open("{")
    json.key("documents")
    json.value(answer.total.documents)
    json.key("exact")
    json.value(answer.total.exact)
    json.key("passages")
    json.value(answer.total.passages)
    json.close("}")
    json.close("}")
    return json.bytes
  }

  private static func write(_ query: InterpretedQuery, to json: inout JSONBytes) throws {
    json.open("{")
    json.key("expansions")
    json.open("[")
    for expansion in query.expansions {
      json.item()
      json.open("{")
      json.key("added")
      json.value(expansion.added)
      json.key("term")
      json.value(expansion.term)
      json.key("why")
      json.value(expansion.why)
      json.close("}")
    }
    json.close("]")
    json.key("filters")
    try json.value(encoded: query.filters, isEmpty: query.filters.isEmpty)
    json.key("id")
    json.value(query.id)
    json.key("interpreted")
    json.value(query.interpreted)
    json.key("notes")
    json.value(query.notes)
    json.key("text")
    json.value(query.text)
    json.close("}")
  }

  private static func write(_ hit: Hit, to json: inout JSONBytes) throws {
    json.item()
    json.open("{")
    if let citation = hit.citation {
      json.key("citation")
      json.value(citation)
    }
    json.key("document")
    write(hit.document, to: &json)
    if let explanation = hit.explanation {
      json.key("explanation")
      try json.value(encoded: explanation)
    }
    json.key("more_in_document")
    json.value(hit.moreInDocument)
    json.key("passage")
    write(hit.passage, to: &json)
    json.key("rank")
    json.value(hit.rank)
    json.key("score")
    json.value(hit.score)
    json.close("}")
  }

  private static func write(_ document: HitDocument, to json: inout JSONBytes) {
    json.open("{")
    json.key("authors")
    json.value(document.authors)
    json.key("condition")
    json.value(document.condition)
    json.key("doi")
    json.value(document.doi)
    json.key("id")
    json.value(document.id)
    json.key("method")
    json.value(document.method)
    json.key("sample_size")
    json.value(document.sampleSize)
    json.key("setting")
    json.value(document.setting)
    json.key("title")
    json.value(document.title)
    json.key("url")
    json.value(document.url)
    json.key("venue")
    json.value(document.venue)
    json.key("year")
    json.value(document.year)
    json.close("}")
  }

  private static func write(_ passage: HitPassage, to json: inout JSONBytes) {
    json.open("{")
    json.key("end")
    json.value(passage.end)
    json.key("highlights")
    json.open("[")
    for highlight in passage.highlights {
      json.item()
      json.open("{")
      json.key("end")
      json.value(highlight.end)
      json.key("field")
      json.value(highlight.field.rawValue)
      json.key("start")
      json.value(highlight.start)
      json.close("}")
    }
    json.close("]")
    json.key("page")
    json.value(passage.page)
    json.key("section")
    json.value(passage.section)
    json.key("start")
    json.value(passage.start)
    json.key("text")
    json.value(passage.text)
    json.close("}")
  }
}
