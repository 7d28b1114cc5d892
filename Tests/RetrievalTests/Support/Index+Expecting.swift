import Answers
import Query
import Retrieval
import Testing

extension Index {
  /// Expects a search to find exactly these documents, in both units.
  ///
  /// - Parameter pmids: the digits of the ids of the documents, in order.
  func expect(
    _ text: String, _ syntax: QuerySyntax, finds pmids: [String],
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    for unit in SearchRequest.Unit.allCases {
      var request = SearchRequest(text)
      request.syntax = syntax
      request.unit = unit
      let found = try search(request)
      let ids = Set(found.hits.map(\.document.id)).map { $0.filter(\.isNumber) }
      #expect(
        ids.sorted() == pmids, "\(found.query.interpreted) \(unit)",
        sourceLocation: sourceLocation)
      #expect(found.total.documents == pmids.count, sourceLocation: sourceLocation)
    }
  }
}
