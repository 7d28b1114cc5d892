import ArgumentParser
import Query
import Retrieval
import Service

/// `peerlit search`: ranked passages that answer a query.
package struct SearchCommand: ConsoleCommand {
  package static let configuration = CommandConfiguration(
    commandName: "search",
    abstract: "Find passages; the command that runs when none is named.",
    discussion: """
      Plain words are optional, each adds to the score. Operators are written in capitals: AND, \
      OR, NOT, NEAR/5. +word is required, -word is left out, "two words" is a phrase, counsel* \
      any word that begins so, title:word and author:name look there alone. Limits may be written \
      into the query: n:>=20, n:none, year:2015.., method:qualitative, setting:community, \
      condition:hepatitis-c.

      Examples:
        peerlit search "role clarity HCV"
        peerlit search '"peer support worker" AND (burnout OR stress)'
        peerlit search supervision --condition hepatitis-c --year 2015..
        peerlit search "n:>=20 method:randomised-trial self-management"
        peerlit search --queries queries.jsonl --format trec > run.txt
        peerlit search "peer support" --method trial --record search.json

      Exit status: 0 something found, 1 nothing found, 2 trouble, 64 wrong usage.
      """)

  @OptionGroup var query: QueryOptions

  @Option(help: .of(.limit))
  var limit = 10

  @Option(help: .of(.offset))
  var offset = 0

  @Option(help: .of(.unit))
  var unit: SearchRequest.Unit?

  @Option(help: .of(.sort))
  var sort = SearchRequest.Sort.relevance

  @Option(help: "The form of the answer; trec implies --unit document.")
  var format = SearchFormat.text

  @Flag(help: .of(.explain))
  var explain = false

  @Flag(help: .of(.facets))
  var facets = false

  @Flag(help: .of(.count))
  var count = false

  @Option(
    help: ArgumentHelp(
      "Answer each query of a file of lines {\"_id\", \"text\"}, as --plain; - reads standard input.",
      valueName: "file"),
    completion: .file(extensions: ["jsonl"]))
  var queries: String?

  @Option(
    help: ArgumentHelp(
      "Keep the search for the report of a review, with all that it finds; see replay.",
      valueName: "file"),
    completion: .file(extensions: ["json"]))
  var record: String?

  @Option(
    help: ArgumentHelp(
      "Ask a running server (peerlit serve) instead of an index: http://127.0.0.1:7700 or unix:PATH; the environment's PEERLIT_TOKEN is sent along.",
      valueName: "address"))
  var server: String?

  @OptionGroup var place: IndexOption

  /// What to say of the first word, if it may have been meant for a command.
  package var note: String?

  package enum CodingKeys: String, CodingKey {
    case query, limit, offset, unit, sort, format, explain, facets, count
    case queries, record, server, place
  }

  package init() {}

  package func validate() throws {
    if limit < 0 { throw ValidationError("--limit must be 0 or more.") }
    if offset < 0 { throw ValidationError("--offset must be 0 or more.") }
    if queries != nil, !query.words.isEmpty {
      throw ValidationError("Give a query or --queries, not both.")
    }
    if queries != nil, record != nil {
      throw ValidationError("--record keeps one search, not those of --queries.")
    }
    if let server {
      if record != nil || place.index != nil {
        throw ValidationError(
          "--server answers from its own index: leave --record and --index out.")
      }
      do { _ = try ServerAddress(server) } catch { throw ValidationError(error.description) }
    }
    if queries == nil, query.words.isEmpty, try query.filters.filter().isEmpty {
      throw ValidationError("Give words to look for, or a limit such as --method qualitative.")
    }
  }

  package func run(on console: Console) throws -> ExitStatus {
    // What is wrong with the options is told before anything is wrong with the index.
    _ = try request("")
    if let server {
      let token = console.environment["PEERLIT_TOKEN"] ?? ""
      let client = ServiceClient(
        try ServerAddress(server), token: token.isEmpty ? nil : token)
      return try answer(on: console, from: client)
    }
    let index = try Index(path: place.path(console))
    let status = try answer(on: console, from: index)
    if let record {
      let kept = try index.record(
        try request(query.text), by: Program.nameAndVersion, at: .now)
      try SavedSearchFile.write(kept, to: record)
    }
    return status
  }

  /// The request that the options make of a text.
  package func request(_ text: String) throws -> SearchRequest {
    var request = try query.request(text)
    request.unit = format == .trec ? .document : unit ?? .passage
    request.limit = limit
    request.offset = offset
    request.sort = sort
    request.plain = request.plain || queries != nil
    request.facets = facets
    request.count = count
    request.explain = explain
    return request
  }

  /// Answers the query, or each of a file.
  package func answer(
    on console: Console, from source: some SearchSource
  ) throws -> ExitStatus {
    let answer = try Answer(
      format.printer(style: console.style, isBatch: queries != nil), on: console)
    guard let queries else {
      var response = try source.search(try request(query.text))
      if let note { response.query.notes.insert(note, at: 0) }
      return try answer.write(response)
    }
    return try answerEach(of: try QueryBatch(path: queries), answer, on: console, from: source)
  }

  private func answerEach(
    of batch: QueryBatch, _ answer: Answer, on console: Console,
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
        if format == .trec {
          // A run names a thousand documents and shows nothing of them.
          let documents = try source.references(request)
          if let lines = SearchRun().text(id, documents, from: request.offset + 1) {
            try console.print(lines)
            status = .found
          }
        } else {
          let response = try source.search(request)
          if try answer.write(response, tellsNotes: false) == .found { status = .found }
          if !answer.hasNotes, !response.query.notes.isEmpty { noted += 1 }
        }
      case .unreadable(let notice):
        hasFailed = true
        console.tell("peerlit: \(notice)")
      }
      console.progress("\(number + 1) of \(batch.lines.count) queries")
    }
    if noted > 0 {
      console.tell("peerlit: \(Counted.of(noted, "answer")) with notes; --format jsonl has them.")
    }
    return hasFailed ? .trouble : status
  }
}

extension SearchRequest.Unit: ExpressibleByArgument {}
extension SearchRequest.Sort: ExpressibleByArgument {}
extension SearchFormat: ExpressibleByArgument {}
