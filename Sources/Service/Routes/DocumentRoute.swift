import Answers
import JSON
import Literature
import Retrieval

extension Route {
  /// `GET /documents/{id}`: a whole document.
  public static let document = Route(
    "GET", "/documents/{id}", "A whole document: its record, its facets with evidence, its text.",
    operation: "getDocument", tag: .documents,
    answer: .json(schema: "document"), errors: [.noSuchDocument]
  ) { call, context in
    let document = try context.index.current().index.document(of: call)
    return .json(try JSONText.bytes(DocumentJSON(document)))
  }
}

extension Index {
  /// The document that the path of a call names.
  ///
  /// - Throws: ``ServiceError`` if there is none.
  func document(of call: Call) throws -> Document {
    guard let document = try document(call.id) else { throw ServiceError.noSuchDocument(call.id) }
    return document
  }
}

extension ServiceError {
  /// The error for an id without a document.
  static func noSuchDocument(_ id: String) -> ServiceError {
    ServiceError(
      .noSuchDocument, "There is no document with the id “\(id.shortened)”.",
      hint: "Use an id from a search; write a slash in it as %2F.")
  }
}
