import Literature

extension Appraiser {
  /// Everything that facets depend on, apart from the document: the tables and the version of the
  /// rules.
  ///
  /// If it differs from that in an index, the documents of the index are appraised again.
  public static let identity: String = {
    var hasher = ContentHasher()
    hasher.feed(rulesVersion)
    for name in tables {
      guard let bytes = EmbeddedResource.bytes(name) else {
        preconditionFailure("the table \(name) is not embedded")
      }
      hasher.feed(String(decoding: bytes, as: UTF8.self))
    }
    return String(hasher.finish().hexadecimal.prefix(16))
  }()

  /// The version of the rules; increase it whenever a change of the code, not of a table, gives
  /// other facets for the same document.
  private static let rulesVersion = 17

  /// The tables of all appraisers.
  package static let tables =
    ["facets.tsv", "headings.tsv", "contexts.tsv", "words.tsv"]
    + FacetDefinition.codes.map { "\($0.name.rawValue).tsv" }
    + ["counts.tsv", "count-trees.tsv", "weights.tsv", "bag-of-words.tsv"]
}
