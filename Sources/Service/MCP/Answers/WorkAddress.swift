import Answers

/// The address under which an answer cites a work.
enum WorkAddress {
  /// The beginning of the names of works that have no address: `urn:peerlit:ID`.
  private static let name = "urn:peerlit:"

  /// The work's web address, that of its DOI, its page on this server, or a name for it.
  ///
  /// Connectors cite only documents with an address, so there is always one.
  ///
  /// - Parameter pages: the address of the server's pages; `nil` if there is no server.
  static func of(_ document: HitDocument, pages: String?) -> String {
    WebLink.work(document) ?? pages.map { $0 + PageAddress.document(document.id).href }
      ?? name + QueryString.encoded(document.id)
  }

  /// The id of a document in a call, which may be given as its name.
  static func id(_ text: String?) -> String {
    let text = text ?? ""
    guard text.hasPrefix(name) else { return text }
    let id = text.dropFirst(name.count)
    return (try? QueryString.decoded(id.utf8)) ?? String(id)
  }
}
