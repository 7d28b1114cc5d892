import Literature

/// Exports documents as records of a format, in pieces, so that any number can be exported with
/// little memory.
///
///     var export = RecordExport(try index.select(request), of: index, as: .ris)
///     while let piece = try export.next() { … }
///
/// Together, the pieces are one file of the format, even if no document is selected.
public struct RecordExport {
  private let selection: DocumentSelection
  private let index: Index
  private var writer: any RecordWriter
  private var offset = 0
  private var isFirst = true
  private var isAtEnd = false

  /// Maximum number of documents in a piece.
  public static let pieceSize = 32

  /// Starts an export.
  ///
  /// - Parameter marksFormulas: as in ``ExportFormat/writer(marksFormulas:)``.
  public init(
    _ selection: DocumentSelection, of index: Index, as format: ExportFormat,
    marksFormulas: Bool = false
  ) {
    self.selection = selection
    self.index = index
    writer = format.writer(marksFormulas: marksFormulas)
  }

  /// The next piece; `nil` after the last.
  ///
  /// - Throws: ``IndexError`` for a problem with the index.
  public mutating func next() throws -> String? {
    if isAtEnd { return nil }
    var piece = offset == 0 ? writer.opening : ""
    let range = offset..<min(offset + Self.pieceSize, selection.count)
    for document in try index.documents(selection, range) {
      if !isFirst { piece += writer.separator }
      isFirst = false
      piece += writer.record(document)
    }
    offset = range.upperBound
    if offset == selection.count {
      piece += writer.closing
      isAtEnd = true
    }
    return piece
  }
}
