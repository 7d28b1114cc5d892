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
    return .json(try JSONText.bytes(DocumentJSON(context.shown(document))))
  }
}

extension Index {
  /// The document that the path of a call names.
  ///
  /// - Throws: ``ServiceError`` if there is none.
  func document(of call: Call) throws -> Document {
    guard let document = try document(call.id) else {
      throw ServiceError.noSuchDocument(call.id, in: self)
    }
    return document
  }
}
