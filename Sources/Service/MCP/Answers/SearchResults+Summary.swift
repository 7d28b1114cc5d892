import Answers
import JSON
import Literature

extension SearchResults {
  /// A summary with an excerpt of each passage.
  ///
  /// Connectors read it from the text of the answer, which must be a single item of JSON.
  var summary: JSONValue {
    var summary: [String: JSONValue] = [
      "found": .string(ToolText.head(self)), "results": .array(results.map(Self.summary)),
    ]
    if !related.isEmpty { summary["related"] = .array(related.map(Self.summary)) }
    let counts = ToolText.countedValues(facets).map { ($0.name, JSONValue.string($0.values)) }
    if !counts.isEmpty {
      summary["facets"] = .object(Dictionary(uniqueKeysWithValues: counts))
    }
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
}
