import JSON
import Literature

extension Parameter {
  /// An example of a value, for OpenAPI.
  var example: JSONValue {
    if self == .document || self == .id { return "peers-hcv-2023" }
    if self == .strategy { return "1. peer support\n2. hepatitis c\n3. 1 and 2" }
    if self == .change { return "setting=-community" }
    if self == .by { return "J. Smith" }
    if self == .note { return "recruited there only" }
    switch kind {
    case .text: return "role clarity HCV"
    case .integer(let range):
      return .integer(standard.flatMap { Int($0) } ?? max(range.lowerBound, 1))
    case .flag: return true
    case .choice(let words): return .string(standard ?? words.first ?? "")
    case .codes(let facet):
      let codes = Vocabulary.standard.entries.filter { $0.facet == facet }.map(\.code)
      let usual = ["qualitative", "hepatitis-c", "community"].first { codes.contains($0) }
      return .string(usual ?? codes.first ?? "")
    case .years: return "2015..2024"
    }
  }

  /// An example of the parameter: a list if it may be repeated.
  var examples: JSONValue { isRepeatable ? [example] : example }
}
