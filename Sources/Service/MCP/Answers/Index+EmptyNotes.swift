import Answers
import Query
import Retrieval

extension Index {
  /// Why a selection has no documents.
  func emptyNotes(_ values: ParameterValues) throws -> [SearchNote] {
    var request = try SearchRequest(values)
    request.limit = 0
    return try search(request).query.notes
  }
}
