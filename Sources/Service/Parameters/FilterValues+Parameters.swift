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
      let isCount = facet.kind == .count
      let parameters =
        isCount ? Parameter.bounds(of: facet.name) : Parameter.filters(of: facet.name)
      guard let first = parameters.first, let last = parameters.last else { continue }
      if isCount {
        ranges[facet.name] = NumberRange(from: number(first), to: number(last))
        if let unknown = Parameter.unstated(of: facet.name), flag(unknown) {
          unstated.insert(facet.name)
        }
      } else {
        self.texts[facet.name] = texts(first)
      }
    }
    includeUnknown = flag(.includeUnknown)
    includePossible = flag(.possible)
  }
}
