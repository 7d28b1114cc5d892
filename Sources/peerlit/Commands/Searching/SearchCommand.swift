import Answers
import ArgumentParser
import Foundation
import JSON
import Query
import Retrieval
import Service

/// `peerlit search`: the documents or passages that best match a query.
package struct SearchCommand: PrintingCommand {
  package static let configuration = CommandConfiguration(
    commandName: "search",
    abstract: "Find documents that match a query, each with its best passage.",
    discussion: """
      All words are optional; each match raises the score. Operators are written in capitals: AND, \
      OR, NOT, NEAR/5. +word requires a word and -word excludes it; "two words" is a phrase; \
      counsel* matches words that begin with it; title:word and author:name search one field. \
      Filters can be part of the query: n:>=20, n:none, year:2015.., method:qualitative, \
      setting:community, condition:hepatitis-c.

      Examples:
        peerlit search "role clarity HCV"
        peerlit search '"peer support worker" AND (burnout OR stress)'
        peerlit search engagement --condition hepatitis-c --year 2015..
        peerlit search "n:>=20 method:qualitative role clarity"
        peerlit search --queries queries.jsonl --format trec -o run.txt
        peerlit search "peer support" --method review --record search.json
        peerlit search --strategy medline.txt

      Exit status: 0 something was found, 1 nothing was found, 2 error, 64 invalid arguments.
      """)

  @OptionGroup var query: QueryOptions

  @Option(name: [.customShort("n"), .long], help: .of(.limit))
  var limit: Int?

  @Option(help: .of(.offset))
  var offset = 0

  @Option(help: .of(.unit))
  var unit: SearchRequest.Unit?

  @Option(help: .of(.passages))
  var passages = 1

  @Option(help: .of(.related))
  var related: Int?

  @Option(help: .of(.sort))
  var sort = SearchRequest.Sort.relevance

  @Option(help: "Output format: brief is one line per hit; trec implies --unit document.")
  var format = SearchFormat.text

  @Flag(help: "Print whole passages instead of the sentences around the best matches.")
  var full = false

  @Flag(help: .of(.explain))
  var explain = false

  @Flag(help: .of(.facets))
  var facets = false

  @Flag(help: .of(.count))
  var count = false

  @Option(
    help: ArgumentHelp(
      "Run every query in a file, as with --plain: one per line, or lines {\"_id\", \"text\"}; - reads standard input.",
      valueName: "file"),
    completion: .file(extensions: ["jsonl", "txt"]))
  var queries: String?

  @Option(
    help: ArgumentHelp(
      "Run every line of a search strategy in a file, and print the number of documents that each finds; - reads standard input.",
      valueName: "file"),
    completion: .file())
  var strategy: String?

  @Option(
    help: ArgumentHelp(
      "Save the search for a review's methods section: as JSON for replay, or as text for its appendix if the name ends with .md or .txt (repeatable).",
      valueName: "file"),
    completion: .file(extensions: ["json", "md", "txt"]))
  var record: [String] = []

  @Option(
    help: ArgumentHelp(
      "Search a running server instead of an index: http://127.0.0.1:7700 or unix:PATH; $PEERLIT_TOKEN is sent if it is set.",
      valueName: "address"))
  var server: String?

  @OptionGroup var spreadsheet: SpreadsheetOption
  @OptionGroup var timeLimit: TimeLimitOption
  @OptionGroup var index: IndexOption
  @OptionGroup package var output: OutputOptions

  /// A note that the first word looks like a misspelled command.
  package var note: String?
  /// The settings of the call.
  package var settings = Settings()

  package enum CodingKeys: String, CodingKey {
    case query, limit, offset, unit, passages, related, sort, format, full, explain, facets, count
    case queries, strategy, record, server, spreadsheet, timeLimit, index, output
  }

  package init() {}

  package func run(on console: Console) throws -> ExitStatus {
    // Report invalid options before problems with the index.
    _ = try request("")
    // A server in the settings is for ordinary searches; what needs an index uses that.
    let isLocal = index.isGiven || strategy != nil || !record.isEmpty || index.synonyms != nil
    if let server = server ?? (isLocal ? nil : settings.server) {
      if timeLimit.timeout != nil {
        throw UsageError(
          "--timeout has no effect on a server, which has its own time limit. Leave it out.")
      }
      let client = ServiceClient(
        try ServerAddress(server), token: ServerToken.variable(console.environment))
      try client.check(try request(""))
      return try answer(on: console, from: client, at: "Server: \(server)")
    }
    let index = try index.open(console, timeLimit: timeLimit.duration(console))
    if let strategy { return try run(strategy, on: console, index) }
    let saved = try saved(try request(query.text), index)
    let status = try answer(on: console, from: index, at: "Index: \(index.path)")
    try save(saved, console)
    return status
  }

  /// The record of a search; `nil` if it is not saved.
  ///
  /// - Throws: ``UsageError`` if a file for it has other contents.
  private func saved(_ request: SearchRequest, _ index: Index) throws -> SavedSearch? {
    if record.isEmpty { return nil }
    let saved = try index.savedSearch(request, by: Program.nameAndVersion, at: .now)
    for path in record { try SavedSearchFile.check(path, for: saved) }
    return saved
  }

  /// Writes the record of a search to the files that were given.
  private func save(_ search: SavedSearch?, _ console: Console) throws {
    guard let search else { return }
    // One of the files may be standard output.
    try console.flush()
    for path in record { try SavedSearchFile.write(search, to: path) }
  }

  /// Runs the lines of a strategy and prints the table.
  private func run(
    _ path: String, on console: Console, _ index: Index
  ) throws -> ExitStatus {
    let text = try TextInput.read(path, orInputOf: console, content: "strategy")
    guard text.contains(where: { !$0.isWhitespace }) else {
      throw UsageError("The strategy is empty. Write one search on each line.")
    }
    var request = try request(text)
    request.isStrategy = true
    let saved = try saved(request, index)
    let report = try index.strategy(request)
    switch format {
    case .json: try console.print(JSONText.pretty(report))
    case .tsv: try console.print(StrategyReportTable(form: .tsv).text(report))
    case .csv:
      let form = TableForm.csv(marksFormulas: spreadsheet.spreadsheetSafe)
      try console.print(StrategyReportTable(form: form).text(report))
    default: try console.print(StrategyReportText(style: console.style).text(report))
    }
    if [.tsv, .csv].contains(format) {
      // The table has no row for the notes on the whole strategy.
      for note in report.notes { console.note(note) }
    }
    try save(saved, console)
    return report.lines.last?.documents ?? 0 > 0 ? .found : .nothing
  }

  /// A request for a query with these options.
  package func request(_ text: String) throws -> SearchRequest {
    var request = try query.request(text)
    request.unit = format == .trec ? .document : unit ?? (passages > 1 ? .document : settings.unit)
    request.limit = limit ?? settings.limit
    request.offset = offset
    request.passages = passages
    // In a run, related documents are ranked among the others.
    request.related = format == .trec ? related ?? 0 : related
    request.sort = sort
    request.plain = request.plain || queries != nil
    request.facets = facets
    request.count = count
    request.explain = explain
    return request
  }

  /// Runs the query, or each query in the file.
  ///
  /// - Parameter place: a line that names the index or server, for text output that finds nothing.
  package func answer(
    on console: Console, from source: some SearchSource, at place: String? = nil
  ) throws -> ExitStatus {
    let output = try SearchOutput(
      format.printer(
        style: console.style, isBatch: queries != nil, isFull: full, unit: try request("").unit,
        marksFormulas: spreadsheet.spreadsheetSafe, place: queries == nil ? place : nil),
      on: console)
    guard let queries else {
      var response = try source.search(try request(query.text))
      if let note { response.query.notes.insert(.sentence(note), at: 0) }
      console.detail("Query: \(response.query.interpreted)")
      let status = try output.write(response)
      // Text says this itself. The formats for programs print only a count, a header or results.
      if status == .nothing, format == .brief {
        console.note("Nothing found." + (place.map { " " + TerminalText.escaped($0) } ?? ""))
      }
      return status
    }
    let batch = try QueryBatch(path: queries, console: console)
    return try answerEach(of: batch, output, on: console, from: source)
  }
}

extension SearchRequest.Unit: ExpressibleByArgument {}
extension SearchRequest.Sort: ExpressibleByArgument {}
extension SearchFormat: ExpressibleByArgument {}
