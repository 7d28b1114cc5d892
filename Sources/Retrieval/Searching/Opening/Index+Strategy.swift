import Answers
import Query

extension Index {
  /// Runs every line of a search strategy and counts the documents that each finds.
  ///
  /// - Parameter request: its text is the strategy; its filters and syntax apply to every line, and
  ///   its other members are ignored.
  /// - Throws: ``QueryError`` with a position in the whole strategy for a line that can't be run.
  public func strategy(_ request: SearchRequest) throws -> StrategyReport {
    try use { searcher in
      // Reading counts towards the time limit.
      let strategy =
        try request.strategy ?? StrategyReader().read(request.text, syntax: request.syntax)
      let lines = try searcher.count(strategy, request)
      let recognised =
        strategy.isRecognised
        ? ["Recognised as a search written for \(strategy.syntax.label)."]
        : strategy.syntax == .peerlit
          ? ["Words are searched as written, without synonyms and other expansions."] : []
      let forms = try searcher.formNote(strategy.lines.map(\.query))
      return StrategyReport(
        syntax: strategy.syntax, lines: lines,
        notes: recognised + strategy.notes + [forms?.statement].compactMap(\.self))
    }
  }
}

extension Searcher {
  /// The lines of a strategy with the number of documents that each finds.
  func count(_ strategy: Strategy, _ request: SearchRequest) throws -> [StrategyReport.Line] {
    var plans = StrategyPlanNotes()
    let lines = try strategy.lines.map { line in
      // Opening a list checks the time limit, but words that are not in the index open none.
      try lists.checkDeadline()
      let isEmpty = line.query.tree.isEmpty && line.query.filter.isEmpty
      var report = StrategyReport.Line(
        line: line.number, text: line.text, query: line.query.queryText, documents: nil,
        notes: line.query.notes.map { .sentence($0) })
      if isEmpty { return report }
      let prepared = try prepare(line.query, request, at: line.position)
      report.documents = try counter.documents(prepared).count
      report.notes += plans.notes(prepared.plan, of: line)
      report.notes += try MissingValueNotes(matcher: matcher, snapshot: snapshot).notes(prepared)
      return report
    }
    // A table of counts has no place for a note.
    try reader.storage?.requireAllShards()
    return lines
  }
}
