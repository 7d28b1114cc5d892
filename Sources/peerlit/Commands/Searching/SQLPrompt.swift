import Foundation
import Retrieval

/// Runs statements, and commands such as `.tables`, one after the other: those of a text, or those
/// that are typed on a terminal.
struct SQLPrompt {
  let session: SQLSession
  let printer: any SQLPrinter
  let console: Console

  private static let help = """
    Type SQL, ending with a semicolon. Tables: works, work_facets, work_facets_all,
    work_identifiers, work_passages, facet_codes, facet_closure, passages_fts.
      .tables          list the tables with their columns
      .schema [TABLE]  print the SQL that made the tables, or one of them
      .quit            end (or Ctrl-D)
    """

  private static let documented =
    "(" + (MetadataSchema.documented + ["passages_fts"]).map { "'\($0)'" }.joined(separator: ", ")
    + ")"

  /// The documented tables, each with its columns.
  private static let tableList = """
    SELECT m.name AS "table", group_concat(c.name, ', ') AS columns
    FROM sqlite_schema AS m, pragma_table_info(m.name) AS c
    WHERE m.name IN \(documented) GROUP BY m.name ORDER BY m.name;
    """

  /// Reads and runs statements until the end of the input.
  func run() throws -> ExitStatus {
    console.note("\(session.path), read-only. .help for help, .quit to end.")
    var text = ""
    var pending: [UInt8] = []
    while true {
      try console.flush()
      if pending.isEmpty { console.prompt(text.isEmpty ? "sql> " : "...> ") }
      guard let line = try line(&pending) else {
        console.prompt("\n")
        return .found
      }
      if text.isEmpty {
        let line = line.trimmingCharacters(in: .whitespacesAndNewlines)
        if line.isEmpty { continue }
        if [".quit", ".exit", "quit", "exit"].contains(line) { return .found }
        if line.hasPrefix(".") || line == "help" {
          try attempt { _ = try run(line == "help" ? ".help" : line) }
          continue
        }
      }
      text += line
      guard SQLSession.isComplete(text) else { continue }
      try attempt { _ = try run(text) }
      text = ""
    }
  }

  /// Runs statements, and commands such as `.tables` on separate lines, and prints their rows;
  /// returns how many there were.
  func run(_ text: String) throws -> Int {
    var count = 0
    var results = 0
    var pending = ""
    for bytes in text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      let line = String(decoding: bytes, as: UTF8.self)
      let trimmed = line.trimmingCharacters(in: .whitespacesAndNewlines)
      guard trimmed.hasPrefix("."), Self.isBetweenStatements(pending) else {
        pending += line + "\n"
        continue
      }
      count += try statements(pending, &results)
      pending = ""
      if [".quit", ".exit"].contains(trimmed) { return count }
      count += try command(trimmed, &results)
    }
    count += try statements(pending, &results)
    return count
  }

  /// Whether a text is complete, so a command can follow: statements, comments, or nothing.
  private static func isBetweenStatements(_ text: String) -> Bool {
    // SQLite calls comments complete only after a statement.
    SQLSession.isComplete(";" + text)
  }

  /// Runs statements and prints their rows; returns how many there were.
  ///
  /// - Parameter results: the number of statements that have returned rows.
  private func statements(_ text: String, _ results: inout Int) throws -> Int {
    var count = 0
    do {
      try session.run(text) { columns, rows in
        results += 1
        if results > 1, printer.isSingle {
          throw UsageError(
            "JSON output can hold the rows of only one statement. Use --format jsonl, or run the "
              + "statements one by one.")
        }
        count += try printer.write(columns, rows, to: console)
      }
    } catch let error as SQLError {
      throw UsageError(error.description)
    } catch IndexError.interrupted {
      throw StatementTimeout()
    }
    return count
  }

  /// Runs a command that begins with a full stop; returns how many rows were printed.
  private func command(_ line: String, _ results: inout Int) throws -> Int {
    let words = line.split(whereSeparator: \.isWhitespace).map(String.init)
    switch (words[0], words.count) {
    case (".tables", 1): return try tables(&results)
    case (".schema", 1...2):
      return try schema(words.count > 1 ? words[1] : nil, &results)
    case (".help", 1):
      try console.print(Self.help)
      return 1
    default:
      throw UsageError("Unknown command “\(line)”. Use .tables, .schema, .help or .quit.")
    }
  }

  /// Prints the documented tables with all their columns, as text or, for programs, as rows; returns
  /// how many there were.
  ///
  /// - Parameter results: the number of statements that have returned rows.
  private func tables(_ results: inout Int) throws -> Int {
    guard printer.isText else { return try statements(Self.tableList, &results) }
    var tables: [(name: String, columns: String)] = []
    try session.run(Self.tableList) { _, rows in
      while let row = try rows.next() { tables.append((row[0].plainText, row[1].plainText)) }
    }
    let width = (tables.map { DisplayWidth.of($0.name) }.max() ?? 0) + 2
    let indent = String(repeating: " ", count: width)
    for table in tables {
      let name = DisplayWidth.padded(table.name, to: width, isRight: false)
      try console.print(Paragraph(table.columns).lines(console.style, indent: indent, first: name))
    }
    return tables.count
  }

  /// Prints the SQL of a table, or of all documented ones, as text or, for programs, as rows;
  /// returns how many there were.
  ///
  /// - Parameter results: the number of statements that have returned rows.
  private func schema(_ table: String?, _ results: inout Int) throws -> Int {
    let name = table.map { "= '\($0.replacing("'", with: "''"))'" } ?? "IN \(Self.documented)"
    let selection = "FROM sqlite_schema WHERE name \(name) ORDER BY name"
    var texts: [String] = []
    try session.run("SELECT sql \(selection)") { _, rows in
      while let row = try rows.next() { texts += row.map { $0.plainText + ";" } }
    }
    if let table, texts.isEmpty {
      throw UsageError("There is no table “\(table)”. Use .tables to list the tables.")
    }
    guard printer.isText else {
      return try statements("SELECT name AS \"table\", sql \(selection)", &results)
    }
    for text in texts { try console.print(TerminalText.escaped(text, keepsLines: true)) }
    return texts.count
  }

  /// Does something; an error is printed, and the next statement can be typed.
  private func attempt(_ body: () throws -> Void) throws {
    do {
      try body()
    } catch let error as Console.ReaderLeft {
      throw error
    } catch {
      _ = Failure(error).report(on: console)
    }
  }

  /// The next line with its end; `nil` at the end of the input.
  private func line(_ pending: inout [UInt8]) throws -> String? {
    while true {
      if let end = pending.firstIndex(of: UInt8(ascii: "\n")) {
        defer { pending.removeFirst(end + 1) }
        return String(decoding: pending[...end], as: UTF8.self)
      }
      let more = try console.read()
      if more.isEmpty {
        defer { pending = [] }
        return pending.isEmpty ? nil : String(decoding: pending, as: UTF8.self) + "\n"
      }
      pending += more
    }
  }
}
