import JSON
import Literature

/// The JSON form of a search response, byte for byte equal to that of ``JSONText`` but faster to
/// write.
package enum SearchResponseJSON {
  /// The JSON of a response, on one line, with sorted keys.
  ///
  /// - Parameter notes: how notes name parameters.
  package static func bytes(
    _ answer: SearchResponse, notes: SearchNote.Wording
  ) throws -> [UInt8] {
    var json = JSONWriter(capacity: 2048 + 2048 * answer.hits.count)
    json.open("{")
    json.key("facets")
    try json.value(encoded: answer.facets, isEmpty: answer.facets.isEmpty)
    json.member("format_version", answer.formatVersion)
    json.key("hits")
    json.open("[")
    for hit in answer.hits { try write(hit, to: &json) }
    json.close("]")
    if let missing = answer.missingShards { json.member("missing_shards", missing) }
    if let partial = answer.partial { json.member("partial", partial) }
    json.key("query")
    try write(answer.query, notes, to: &json)
    json.key("related")
    json.open("[")
    for hit in answer.related { try write(hit, to: &json) }
    json.close("]")
    json.member("took_us", answer.tookUs)
    json.key("total")
    json.open("{")
    json.member("documents", answer.total.documents)
    json.member("exact", answer.total.exact)
    json.member("passages", answer.total.passages)
    json.close("}")
    json.close("}")
    return json.bytes
  }

  private static func write(
    _ query: InterpretedQuery, _ wording: SearchNote.Wording, to json: inout JSONWriter
  ) throws {
    json.open("{")
    json.key("expansions")
    json.open("[")
    for expansion in query.expansions {
      json.item()
      json.open("{")
      json.member("added", expansion.added)
      json.member("term", expansion.term)
      json.member("why", expansion.why.rawValue)
      json.close("}")
    }
    json.close("]")
    json.key("filters")
    try json.value(encoded: query.filters, isEmpty: query.filters.isEmpty)
    json.member("id", query.id)
    json.member("interpreted", query.interpreted)
    json.member("notes", query.notes.map { $0.text(wording) })
    json.member("text", query.text)
    json.close("}")
  }

  private static func write(_ hit: Hit, to json: inout JSONWriter) throws {
    json.item()
    json.open("{")
    if let citation = hit.citation {
      json.member("citation", citation)
    }
    json.key("document")
    write(hit.document, to: &json)
    if let explanation = hit.explanation {
      json.key("explanation")
      try json.value(encoded: explanation)
    }
    if let fields = hit.matchedFields {
      json.key("matched_fields")
      try json.value(encoded: fields)
    }
    json.member("more_in_document", hit.moreInDocument)
    json.key("more_passages")
    json.open("[")
    for passage in hit.morePassages {
      json.item()
      write(passage, to: &json)
    }
    json.close("]")
    json.key("passage")
    write(hit.passage, to: &json)
    json.member("rank", hit.rank)
    json.member("score", hit.score)
    json.close("}")
  }

  private static func write(_ document: HitDocument, to json: inout JSONWriter) {
    json.open("{")
    for (key, member) in documentMembers {
      json.key(key)
      switch member {
      case .authors: document.authors.write(to: &json)
      case .doi: document.doi.write(to: &json)
      case .id: document.id.write(to: &json)
      case .title: document.title.write(to: &json)
      case .url: document.url.write(to: &json)
      case .venue: document.venue.write(to: &json)
      case .year: document.year.write(to: &json)
      case .codes(let facet): document.facets[codes: facet].write(to: &json)
      case .count(let facet): document.facets[count: facet].write(to: &json)
      }
    }
    json.close("}")
  }

  private enum DocumentMember {
    case authors, doi, id, title, url, venue, year
    case codes(FacetName)
    case count(FacetName)
  }

  /// The members of a document, facets among them, in the order of their keys.
  private static let documentMembers: [(key: String, member: DocumentMember)] = {
    var members: [(key: String, member: DocumentMember)] = [
      ("authors", .authors), ("doi", .doi), ("id", .id), ("title", .title), ("url", .url),
      ("venue", .venue), ("year", .year),
    ]
    for facet in FacetDefinition.inHits {
      members.append(
        (facet.name.rawValue, facet.kind == .codes ? .codes(facet.name) : .count(facet.name)))
    }
    return members.sorted { $0.key < $1.key }
  }()

  private static func write(_ passage: HitPassage, to json: inout JSONWriter) {
    json.open("{")
    json.member("end", passage.end)
    json.key("highlights")
    json.open("[")
    for highlight in passage.highlights {
      json.item()
      json.open("{")
      json.member("end", highlight.end)
      json.member("field", highlight.field.rawValue)
      json.member("start", highlight.start)
      json.close("}")
    }
    json.close("]")
    json.member("page", passage.page)
    json.member("section", passage.section)
    json.member("start", passage.start)
    json.member("text", passage.text)
    json.close("}")
  }
}
