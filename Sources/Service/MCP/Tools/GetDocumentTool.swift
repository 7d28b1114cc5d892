import Answers
import JSON
import Literature
import Retrieval

extension MCPTool {
  /// `get_document`: a document, its text in pages.
  public static let getDocument = MCPTool(
    "get_document", title: "Read a document",
    """
    Returns a document: its record; its \(FacetDefinition.inHits.inWords), with the text that \
    supports them; the headings of its sections; and a page of its text. To continue, set offset \
    to next_offset, or name a section, such as methods.
    """,
    parameters: [.document, .section, .firstCharacter, .characters, .offsets],
    required: [.document], schema: "tool-document"
  ) { call in
    let document = call.context.shown(try call.document())
    let page = try TextPage(
      document, section: call.values.text(.section),
      offset: call.values.integer(.firstCharacter) ?? 0,
      limit: call.values.integer(.characters) ?? 1)
    let url = WorkAddress.of(HitDocument(document), pages: call.pages)
    return try ToolAnswer(
      page.json(url: url, hasOffsets: call.values.flag(.offsets)),
      text: ToolText.page(page, url: url))
  }
}

extension MCPTool.Input {
  /// The document that a call names.
  ///
  /// - Throws: ``ServiceError`` if there is none, and what the index throws.
  func document() throws -> Document {
    let id = WorkAddress.id(values.text(.document))
    let index = try context.index.current().index
    guard let document = try index.document(id) else {
      throw ServiceError.noSuchDocument(id, in: index)
    }
    return document
  }
}

/// Parameters that only tools have.
extension Parameter {
  /// Whether offsets are part of an answer.
  static let offsets = Parameter(
    "offsets", .flag, "Include offsets in Unicode scalars, and the ranges to highlight.")

  /// A section of a document.
  static let section = Parameter(
    "section", .text(limit: 1000),
    "Only this section: its number, its heading, or abstract, background, methods, results, discussion or references."
  )

  /// The first character of a page.
  static let firstCharacter = Parameter(
    "offset", .integer(0...greatestNumber), "Number of characters of the text or section to skip.",
    standard: "0")

  /// The length of a page.
  static let characters = Parameter(
    // With a limit of 0, the next page would begin at the same offset.
    "limit", .integer(1...200_000), "Maximum number of characters of text.", standard: "12000")
}
