import Query

extension Index {
  /// What a request's words match in any text, marked as in hits: half-open ranges of Unicode
  /// scalars, in order and not overlapping.
  public func matches(_ request: SearchRequest, in text: String) throws -> [Range<Int>] {
    try use { session in
      let plan = try session.prepare(request).plan
      return Highlighter(analyzer: session.analyzer, plan: plan, session.lists).ranges(in: text)
    }
  }
}
