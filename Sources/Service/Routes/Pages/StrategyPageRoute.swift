import Query
import Retrieval

extension Route {
  /// `GET /search-strategy`: the page for pasting a multi-line strategy.
  public static let strategyPage: Route = Route(
    "GET", PageAddress.strategy, "The page for pasting a multi-line search strategy.",
    parameters: [.query], answer: .page, isStatic: true
  ) { call, context in
    .page(StrategyPage(text: call.values.text(.query) ?? "").frame, for: call, in: context)
  }

  /// `POST /search-strategy`: runs the strategy that was pasted.
  ///
  /// It changes nothing, so the rules for every request are enough. A strategy that fits into an
  /// address leads to one, which can be kept and shared, if it is run as a strategy there. The page
  /// of an error has the text (``ServiceResponse/page(_:for:)``).
  public static let runPastedStrategy: Route = Route(
    "POST", PageAddress.strategy, "Run the search strategy that was pasted.",
    parameters: [.strategy, .syntax, .line, .offset], body: .form, answer: .page
  ) { call, context in
    let address = StrategyPage.address(call.values)
    guard let text = address.value(.query) else {
      return .page(at: PageAddress(PageAddress.strategy))
    }
    let isStrategy = StrategyReader.isStrategy(text, isLong: true)
    // An address of very many lines is searched as words.
    if address.isLinkable, StrategyReader.isStrategy(text) == isStrategy {
      return .page(at: address)
    }
    var page = StrategyPage(text: text)
    var request = try SearchRequest(call.values)
    request.text = text
    request.isStrategy = isStrategy
    page.syntax = request.syntax
    page.results = try StrategyResults(
      request, from: context.index.current().index, offersFile: context.offersFiles)
    return .page(page.frame, for: call, in: context)
  }
}
