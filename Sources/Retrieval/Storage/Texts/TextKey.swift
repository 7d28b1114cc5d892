/// Ids of the rows of `texts`: the document and the block of its text.
enum TextKey {
  private static let blockBits: Int64 = 24

  /// Id of a block of a document's text.
  static func id(document: Int, block: Int) -> Int64 {
    Int64(document) << blockBits | Int64(block)
  }

  /// Ids of all blocks of a document's text.
  static func range(document: Int) -> Range<Int64> {
    id(document: document, block: 0)..<id(document: document + 1, block: 0)
  }
}
