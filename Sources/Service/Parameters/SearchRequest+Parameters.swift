import Answers
import Literature
import Query
import Retrieval

extension SearchRequest {
  /// The search that the parameters of a request describe.
  ///
  /// - Throws: ``ServiceError`` for filters that contradict each other.
  public init(_ values: ParameterValues) throws(ServiceError) {
    self.init(values.text(.query) ?? "")
    filter = try Filter(values)
    unit = values.text(.unit).flatMap { Unit(rawValue: $0) } ?? unit
    passages = values.integer(.passages) ?? passages
    related = values.integer(.related)
    sort = values.text(.sort).flatMap { Sort(rawValue: $0) } ?? sort
    limit = values.integer(.limit) ?? limit
    offset = values.integer(.offset) ?? offset
    exact = values.flag(.exact)
    plain = values.flag(.plain)
    syntax = values.text(.syntax).flatMap { QuerySyntax(rawValue: $0) }
    line = values.integer(.line)
    facets = values.flag(.facets)
    count = values.flag(.count)
    explain = values.flag(.explain)
    citationStyle = values.text(.cite).flatMap { CitationStyle(rawValue: $0) }
    citations = citationStyle != nil
  }

  /// Refuses a request with neither a query nor a filter.
  func expectQuestion(_ values: ParameterValues) throws(ServiceError) {
    let text = values.text(.query) ?? ""
    if text.contains(where: { !$0.isWhitespace }) || !filter.isEmpty { return }
    throw ServiceError(
      .missingParameter, "The query is empty.",
      hint: "Add \(Parameter.query.alias ?? Parameter.query.name), or a filter such as method.")
  }
}

extension Filter {
  /// The filters that the parameters of a request set.
  init(_ values: ParameterValues) throws(ServiceError) {
    let given = FilterValues(texts: values.texts, number: values.integer, flag: values.flag)
    if let facet = given.contradiction {
      let bounds = Parameter.bounds(of: facet).map { "\($0.name) (\(values.integer($0) ?? 0))" }
      var error = ServiceError(
        .badValue, bounds.joined(separator: " is larger than ") + ".", hint: "Swap the two.")
      let ends = Parameter.bounds(of: facet).map { NumberText.whole(values.integer($0) ?? 0) }
      if let least = ends.first, let most = ends.last {
        error.messageForReaders =
          "The smallest \(facet.definition.noun) (\(least)) is larger than the largest (\(most))."
      }
      throw error
    }
    do throws(QueryError) {
      self = try given.filter()
    } catch {
      throw ServiceError(error)
    }
  }
}
