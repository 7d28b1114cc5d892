import Literature
import Query

extension FilterValues {
  /// The values of filters, each read by its parameter.
  ///
  /// - Parameters:
  ///   - texts: the codes or years given for a parameter.
  ///   - number: the number given for a parameter; `nil` if none is given.
  ///   - flag: whether a flag is set.
  package init(
    texts: (Parameter) -> [String], number: (Parameter) -> Int?, flag: (Parameter) -> Bool
  ) {
    self.init()
    for facet in FacetDefinition.filters {
      let parameters = Parameter.filters(of: facet.name)
      guard let first = parameters.first, let last = parameters.last else { continue }
      if facet.kind == .count {
        ranges[facet.name] = NumberRange(from: number(first), to: number(last))
      } else {
        self.texts[facet.name] = texts(first)
      }
    }
    includeUnknown = flag(.includeUnknown)
    includePossible = flag(.possible)
  }
}
