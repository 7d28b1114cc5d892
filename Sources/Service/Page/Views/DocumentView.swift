import Answers
import Literature
import Query
import Retrieval

/// The content of the page of a document.
package struct DocumentView {
  /// The address of the page.
  package var address: PageAddress
  /// The document that the page shows.
  package var document: Document
  /// The matches of the query in the text, in Unicode scalars.
  package var matches: [Range<Int>] = []
  /// The passage to highlight, in Unicode scalars.
  package var passage: Range<Int>?
  /// Whether the file of the document can be opened.
  package var offersFile = false
  /// Similar documents, best first.
  package var similar: [Hit] = []
  /// Whether the server accepts corrections.
  package var acceptsCorrections = false

  /// Number of similar documents to list.
  private static let similarLimit = 5

  /// Shows a document.
  package init(address: PageAddress, document: Document) {
    self.address = address
    self.document = document
  }

  /// Reads the document with an id; `nil` if there is none.
  ///
  /// - Throws: ``ServiceError`` for invalid parameters, and what the index throws.
  package init?(_ address: PageAddress, id: String, from index: Index) throws {
    let values = try ParameterReader(Self.parameters).read(address.pairs)
    guard let document = try index.document(id) else { return nil }
    self.init(address: address, document: document)
    var request = try SearchRequest(values)
    if !request.text.isEmpty {
      do {
        matches = try index.matches(request, in: document)
      } catch is QueryError {
        // The results page may have searched for the words without operators.
        request.plain = true
        request.line = nil
        matches = try index.matches(request, in: document)
      }
    }
    if let start = values.integer(.start), let end = values.integer(.end), start < end {
      passage = start..<end
    }
    var alike = SearchRequest("")
    alike.unit = .document
    alike.limit = Self.similarLimit
    similar = try index.similar(to: id, alike)?.hits ?? []
  }

  /// The parameters of the page.
  static let parameters: [Parameter] = [.query, .exact, .syntax, .line, .start, .end]
}
