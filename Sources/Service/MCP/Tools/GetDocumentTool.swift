import Answers
import Retrieval

extension MCPTool {
  /// `get_document`: one document whole.
  public static let getDocument = MCPTool(
    "get_document", title: "Read a document",
    """
    Gives a document whole: its record, its study design, setting, condition and number of \
    participants with the words that these rest on, its sections and its text, which may be long. \
    Offsets of passages and sections are Unicode scalars into that text.
    """,
    parameters: [.document], required: [.document], schema: "document"
  ) { values, context in
    let id = values.text(.document) ?? ""
    guard let document = try context.index.current().index.document(id) else {
      throw ServiceError.unknown(id)
    }
    return DocumentJSON(document)
  }
}

extension ServiceError {
  /// There is no document of an id that a tool was called with.
  static func unknown(_ id: String) -> ServiceError {
    ServiceError(
      .noSuchDocument, "There is no document “\(id.shortened)”.",
      hint: "Give the id as search tells it, in document.id of a hit.")
  }
}
