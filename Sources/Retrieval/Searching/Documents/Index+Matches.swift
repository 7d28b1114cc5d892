import Literature
import Query

extension Index {
  /// The matches of a request in the text of a document, like the highlights of hits: half-open
  /// ranges of Unicode scalars, in order and without overlap.
  public func matches(
    _ request: SearchRequest, in document: Document
  ) throws -> [Range<Int>] {
    try use { searcher in
      let highlighters = PlanHighlighter(
        analyzer: searcher.reader.analyzer, plan: try searcher.prepare(request).plan,
        abbreviations: searcher.caches.abbreviations)
      let number = try searcher.reader.number(of: document.id) ?? .max
      return try highlighters.highlighter(for: number).ranges(in: document.text)
    }
  }
}
