import Query
import Retrieval

extension Route {
  /// `GET /`: the page where people search, and their results.
  public static let page: Route = Route(
    "GET", PageAddress.home, "The page where people search, and what they find.",
    parameters: SearchView.parameters + [.yearFrom, .yearTo], answer: .page
  ) { call, context in
    let index = context.index.current().index
    let address = try PageAddress(call.request)
    let request = try SearchRequest(call.values)
    if request.text.allSatisfy(\.isWhitespace), request.filter.isEmpty {
      return .page(StartPage(try index.facets(SearchRequest(""))).html)
    }
    return .page(SearchPage(try SearchView(address, from: index)).html)
  }
}
