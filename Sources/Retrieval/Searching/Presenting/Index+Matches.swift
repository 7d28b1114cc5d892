import Query

extension Index {
  /// The matches of a request in any text, like the highlights of hits: half-open ranges of Unicode
  /// scalars, in order and without overlap.
  public func matches(_ request: SearchRequest, in text: String) throws -> [Range<Int>] {
    try use { searcher in
      let plan = try searcher.prepare(request).plan
      let highlighter = Highlighter(analyzer: searcher.reader.analyzer, plan: plan)
      return highlighter.ranges(in: text)
    }
  }
}
