import Query
import Ranking

/// Finds documents by their subject headings and keywords.
extension IndexSnapshot {
  /// The documents with a subject heading or keyword.
  ///
  /// The set is not kept, because queries can name any number of headings.
  ///
  /// - Parameter keys: the keys of the heading (``HeadingKey/typed(_:_:)``); one match is enough.
  func documents(withHeading keys: [String]) throws -> Bitmap {
    var set = Bitmap(limit: documentLimit)
    for key in keys { try insertDocuments(withKey: key, into: &set) }
    return set
  }

  /// Adds the documents with a key, which may have wildcards after its first letter.
  private func insertDocuments(withKey key: String, into set: inout Bitmap) throws {
    let pattern = WordPattern(key)
    if pattern.prefix == key {
      let name = DocumentColumn.set(DocumentColumn.keyword, key)
      for (block, data) in try DocumentColumn.readAll(database, name) {
        DocumentColumn.insert(data, block: block, into: &set)
      }
      return
    }
    if pattern.prefix.isEmpty { return }
    let start = DocumentColumn.set(DocumentColumn.keyword, "")
    try DocumentColumn.insertAll(database, withPrefix: start + pattern.prefix, into: &set) {
      pattern.matches(String($0.dropFirst(start.count)))
    }
  }

  /// Whether any document has a subject heading or keyword; `true` for one with wildcards, which is
  /// not looked up.
  ///
  /// - Parameter keys: the keys of the heading.
  func hasHeading(_ keys: [String]) throws -> Bool {
    if keys.contains(where: { WordPattern($0).prefix != $0 }) { return true }
    return hasDocument(in: try documents(withHeading: keys))
  }
}
