import Answers
import Query
import Retrieval
import Service

extension SearchCommand {
  /// Runs each query of a batch with the same options, and skips lines that can't be read and
  /// queries that can't be run.
  func answerEach(
    of batch: QueryBatch, _ output: SearchOutput, on console: Console,
    from source: some SearchSource
  ) throws -> ExitStatus {
    var status = ExitStatus.nothing
    var hasFailed = false
    var noted = 0
    var request = try request("")
    for (number, line) in batch.lines.enumerated() {
      switch line {
      case .query(let id, let text):
        request.id = id
        request.text = text
        if text.allSatisfy(\.isWhitespace), request.filter.isEmpty {
          hasFailed = true
          console.error("\(batch.places[number]): The query is empty; skipped.")
          break
        }
        do {
          if format == .trec {
            // A run lists up to a thousand documents, and needs only their ids.
            let documents = try source.references(request)
            if let lines = TRECRunPrinter().text(id, documents, after: request.offset) {
              try console.print(lines)
              status = .found
            }
          } else {
            let response = try source.search(request)
            if try output.write(response, printsNotes: false) == .found { status = .found }
            if !output.includesNotes, !response.query.notes.isEmpty { noted += 1 }
          }
        } catch let error where Self.isOfQuery(error) {
          hasFailed = true
          console.error("\(batch.places[number]): \(Failure(error).text) Skipped.")
        }
      case .unreadable(let notice):
        hasFailed = true
        console.error(notice)
      }
      console.progress("\(number + 1) of \(batch.lines.count) queries")
    }
    if noted > 0 {
      console.note(
        "\(NumberText.counted(noted, "query", "queries")) had notes; use --format jsonl to see them."
      )
    }
    return hasFailed ? .trouble : status
  }

  /// Whether an error is that of a query, so the others can still be run.
  ///
  /// The options were checked before, so whatever a server refuses is the query.
  private static func isOfQuery(_ error: any Error) -> Bool {
    switch error {
    case is QueryError, IndexError.interrupted: true
    case let error as ServiceError: error.code.status == 400 || error.code == .queryTimeout
    default: false
    }
  }
}
