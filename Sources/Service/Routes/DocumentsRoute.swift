import Answers
import JSON
import Query
import Retrieval

extension Route {
  /// `GET /documents`: the documents of the index, in pages.
  public static let documents = Route(
    "GET", "/documents", "The documents of the index, or those that pass filters, in pages.",
    operation: "listDocuments", tag: .documents,
    parameters: Parameter.allFilters + [.order, .page, .skipped], answer: .json(schema: "list")
  ) { call, context in
    let order = call.values.text(.order).flatMap { DocumentList.Order(rawValue: $0) } ?? .added
    let offset = call.values.integer(.skipped) ?? 0
    let list = try context.index.current().index.list(
      SearchRequest(call.values).filter, by: order, limit: call.values.integer(.page),
      offset: offset)
    var response = ServiceResponse.json(try JSONText.bytes(list, notes: .parameters))
    let next = offset + list.documents.count
    if !list.documents.isEmpty, next < list.total {
      let address = try PageAddress(call.request).setting(.skipped, String(next))
      response.headers.append(("link", "<\(address.href)>; rel=\"next\""))
    }
    return response
  }
}
