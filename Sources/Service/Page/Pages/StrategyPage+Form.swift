import Query

extension StrategyPage {
  /// The address of the results of a strategy, without empty fields and with plain line breaks.
  static func address(_ values: ParameterValues) -> PageAddress {
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

  /// The page of a strategy that could not be run, with its text, so that no long text is lost;
  /// `nil` if the request sends none.
  init?(_ error: ServiceError, sentWith request: ServiceRequest) {
    guard request.method == "POST", request.path == PageAddress.strategy,
      let form = String(validating: request.body, as: UTF8.self),
      let fields = try? QueryString.pairs(form)
    else { return nil }
    func field(_ parameter: Parameter) -> String? {
      fields.first { $0.name == parameter.name }?.value
    }
    // The position of a mistake is one in the text that was run.
    let run = PageAddress(
      PageAddress.home, [PageAddress.Pair(Parameter.query.name, field(.strategy) ?? "")]
    ).canonical
    guard let text = run.value(.query) else { return nil }
    self.init(text: text, error: error)
    syntax = field(.syntax).flatMap { QuerySyntax(rawValue: $0) }
  }
}
