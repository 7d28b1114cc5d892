import Answers
import JSON
import Literature

/// A list of documents, one line each.
package struct DocumentListText {
  /// The width of the terminal, to which lines are truncated; `nil` for whole lines.
  private let width: Int?
  /// Whether CSV marks cells that spreadsheets would run as formulas.
  private let marksFormulas: Bool

  /// The width of the column with names.
  private static let nameWidth = 21
  /// The width of the column with years.
  private static let yearWidth = 4

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
    let name = DisplayWidth.padded(Self.name(document), to: Self.nameWidth)
    let year = DisplayWidth.padded(
      document.year.map(String.init) ?? "", to: Self.yearWidth, isRight: true)
    let id = "[\(document.id)]"
    var title = PlainField.of(document.listedTitle)
    if let width {
      let room = width - Self.nameWidth - Self.yearWidth - 5 - DisplayWidth.of(id)
      title = DisplayWidth.truncated(title, to: max(20, room))
    }
    return TerminalText.escaped("\(name) \(year)  \(title)  \(id)")
  }

  /// The first author; a long name is truncated, “et al.” never.
  private static func name(_ document: HitDocument) -> String {
    guard let first = document.authors.first else { return "" }
    let rest = document.authors.count > 1 ? " et al." : ""
    return DisplayWidth.truncated(PlainField.of(first), to: nameWidth - rest.count) + rest
  }

  private static let columns: [DocumentColumns.Column] = id + DocumentColumns.all

  private static let id: [DocumentColumns.Column] = [("id", { $0.id })]
}
