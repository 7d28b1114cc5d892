import Literature

/// The outcome of reading one record, or a file without records.
public enum ReadOutcome: Sendable, Equatable {
  /// A record was read; `repaired` says what was repaired, `nil` if nothing was.
  case document(Document, repaired: Repair?)
  /// Skipped on purpose, with the reason: a hidden file, an unsupported format.
  case skipped(ReadNotice)
  /// Could not be read; does not affect other records.
  case failed(ReadNotice)
  /// A mistake in what a person wrote about a document, which is read without it.
  case mistake(ReadNotice, in: Annotation)

  /// The places in which people describe documents, apart from the documents themselves.
  public enum Annotation: String, Sendable {
    /// The catalogue of a folder.
    case catalogue
    /// The metadata at the beginning of a Markdown file.
    case frontMatter = "front matter"
    /// The facets and years of JSON Lines records, also in JSON arrays.
    case jsonLines = "JSON Lines"
    /// The year or the DOI of a record of another format.
    case record = "records"
  }
}
