import Analysis
import ArgumentParser
import Retrieval

/// `peerlit sql`: SQL on an index.
package struct SQLCommand: PrintingCommand {
  package static let configuration = CommandConfiguration(
    commandName: "sql",
    abstract: "Run read-only SQL on the index.",
    discussion: """
      Tables: works, work_facets, work_facets_all, work_identifiers, work_passages, facet_codes and \
      facet_closure; passages_fts is the full text. docs/sql.md describes them, with examples. \
      Without SQL, statements are read from standard input; on a terminal, each is run when it ends \
      with a semicolon. .tables lists the tables, and .schema prints their SQL.

      Examples:
        peerlit sql "SELECT title, year FROM works ORDER BY year DESC LIMIT 10"
        peerlit sql "SELECT title FROM works JOIN work_facets USING (work) \
      WHERE facet = 'method' AND code = 'qualitative' AND sample_size >= 20" --format csv
        peerlit sql .schema
        peerlit sql "SELECT title FROM passages_fts('role AND clarity') ORDER BY rank LIMIT 5"

      Exit status: 0 there were rows, 1 there were none, 2 error, 64 invalid arguments or SQL.
      """)

  @Argument(
    help: ArgumentHelp("Statements; several are separated by semicolons.", valueName: "sql"))
  var sql: [String] = []

  @Option(help: "Output format.")
  var format = SQLFormat.table

  @Option(
    help: ArgumentHelp("Stop a statement after this time; 0 for no limit.", valueName: "seconds"))
  var timeout = 60.0

  @OptionGroup var spreadsheet: SpreadsheetOption
  @OptionGroup var index: IndexOption
  @OptionGroup package var output: OutputOptions

  /// Answers to statements that are typed appear one by one, so no pager can hold them back.
  package var isPaged: Bool { !sql.isEmpty }

  package init() {}

  package func validate() throws {
    try spreadsheet.check(isCSV: format == .csv)
    guard timeout >= 0, timeout <= 1e9 else {
      throw ValidationError("--timeout must be 0 or more seconds.")
    }
  }

  package func run(on console: Console) throws -> ExitStatus {
    let path = try index.path(console)
    let session = try index.namingLibraries(console) {
      try SQLSession(path: path, timeLimit: timeout > 0 ? .seconds(timeout) : nil)
    }
    console.detail("Index: \(path)")
    let printer = format.printer(console.style, marksFormulas: spreadsheet.spreadsheetSafe)
    let prompt = SQLPrompt(session: session, printer: printer, console: console)
    if sql.isEmpty, console.isInteractive { return try prompt.run() }
    let text =
      sql.isEmpty
      ? String(decoding: try console.readAll(), as: UTF8.self) : sql.joined(separator: " ")
    do {
      return try prompt.run(text) > 0 ? .found : .nothing
    } catch let error as UsageError {
      guard !Self.isStatement(text), let hint = QueryHint.hint(["sql"] + sql) else {
        throw error
      }
      throw UsageError("\(error) \(hint)")
    }
  }

  /// The words with which statements begin.
  private static let keywords = [
    "alter", "analyze", "attach", "begin", "commit", "create", "delete", "detach", "drop",
    "explain", "insert", "pragma", "reindex", "release", "replace", "rollback", "savepoint",
    "select", "update", "vacuum", "values", "with",
  ]

  /// Whether a text begins like a statement or has signs of one, which a query for the literature
  /// rarely has.
  private static func isStatement(_ text: String) -> Bool {
    if text.contains(where: { "*=;_".contains($0) }) { return true }
    let first = String(text.lowercased().prefix(while: \.isLetter))
    return keywords.contains { keyword in
      first == keyword || first.count > 4 && EditDistance.between(first, keyword) <= 1
    }
  }
}
