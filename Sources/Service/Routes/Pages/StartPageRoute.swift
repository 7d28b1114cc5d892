import Query
import Retrieval

extension Route {
  /// `GET /`: the start page and the results of a search.
  public static let page: Route = Route(
    "GET", PageAddress.home, "The search page and its results.",
    parameters: SearchView.parameters + [.yearFrom, .yearTo, .with], answer: .page,
    refusesMistakes: false
  ) { call, context in
    let index = try context.index.current().index
    let asked = try PageAddress(call.request)
    let check = AddressCheck(asked, SearchView.parameters)
    let request = try check.request
    let isEmpty = request.text.allSatisfy(\.isWhitespace) && request.filter.isEmpty
    if let mistake = check.mistakes.first, isEmpty || check.lacksQuery { throw mistake.error }
    if isEmpty {
      let page = StartPage(try index.facets(SearchRequest("")))
      return .page(page.frame, for: call, in: context)
    }
    var view = try SearchView(check.address, from: index)
    view.offersFile = context.offersFiles
    view.asked = asked
    view.mistakes = check.mistakes
    return .page(SearchPage(view).frame, for: call, in: context, mistakes: check.mistakes)
  }
}
