import Answers
import JSON

/// Reports incidents with files and records during indexing: the first few of each kind on standard
/// error, and all of them in a report.
package final class IncidentLog {
  /// The maximum number of incidents of each kind that are printed.
  private static let limit = 10

  private let console: Console
  private let path: String?
  private let file: OutputFile?
  private var buffer: [UInt8] = []
  private var counts: [IndexIncident.Outcome: Int] = [:]
  /// The first error in writing the report, which ``close()`` throws; then nothing more is written.
  private var failure: (any Error)?

  /// Opens a log.
  ///
  /// - Parameter report: path of a file to write, one JSON object per line.
  package init(report: String?, console: Console) throws {
    self.console = console
    path = report
    file = try report.map { try OutputFile($0, isAtomic: false) }
  }

  /// Adds an incident.
  package func add(_ incident: IndexIncident) {
    let count = counts[incident.outcome, default: 0] + 1
    counts[incident.outcome] = count
    if count <= Self.limit || console.verbosity == .verbose {
      let location = incident.place.map { ", \($0)" } ?? ""
      console.incident(
        "\(Self.label(incident.outcome)): \(TerminalText.escaped(incident.path + location)): "
          + TerminalText.escaped(incident.reason))
    }
    guard file != nil, failure == nil else { return }
    do {
      buffer += Array((try JSONText.line(incident) + "\n").utf8)
      if buffer.count > 1 << 16 { try flush() }
    } catch {
      failure = error
    }
  }

  /// The name of an outcome.
  ///
  /// In a line about a file, “renamed” would suggest that the file itself was renamed.
  private static func label(_ outcome: IndexIncident.Outcome) -> String {
    outcome == .renamed ? "other id" : outcome.rawValue
  }

  /// Finishes the report and prints the number of incidents that were not printed.
  ///
  /// - Throws: the first error in writing the report, unless it is a pipe whose reader has left.
  package func close() throws {
    if console.verbosity == .normal {
      for outcome in IndexIncident.Outcome.allCases {
        let rest = (counts[outcome] ?? 0) - Self.limit
        guard rest > 0 else { continue }
        let hint = path.map { "see \($0)" } ?? "use --verbose or --report FILE to list them"
        console.incident("\(Self.label(outcome)): \(NumberText.whole(rest)) more (\(hint))")
      }
    }
    do {
      if let failure { throw failure }
      try flush()
      try file?.close()
    } catch is Console.ReaderLeft {}
  }

  private func flush() throws {
    defer { buffer.removeAll(keepingCapacity: true) }
    try file?.write(buffer)
  }
}
