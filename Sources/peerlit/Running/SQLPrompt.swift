import Foundation
import Retrieval

/// Statements typed on a terminal, one after the other.
struct SQLPrompt {
  let session: SQLSession
  let printer: any SQLPrinter
  let console: Console

  private static let help = """
    Type SQL, ending with a semicolon. Tables: works, work_facets, work_facets_all,
    work_identifiers, work_passages, facet_codes, facet_closure, passages_fts.
      .tables   list the tables with their columns
      .quit     end (or Ctrl-D)
    """

  /// The documented tables, each with its columns.
  private static let tables = """
    SELECT m.name AS "table", group_concat(c.name, ', ') AS columns
    FROM sqlite_schema AS m, pragma_table_info(m.name) AS c
    WHERE m.name IN ('works', 'work_facets', 'work_facets_all', 'work_identifiers',
      'work_passages', 'facet_codes', 'facet_closure', 'passages_fts')
    GROUP BY m.name ORDER BY m.name;
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
        switch line.trimmingCharacters(in: .whitespacesAndNewlines) {
        case "": continue
        case ".quit", ".exit": return .found
        case ".help":
          try console.print(Self.help)
          continue
        case ".tables":
          try attempt(Self.tables)
          continue
        default: break
        }
      }
      text += line
      guard SQLSession.isComplete(text) else { continue }
      try attempt(text)
      text = ""
    }
  }

  /// Runs statements and prints their rows; returns how many there were.
  func run(_ text: String) throws -> Int {
    var count = 0
    do {
      try session.run(text) { columns, rows in
        count += try printer.write(columns, rows, to: console)
      }
    } catch let error as SQLError {
      throw UsageError(error.description)
    }
    return count
  }

  /// Runs statements; an error is printed, and the next statement can be typed.
  private func attempt(_ text: String) throws {
    do {
      _ = try run(text)
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
