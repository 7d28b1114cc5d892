import Query

extension Index {
  /// What a request matches in any text, as highlights of hits do: half-open ranges of Unicode
  /// scalars, in order and not overlapping.
  public func matches(_ request: SearchRequest, in text: String) throws -> [Range<Int>] {
    try use { searcher in
      let plan = try searcher.prepare(request).plan
      let highlighter = Highlighter(analyzer: searcher.reader.analyzer, plan: plan)
      return highlighter.ranges(in: text)
    }
  }
}
