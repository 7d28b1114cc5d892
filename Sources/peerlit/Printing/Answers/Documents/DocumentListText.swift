import Answers
import JSON
import Literature

/// A list of documents, one line each.
package struct DocumentListText {
  /// The width of the terminal, to which lines are truncated; `nil` for whole lines.
  private let width: Int?
  /// Whether CSV marks cells that spreadsheets would run as formulas.
  private let marksFormulas: Bool

  /// The width of the column with names and year.
  private static let sourceWidth = 26

  /// Creates a printer.
  package init(width: Int? = nil, marksFormulas: Bool = false) {
    self.width = width
    self.marksFormulas = marksFormulas
  }

  /// The lines in a format other than JSON.
  package func lines(_ list: DocumentList, _ format: ListFormat) throws -> [String] {
    switch format {
    case .text: list.documents.map(line)
    case .jsonl, .json: try list.documents.map { try JSONText.line($0) }
    case .tsv:
      [Self.columns.map(\.name).joined(separator: "\t")]
        + list.documents.map { document in
          PlainField.line(Self.columns.map { $0.value(document) })
        }
    case .csv:
      [CSVText.line(Self.columns.map(\.name))]
        + list.documents.map { document in
          CSVText.line(Self.columns.map { $0.value(document) }, marksFormulas: marksFormulas)
        }
    }
  }

  /// First author, year, title and id.
  private func line(_ document: HitDocument) -> String {
    let start = DisplayWidth.padded(Self.source(document), to: Self.sourceWidth)
    let id = "[\(document.id)]"
    var title = PlainField.of(document.title)
    if let width {
      let room = width - Self.sourceWidth - 4 - DisplayWidth.of(id)
      title = DisplayWidth.truncated(title, to: max(20, room))
    }
    return TerminalText.escaped("\(start)  \(title)  \(id)")
  }

  /// First author and year; a long name is truncated, the year never.
  private static func source(_ document: HitDocument) -> String {
    let year = document.year.map(String.init)
    guard let first = document.authors.first else { return year ?? "" }
    let rest = [document.authors.count > 1 ? "et al." : nil, year].compactMap { $0 }
      .map { " \($0)" }.joined()
    return DisplayWidth.truncated(PlainField.of(first), to: sourceWidth - rest.count) + rest
  }

  private static let columns: [DocumentColumns.Column] = id + DocumentColumns.all

  private static let id: [DocumentColumns.Column] = [("id", { $0.id })]
}
