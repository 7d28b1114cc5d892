import Answers
import JSON
import Retrieval

extension Route {
  /// `GET /documents/{id}`: one document whole.
  public static let document = Route(
    "GET", "/documents/{id}", "A document: its record, its facets with evidence, its text.",
    answer: .json(schema: "document"), errors: [.noSuchDocument]
  ) { call, context in
    guard let document = try context.index.current().index.document(call.id) else {
      throw ServiceError.noSuchDocument(call.id)
    }
    return .json(try JSONText.bytes(DocumentJSON(document)))
  }
}

extension ServiceError {
  /// There is no document of an id.
  static func noSuchDocument(_ id: String) -> ServiceError {
    ServiceError(
      .noSuchDocument, "There is no document “\(id.shortened)”.",
      hint: "Ids are those of search; a slash in one is written %2F.")
  }
}
