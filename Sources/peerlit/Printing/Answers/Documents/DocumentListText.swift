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
  /// The least width of titles beside the names.
  private static let leastTitle = 20
  /// The least width of titles without the names.
  private static let leastTitleAlone = 10

  /// Creates a printer.
  package init(width: Int? = nil, marksFormulas: Bool = false) {
    self.width = width
    self.marksFormulas = marksFormulas
  }

  /// The lines in a format other than JSON.
  package func lines(_ list: DocumentList, _ format: ListFormat) throws -> [String] {
    switch format {
    case .text: textLines(list.documents)
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

  private func textLines(_ documents: [HitDocument]) -> [String] {
    let hasNames = hasNames(documents)
    return documents.map { line($0, hasName: hasNames) }
  }

  /// Whether nearly all titles have room beside the names; on a narrow terminal, lines without names
  /// show more of the titles, and ids are never cut.
  private func hasNames(_ documents: [HitDocument]) -> Bool {
    guard let width else { return true }
    let narrow = documents.count { Self.room(for: $0, in: width, hasName: true) < Self.leastTitle }
    return narrow * 10 <= documents.count
  }

  /// The columns for the title of a document.
  private static func room(for document: HitDocument, in width: Int, hasName: Bool) -> Int {
    let name = hasName ? nameWidth + 1 : 0
    return width - name - yearWidth - 4 - DisplayWidth.of("[\(document.id)]")
  }

  /// First author, year, title and id.
  private func line(_ document: HitDocument, hasName: Bool) -> String {
    let name = hasName ? DisplayWidth.padded(Self.name(document), to: Self.nameWidth) + " " : ""
    let year = DisplayWidth.padded(
      document.year.map(String.init) ?? "", to: Self.yearWidth, isRight: true)
    var title = PlainField.of(document.listedTitle)
    if let width {
      let room = Self.room(for: document, in: width, hasName: hasName)
      title = DisplayWidth.truncated(title, to: max(Self.leastTitleAlone, room))
    }
    return TerminalText.escaped("\(name)\(year)  \(title)  [\(document.id)]")
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
