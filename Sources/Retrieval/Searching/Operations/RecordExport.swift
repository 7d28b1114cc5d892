import Literature

/// Writes documents of an index as records of a format, piece by piece, so that any number goes out
/// in little memory.
///
///     var export = RecordExport(try index.select(request), of: index, as: .ris)
///     while let piece = try export.next() { … }
///
/// The pieces in order are one file of the format, also when no document is selected.
public struct RecordExport {
  private let selection: DocumentSelection
  private let index: Index
  private let writer: any RecordWriter
  private var place = 0
  private var isFirst = true
  private var isAtEnd = false

  /// How many documents go into a piece at most.
  public static let pieceSize = 32

  /// Begins to write.
  public init(_ selection: DocumentSelection, of index: Index, as format: ExportFormat) {
    self.selection = selection
    self.index = index
    writer = format.writer
  }

  /// The next piece; `nil` after the last.
  ///
  /// - Throws: ``IndexError`` for trouble with the index.
  public mutating func next() throws -> String? {
    if isAtEnd { return nil }
    var piece = place == 0 ? writer.opening : ""
    let range = place..<min(place + Self.pieceSize, selection.count)
    for document in try index.documents(selection, range) {
      if !isFirst { piece += writer.separator }
      isFirst = false
      piece += writer.record(document)
    }
    place = range.upperBound
    if place == selection.count {
      piece += writer.closing
      isAtEnd = true
    }
    return piece
  }
}
