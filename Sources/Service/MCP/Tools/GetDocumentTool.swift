import Answers
import Retrieval

extension MCPTool {
  /// `get_document`: a whole document.
  public static let getDocument = MCPTool(
    "get_document", title: "Read a document",
    """
    Returns a whole document: its record; its study design, setting, condition and number of \
    participants with the text that supports them; its sections; and its text, which may be long. \
    Offsets of passages and sections are in Unicode scalars of that text.
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
  /// The error for an id without a document.
  static func unknown(_ id: String) -> ServiceError {
    ServiceError(
      .noSuchDocument, "There is no document with the id “\(id.shortened)”.",
      hint: "Use the document.id of a search hit.")
  }
}
