import Analysis
import Answers
import Literature
import Query
import Retrieval

/// All that the page of a document shows.
package struct DocumentView {
  /// Where the page stands.
  package var address: PageAddress
  /// The document, whole.
  package var document: Document
  /// What the words of the address match in the text, in Unicode scalars.
  package var matches: [Range<Int>] = []
  /// The passage that is shown in its place, in Unicode scalars.
  package var passage: Range<Int>?
  /// Documents like it, best first.
  package var similar: [Hit] = []
  /// Finds the sentences of evidence.
  package var analyzer: Analyzer?

  /// How many similar documents are named.
  private static let similarLimit = 5

  /// Takes a document to show.
  package init(address: PageAddress, document: Document) {
    self.address = address
    self.document = document
  }

  /// Asks an index for a document; `nil` when there is no such one.
  ///
  /// - Throws: ``ServiceError`` for parameters that can't be meant, and what the index throws.
  package init?(_ address: PageAddress, id: String, from index: Index) throws {
    let values = try ParameterReader(Self.parameters).read(address.pairs)
    guard let document = try index.document(id) else { return nil }
    self.init(address: address, document: document)
    if let text = values.text(.query), !text.isEmpty {
      var request = SearchRequest(text)
      request.exact = values.flag(.exact)
      matches = try index.matches(request, in: document.text)
    }
    if let start = values.integer(.start), let end = values.integer(.end), start < end {
      passage = start..<end
    }
    var request = SearchRequest("")
    request.unit = .document
    request.limit = Self.similarLimit
    similar = try index.similar(to: id, request)?.hits ?? []
    analyzer = try Analyzer()
  }

  /// What the page of a document takes.
  static let parameters: [Parameter] = [.query, .exact, .start, .end]
}
