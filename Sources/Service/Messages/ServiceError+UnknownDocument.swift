import Retrieval

extension ServiceError {
  /// The error for an id without a document, which suggests similar ids.
  static func noSuchDocument(_ id: String, in index: Index) -> ServiceError {
    let similar = index.suggestions(for: [id])[id]
    var error = ServiceError(
      .noSuchDocument, "There is no document with the id “\(id.shortened)”.",
      hint: similar ?? "Use the id of a search result.")
    error.forReaders =
      similar ?? "It may have been removed, or its id may have changed. Search for its title."
    return error
  }
}
