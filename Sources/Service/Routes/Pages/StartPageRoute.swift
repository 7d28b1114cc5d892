import Query
import Retrieval

extension Route {
  /// `GET /`: the start page and the results of a search.
  public static let page: Route = Route(
    "GET", PageAddress.home, "The search page and its results.",
    parameters: SearchView.parameters + [.yearFrom, .yearTo], answer: .page
  ) { call, context in
    let index = try context.index.current().index
    let address = try PageAddress(call.request)
    let request = try SearchRequest(call.values)
    if request.text.allSatisfy(\.isWhitespace), request.filter.isEmpty {
      let page = StartPage(try index.facets(SearchRequest("")))
      return .page(page.frame, for: call, in: context)
    }
    var view = try SearchView(address, from: index)
    view.offersFile = context.offersFiles
    return .page(SearchPage(view).frame, for: call, in: context)
  }
}
