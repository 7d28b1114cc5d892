import Answers

/// Prints the results of searches in one format.
struct SearchOutput {
  private let printer: any SearchPrinter
  private let console: Console

  /// Prints the text before the first result.
  init(_ printer: any SearchPrinter, on console: Console) throws {
    self.printer = printer
    self.console = console
    if let header = printer.header { try console.print(header) }
  }

  /// Whether the format contains the notes.
  var includesNotes: Bool { printer.includesNotes }

  /// Prints the results of a search.
  ///
  /// - Parameter printsNotes: print the notes to standard error if the format does not contain
  ///   them.
  /// - Returns: whether something was found.
  func write(_ response: SearchResponse, printsNotes: Bool = true) throws -> ExitStatus {
    // Print notes before the hits, because they can say that the hits are not what was intended.
    if !includesNotes, printsNotes {
      for note in response.query.notes { console.note(note) }
    }
    if let text = try printer.text(response) { try console.print(text) }
    return response.total.documents > 0 ? .found : .nothing
  }
}
