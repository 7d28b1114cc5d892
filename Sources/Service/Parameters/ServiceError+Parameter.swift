import Literature

extension ServiceError {
  /// An invalid value of a parameter.
  init(invalid parameter: Parameter, _ problem: String) {
    self.init(
      .badValue, "The parameter \(parameter.name) \(problem).",
      hint: "It must be \(parameter.expectation).")
  }
}

extension Parameter {
  /// A description of valid values.
  var expectation: String {
    switch kind {
    case .text(let limit): "text of at most \(limit) characters"
    case .integer(let range):
      "a whole number from \(range.lowerBound) to \(range.upperBound)"
    case .flag: "true or false"
    case .choice(let words): words.asAlternatives
    case .codes(let facet): "a code of \(facet.rawValue), or none"
    case .years: "a year or a range of years such as 2015..2024"
    }
  }
}
