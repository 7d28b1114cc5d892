import Query
import Ranking

/// Finds documents by their subject headings and keywords.
extension IndexSnapshot {
  /// The documents with a subject heading or keyword.
  ///
  /// The set is not kept, because queries can name any number of headings.
  ///
  /// - Parameter key: the key of the heading, which may have wildcards after its first letter.
  func documents(withHeading key: String) throws -> Bitmap {
    let pattern = WordPattern(key)
    if pattern.prefix == key {
      return try read(DocumentColumn.set(DocumentColumn.keyword, key), limit: documentLimit)
    }
    var set = Bitmap(limit: documentLimit)
    if pattern.prefix.isEmpty { return set }
    let start = DocumentColumn.set(DocumentColumn.keyword, "")
    try DocumentColumn.insertAll(database, withPrefix: start + pattern.prefix, into: &set) {
      pattern.matches(String($0.dropFirst(start.count)))
    }
    return set
  }

  /// Whether any document has a subject heading or keyword; `true` for one with wildcards, which is
  /// not looked up.
  ///
  /// - Parameter key: the key of the heading.
  func hasHeading(_ key: String) throws -> Bool {
    if WordPattern(key).prefix != key { return true }
    return hasDocument(in: try documents(withHeading: key))
  }
}
