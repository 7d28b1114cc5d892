import Answers
import ArgumentParser
import Foundation
import Literature
import Query
import Retrieval

/// `peerlit export`: records for reference managers.
package struct ExportCommand: PrintingCommand {
  package static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Export records for a reference manager, or a copy for any SQLite program.",
    discussion: """
      Exports all documents that match a query and filters, best first; without either, the whole \
      index. Facets are exported as keywords (peerlit:method=qualitative) and as a note, so that \
      a reference manager displays them and peerlit can read them again. With --to sqlite, the \
      result is a plain SQLite file that any SQLite program can open, with settings for Datasette \
      in datasette.json beside it; name the file with -o or as the last argument.

      Examples:
        peerlit export "role clarity" --to ris -o found.ris
        peerlit export --condition hepatitis-c --year 2015.. --to csl-json
        peerlit export --ids peers-hcv-2023 hepcare-advanced-peers --to bibtex
        peerlit export --to jsonl -o everything.jsonl
        peerlit export --to sqlite library-copy.sqlite
        peerlit export --corrections -o corrections.csv

      Exit status: 0 success, 1 nothing was found or an id is unknown, 2 error, \
      64 invalid arguments.
      """)

  @OptionGroup var query: QueryOptions

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp(
      "Export these documents, by their ids or other identifiers, in this order; - reads ids "
        + "from standard input, one per line.",
      valueName: "id"))
  var ids: [String] = []

  @Option(help: ArgumentHelp("Record format.", valueName: "format"))
  var to: ExportTarget?

  @Flag(help: "Export the corrections of facets instead of records, as corrections.csv.")
  var corrections = false

  @Option(
    name: [.customShort("n"), .long],
    help: ArgumentHelp("Maximum number of records (default: all).", valueName: "n"))
  var limit: Int?

  @Option(help: "Order of the records.")
  var sort = SearchRequest.Sort.relevance

  @OptionGroup var spreadsheet: SpreadsheetOption
  @OptionGroup var timeLimit: TimeLimitOption
  @OptionGroup var index: IndexOption
  @OptionGroup package var output: OutputOptions

  package init() {}

  package func validate() throws {
    try spreadsheet.check(isCSV: to == .records(.csv) || corrections, "--to csv")
    if corrections {
      guard to == nil, ids.isEmpty, query.words.isEmpty, try query.filters.filter().isEmpty else {
        throw ValidationError(
          "--corrections exports all corrections; remove the query, filters, --ids and --to.")
      }
    } else if to == nil {
      throw ValidationError("Choose a record format with --to, or use --corrections.")
    }
    if to == .sqlite {
      guard output.output != nil || !query.words.isEmpty else {
        throw ValidationError("Name the file to write: peerlit export --to sqlite FILE")
      }
    }
    try NegativeNumber.refuse(limit, "--limit")
    guard !ids.isEmpty else { return }
    if !words.isEmpty {
      throw ValidationError("Use a query or --ids, not both.")
    }
    if try !query.filters.filter().isEmpty {
      throw ValidationError("Use filters or --ids, not both.")
    }
  }

  package func run(on console: Console) throws -> ExitStatus {
    if output.output == nil, to != .sqlite, let word = words.last, Self.isFile(word) {
      throw UsageError("“\(word)” is read as a query. To write to a file, use -o \(word).")
    }
    var request = try query.request(words.joined(separator: " "))
    request.sort = sort
    let index = try index.open(console, timeLimit: timeLimit.duration(console))
    guard let to else {
      let corrections = try index.corrections()
      try console.write(CorrectionFile.text(corrections))
      if corrections.isEmpty { console.note("The index has no corrections.") }
      return corrections.isEmpty ? .nothing : .found
    }
    let selection =
      ids.isEmpty
      ? try index.select(request, limit: limit)
      : try index.select(ids: Array(wanted(console).prefix(limit ?? .max)))
    for note in selection.notes { console.note(note) }
    for message in MissingDocument.messages(selection.unknown, index) { console.error(message) }
    switch to {
    case .records where selection.isEmpty && outputPath != nil: break
    case .records(let format):
      var export = RecordExport(
        selection, of: index, as: format, marksFormulas: spreadsheet.spreadsheetSafe)
      while let piece = try export.next() {
        try console.write(piece)
      }
    case .sqlite where selection.isEmpty:
      // A file that can't be the copy is refused even if there is nothing to write.
      _ = try PortableCopyFile(copyPath, index: index.path)
    case .sqlite: try copy(selection, of: index, console)
    }
    if selection.isEmpty, selection.unknown.isEmpty {
      let target = to == .sqlite ? copyPath : outputPath
      let isKept = target.map { FileManager.default.fileExists(atPath: $0) } ?? false
      console.note(
        (limit == 0
          ? "Nothing exported, because --limit is 0."
          : "Nothing found in \(TerminalText.escaped(index.path)).")
          + (isKept ? " \(TerminalText.escaped(target ?? "")) is unchanged." : ""))
    }
    return selection.isEmpty || !selection.unknown.isEmpty ? .nothing : .found
  }

  /// The file for standard output; `nil` for a portable copy, which is a file in any case.
  package var outputPath: String? { to == .sqlite ? nil : output.file }

  package var keepsFile: Bool { true }

  /// The words of the query.
  private var words: [String] {
    let words = query.words.map(ArgumentList.unmarked)
    return to == .sqlite && output.output == nil ? words.dropLast() : words
  }

  /// The file of a copy: that of --output, or the last word.
  private var copyPath: String {
    output.output ?? query.words.last.map(ArgumentList.unmarked) ?? ""
  }

  /// Whether a word is the name of a file in a format of exports.
  private static func isFile(_ word: String) -> Bool {
    let name = word.lowercased()
    // A quoted query may end like a file.
    if name.contains(where: \.isWhitespace) { return false }
    return ExportFormat.allCases.contains { format in
      name.hasSuffix("." + format.fileExtension) && name.count > format.fileExtension.count + 1
    }
  }

  /// Writes a portable copy.
  private func copy(
    _ selection: DocumentSelection, of index: Index, _ console: Console
  ) throws {
    let file = try PortableCopyFile(copyPath, index: index.path)
    let settings = try file.write(PortableCopy(selection, of: index))
    console.note(
      "\(NumberText.counted(selection.count, "document")) in \(copyPath).")
    if settings == nil {
      console.note(
        "The existing datasette.json is not a settings file of Datasette, so the copy was not "
          + "added to it.")
    }
  }

  /// The ids on the command line, with `-` replaced by those of standard input.
  private func wanted(_ console: Console) throws -> [String] {
    try ids.flatMap { id -> [String] in
      guard id == "-" else { return [ArgumentList.unmarked(id)] }
      return String(decoding: try console.readAll(), as: UTF8.self)
        .split(whereSeparator: \.isNewline).map(String.init)
    }
  }
}
