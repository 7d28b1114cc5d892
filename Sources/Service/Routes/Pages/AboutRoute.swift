import Query
import Retrieval

extension Route {
  /// `GET /about`: the page on the contents of the collection and its gaps.
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
