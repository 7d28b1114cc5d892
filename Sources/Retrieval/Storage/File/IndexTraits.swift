/// The properties of an index that are fixed when it is made.
package struct IndexTraits: Sendable, Equatable {
  /// The Snowball name of its language.
  package let language: String
  /// Whether the index has an FTS5 table.
  package let hasFullText: Bool

  /// Reads the traits of an index; `nil` if there is none, or if it can't be read.
  package init?(path: String) {
    guard let file = try? IndexFile.open(path: path), let language = try? file.language(),
      let hasFullText = try? file.use({ try FullTextSchema.exists($0) })
    else { return nil }
    self.language = language
    self.hasFullText = hasFullText
  }
}
