import Answers
import Literature

/// Answers of tools as texts that a person or a model can read.
enum ToolText {
  /// The longest excerpt of a passage, in Unicode scalars.
  private static let longestExcerpt = 500

  /// An excerpt of a passage, on one line.
  static func excerpt(of passage: HitPassage) -> String {
    Snippet(passage, limit: longestExcerpt).text.oneLine
  }

  /// Results of a search, each with an excerpt of its passage.
  static func search(_ results: SearchResults) -> String {
    var blocks = [head(results)] + results.results.map { result($0) }
    if !results.related.isEmpty {
      blocks.append("Related documents, which do not match:")
      blocks += results.related.map { result($0) }
    }
    let notes = notes(results.query)
    if !notes.isEmpty { blocks.append(notes.joined(separator: "\n")) }
    return blocks.joined(separator: "\n\n")
  }

  /// The number of documents found.
  static func head(_ results: SearchResults) -> String {
    let (total, shown) = (results.total, results.results.count)
    if total.documents == 0 { return "Nothing found." }
    let count = NumberText.counted(total.documents, "document")
    return (total.exact ? count : "More than " + count)
      + (shown == 0 ? "; none on this page." : shown < total.documents ? "; \(shown) shown." : ".")
  }

  private static func result(_ result: SearchResults.Result) -> String {
    let (hit, document) = (result.hit, result.hit.document)
    let location = [
      hit.passage.section, hit.passage.page.map { "page \($0)" } ?? "",
    ].joinedNonEmpty(separator: ", ")
    let lines: [String] = [
      "\(hit.rank). \(document.titleOrID)", "id: \(document.id)",
      result.url.isEmpty ? "" : "url: \(result.url)", facets(document),
      hit.citation.map { "cite as: \($0)" } ?? "",
      (location.isEmpty ? "" : "[\(location)] ") + "“\(excerpt(of: hit.passage))”",
    ]
    return lines.joinedNonEmpty(separator: "\n")
  }

  /// The facets of a document: `method: qualitative; sample_size: 20`.
  static func facets(_ document: HitDocument) -> String {
    facetValues(document).map { "\($0.name): \($0.values)" }.joined(separator: "; ")
  }

  /// The facets of a document that have values, each with its values in one text.
  static func facetValues(_ document: HitDocument) -> [(name: String, values: String)] {
    FacetDefinition.inHits.compactMap { facet in
      let values = document.facets.texts(of: facet)
      return values.isEmpty ? nil : (facet.name.rawValue, values.joined(separator: ", "))
    }
  }

  /// Counts of facet values, a line for each facet.
  static func counts(_ report: FacetReport) -> String {
    var lines = [NumberText.counted(report.documents, "document")]
    lines += countedValues(report.facets).map { "\($0.name): \($0.values)" }
    return (lines + notes(report.query)).joined(separator: "\n")
  }

  /// The facets that have counts, each with its counts in one text: `qualitative 3, review 1`.
  static func countedValues(_ facets: FacetCounts) -> [(name: String, values: String)] {
    FacetDefinition.filters.compactMap { facet in
      guard let counts = facets[facet.name.rawValue], !counts.isEmpty else { return nil }
      let values = counts.map { "\($0.value) \($0.documents)" }
      return (facet.name.rawValue, values.joined(separator: ", "))
    }
  }

  /// The cells of a map that are not empty, a line for each row.
  static func map(_ map: FacetMap) -> String {
    var lines = [
      "\(map.title), \(NumberText.counted(map.documents, "document"))."
        + " Pairs that are not listed have none."
    ]
    for (row, counts) in zip(map.rows, map.counts) {
      let cells = zip(map.columns, counts).filter { $0.1 > 0 }.map { "\($0.0) \($0.1)" }
      if !cells.isEmpty { lines.append("\(row): \(cells.joined(separator: ", "))") }
    }
    return (lines + notes(map.query)).joined(separator: "\n")
  }

  private static func notes(_ query: InterpretedQuery) -> [String] {
    query.notes.map { note($0.text(.parameters)) }
  }

  /// A note as a line, which ends with one full stop or another mark.
  private static func note(_ text: String) -> String {
    "Note: " + (text.last.map { ".?!".contains($0) } ?? true ? text : text + ".")
  }

  /// A page of a document.
  static func page(_ page: TextPage, url: String) -> String {
    let document = page.document
    let lines: [String] = [
      document.titleOrID, "id: \(document.id)", url.isEmpty ? "" : "url: \(url)",
      facets(HitDocument(document)), "cite as: \(Citation(document).text)",
      page.headings.isEmpty ? "" : "sections: " + page.headings.joined(separator: "; "),
    ]
    return lines.joinedNonEmpty(separator: "\n") + "\n\n" + page.text + "\n\n" + page.remark
  }
}
