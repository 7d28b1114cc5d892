import Answers
import Retrieval

/// Writes answers to searches in one format.
struct Answer {
  private let printer: any SearchPrinter
  private let console: Console

  /// Begins with what stands before the first answer.
  init(_ printer: any SearchPrinter, on console: Console) throws {
    self.printer = printer
    self.console = console
    if let opening = printer.opening { try console.print(opening) }
  }

  /// Whether notes are part of what is written.
  var hasNotes: Bool { printer.hasNotes }

  /// Writes an answer.
  ///
  /// - Parameter tellsNotes: whether notes are told beside it where the format has no place for
  ///   them.
  /// - Returns: whether something was found.
  func write(_ response: SearchResponse, tellsNotes: Bool = true) throws -> ExitStatus {
    if let text = try printer.text(response) { try console.print(text) }
    if !hasNotes, tellsNotes {
      for note in response.query.notes { console.tell("peerlit: \(note)") }
    }
    return response.total.documents > 0 ? .found : .nothing
  }
}
