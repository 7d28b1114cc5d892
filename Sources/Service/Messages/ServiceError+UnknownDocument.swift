import Retrieval

extension ServiceError {
  /// The error for an id without a document, which suggests similar ids.
  ///
  /// - Parameter isInAddress: whether the id is part of an address, not an argument of a tool.
  static func noSuchDocument(
    _ id: String, in index: Index, isInAddress: Bool = true
  ) -> ServiceError {
    let advice =
      isInAddress
      ? "Use an id from a search; write a slash in it as %2F." : "Use the id of a search result."
    let similar = index.suggestions(for: [id])[id]
    var error = ServiceError(
      .noSuchDocument, "There is no document with the id “\(id.shortened)”.",
      hint: similar ?? advice)
    error.forReaders =
      similar ?? "It may have been removed, or its id may have changed. Search for its title."
    return error
  }
}
