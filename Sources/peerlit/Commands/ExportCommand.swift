import ArgumentParser
import Foundation
import Literature
import Query
import Retrieval

/// `peerlit export`: records for reference managers.
package struct ExportCommand: ConsoleCommand {
  package static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write records for a reference manager.",
    discussion: """
      All documents that a query and limits find, best first; without either, all of the index. \
      Facets go along as keywords (peerlit:method=qualitative) and in a note, so that a reference \
      manager shows them and peerlit reads them again.

      Examples:
        peerlit export "role clarity" --to ris > found.ris
        peerlit export --condition hepatitis-c --year 2015.. --to csl-json
        peerlit export --ids peers-hcv-2023 hepcare-advanced-peers --to bibtex
        peerlit export --to jsonl > everything.jsonl

      Exit status: 0 written, 1 nothing found or an id that is not there, 2 trouble, 64 wrong usage.
      """)

  @OptionGroup var query: QueryOptions

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp(
      "Write these documents, in this order; - reads ids from standard input, one a line.",
      valueName: "id"))
  var ids: [String] = []

  @Option(help: "The form of the records.")
  var to: ExportFormat

  @Option(help: ArgumentHelp("How many records at most (default: all).", valueName: "n"))
  var limit: Int?

  @Option(help: "The order of records.")
  var sort = SearchRequest.Sort.relevance

  @OptionGroup var place: IndexOption

  package init() {}

  package func validate() throws {
    if let limit, limit < 0 { throw ValidationError("--limit must be 0 or more.") }
    guard !ids.isEmpty else { return }
    if !query.words.isEmpty { throw ValidationError("Give a query or --ids, not both.") }
    if try !query.filters.filter().isEmpty {
      throw ValidationError("Give limits or --ids, not both.")
    }
  }

  package func run(on console: Console) throws -> ExitStatus {
    var request = try query.request(query.text)
    request.sort = sort
    let index = try Index(path: place.path(console))
    let selection =
      ids.isEmpty
      ? try index.select(request, limit: limit)
      : try index.select(ids: Array(wanted().prefix(limit ?? .max)))
    for note in selection.notes { console.tell("peerlit: \(note)") }
    for id in selection.unknown {
      console.tell("peerlit: There is no document “\(id)” in \(index.path).")
    }
    var export = RecordExport(selection, of: index, as: to)
    while let piece = try export.next() {
      try console.write(piece)
    }
    return selection.isEmpty || !selection.unknown.isEmpty ? .nothing : .found
  }

  /// The ids that were given, those of standard input in the place of its sign.
  private func wanted() -> [String] {
    ids.flatMap { id -> [String] in
      guard id == "-" else { return [ArgumentList.unmarked(id)] }
      var lines: [String] = []
      while let line = readLine() { if !line.isEmpty { lines.append(line) } }
      return lines
    }
  }
}

extension ExportFormat: ExpressibleByArgument {}
