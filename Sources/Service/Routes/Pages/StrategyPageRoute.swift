import Query
import Retrieval

extension Route {
  /// `GET /search-strategy`: the page on which a strategy of several lines is pasted.
  public static let strategyPage: Route = Route(
    "GET", PageAddress.strategy, "The page on which a search strategy of several lines is pasted.",
    parameters: [.query], answer: .page, isIndexed: false
  ) { call, context in
    .page(StrategyPage(text: call.values.text(.query) ?? "").frame, for: call, in: context)
  }

  /// `POST /search-strategy`: runs the strategy that was pasted.
  ///
  /// It changes nothing, so it needs no guard besides the rules for every request. A strategy that
  /// fits into an address leads to one, which can be kept and shared.
  public static let runPastedStrategy: Route = Route(
    "POST", PageAddress.strategy, "Run the search strategy that was pasted.",
    parameters: [.strategy, .syntax, .line, .offset], body: .form, answer: .page, isIndexed: false
  ) { call, context in
    let address = StrategyPage.address(call.values)
    guard let text = address.value(.query) else {
      return .page(at: PageAddress(PageAddress.strategy))
    }
    if address.isLinkable { return .page(at: address) }
    var page = StrategyPage(text: text)
    var request = try SearchRequest(call.values)
    request.text = text
    request.isStrategy = StrategyReader.isStrategy(text, isLong: true)
    page.syntax = request.syntax
    do {
      page.results = try StrategyResults(
        request, from: context.index.current().index, offersFile: context.offersFiles)
    } catch let error as QueryError {
      page.error = ServiceError(error)
    }
    let mistakes = page.error.map { [AddressCheck.Mistake(error: $0, corrections: [])] } ?? []
    return .page(page.frame, for: call, in: context, mistakes: mistakes)
  }
}

extension StrategyPage {
  /// The address of the results of a strategy.
  fileprivate static func address(_ values: ParameterValues) -> PageAddress {
    var address = PageAddress(PageAddress.home)
    func add(_ parameter: Parameter, _ value: String?) {
      if let value { address.parameters.append(PageAddress.Pair(parameter.name, value)) }
    }
    add(.query, values.text(.strategy))
    add(.syntax, values.text(.syntax))
    add(.line, values.integer(.line).map { String($0) })
    add(.offset, values.has(.offset) ? values.integer(.offset).map { String($0) } : nil)
    return address.canonical
  }
}
