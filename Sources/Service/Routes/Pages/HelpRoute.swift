import Query
import Retrieval

extension Route {
  /// `GET /help`: the page on how to search.
  public static let help: Route = Route(
    "GET", PageAddress.help, "The page on how to search.", answer: .page, isIndexed: false
  ) { _, _ in .page(HelpPage().html) }

  /// `GET /search-strategy`: the page on which a strategy of several lines is pasted.
  public static let strategyPage: Route = Route(
    "GET", PageAddress.strategy, "The page on which a search strategy of several lines is pasted.",
    parameters: [.query], answer: .page, isIndexed: false
  ) { call, _ in .page(StrategyPage(text: call.values.text(.query) ?? "").html) }

  /// `GET /about`: the page on what the collection contains, and what it does not.
  public static let about: Route = Route(
    "GET", PageAddress.about, "The page on what the collection contains.", answer: .page
  ) { _, context in
    let edition = try context.index.current()
    return .page(
      AboutPage(
        stats: try context.stats(edition), report: try edition.index.facets(SearchRequest("")),
        version: context.version, hasLogins: context.logins != nil
      ).html)
  }
}
