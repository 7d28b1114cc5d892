import Literature
import Retrieval

extension Route {
  /// `GET /document/{id}/file`: the file that a document was read from, on a server that only this
  /// machine can reach.
  public static let file: Route = Route(
    "GET", PageAddress.document + "{id}/file", "The file that a document was read from.",
    answer: .asset, isIndexed: false, errors: [.noSuchDocument]
  ) { call, context in
    guard context.offersFiles else {
      throw ServiceError(
        .noSuchRoute, "Files are available only on the server's machine.",
        hint: "Open the web page of the work.")
    }
    let index = try context.index.current().index
    let document = try index.document(of: call)
    guard let file = DocumentFile(document) else {
      throw ServiceError(
        .noSuchDocument, "The document “\(call.id.shortened)” has no file.",
        hint: "It was read from a file with several records, or the file no longer exists.")
    }
    // Without a fingerprint, it is unknown whether this is still the same file.
    guard let known = try index.fingerprint(ofFile: file.path),
      let response = file.response(known: known)
    else {
      throw ServiceError(
        .noSuchDocument,
        "The file of the document “\(call.id.shortened)” has changed, or is a link.",
        hint: "Index the file again; instead of a link, index its target.")
    }
    return response
  }
}
