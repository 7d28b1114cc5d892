import Query
import Retrieval

extension Route {
  /// `GET /help`: the page on how to search.
  public static let help: Route = Route(
    "GET", PageAddress.help, "The page on how to search.", answer: .page, isIndexed: false
  ) { call, context in .page(HelpPage().frame, for: call, in: context) }

  /// `GET /about`: the page on what the collection contains, and what it does not.
  public static let about: Route = Route(
    "GET", PageAddress.about, "The page on what the collection contains.", answer: .page
  ) { call, context in
    let edition = try context.index.current()
    return .page(
      AboutPage(
        stats: try context.stats(edition), report: try edition.index.facets(SearchRequest("")),
        version: context.version
      ).frame, for: call, in: context)
  }
}
