import Answers
import Query
import Retrieval

extension Index {
  /// Why a selection has no documents, apart from what its notes say already.
  func emptyNotes(
    _ values: ParameterValues, besides notes: [SearchNote]
  ) throws -> [SearchNote] {
    var request = try SearchRequest(values)
    request.limit = 0
    return try search(request).query.notes.filter { !notes.contains($0) }
  }
}
