import Answers
import Foundation
import JSON
import Retrieval

/// Tells what happened to sources and records: in part to the reader, whole to a report.
final class IncidentLog {
  /// How many of a kind are told one by one.
  private static let limit = 10

  private let console: Console
  private let report: String?
  private var file: FileHandle?
  private var waiting = Data()
  private var counts: [IndexIncident.Outcome: Int] = [:]

  /// Opens a log.
  ///
  /// - Parameter report: path of a file to write anew, a JSON object a line.
  init(report: String?, console: Console) throws {
    self.console = console
    self.report = report
    guard let report else { return }
    guard FileManager.default.createFile(atPath: report, contents: nil),
      let file = FileHandle(forWritingAtPath: report)
    else {
      throw UsageError("The report \(report) can't be written: is its folder there, and writable?")
    }
    self.file = file
  }

  func add(_ incident: IndexIncident) {
    let count = counts[incident.outcome, default: 0] + 1
    counts[incident.outcome] = count
    if count <= Self.limit {
      let place = incident.place.map { ", \($0)" } ?? ""
      console.tell("\(incident.outcome.rawValue): \(incident.path)\(place): \(incident.reason)")
    }
    guard file != nil, let line = try? JSONText.line(incident) else { return }
    waiting.append(contentsOf: Data((line + "\n").utf8))
    if waiting.count > 1 << 16 { try? flush() }
  }

  /// Writes what is left of the report, and tells how many incidents were not told one by one.
  func close() throws {
    for outcome in IndexIncident.Outcome.allCases {
      let rest = (counts[outcome] ?? 0) - Self.limit
      guard rest > 0 else { continue }
      let hint = report.map { "see \($0)" } ?? "--report FILE keeps all"
      console.tell("\(outcome.rawValue): \(Decimals.whole(rest)) more (\(hint))")
    }
    do {
      try flush()
      try file?.close()
    } catch {
      throw OutputError(message: error.localizedDescription)
    }
  }

  private func flush() throws {
    try file?.write(contentsOf: waiting)
    waiting.removeAll(keepingCapacity: true)
  }
}
