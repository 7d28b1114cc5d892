import Answers
import Literature
import Query
import Retrieval

extension Index {
  /// The map that the parameters of a request describe.
  func map(_ values: ParameterValues) throws -> FacetMap {
    try map(rows: values.axis(.rows), columns: values.axis(.columns), SearchRequest(values))
  }
}

extension ParameterValues {
  /// The facet given for the rows or columns of a map, or its default.
  func axis(_ parameter: Parameter) -> FacetName {
    text(parameter).flatMap { FacetName(rawValue: $0) } ?? FacetDefinition.axes[0].name
  }
}
