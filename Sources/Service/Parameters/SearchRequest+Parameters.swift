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
    sort = values.text(.sort).flatMap { Sort(rawValue: $0) } ?? sort
    limit = values.integer(.limit) ?? limit
    offset = values.integer(.offset) ?? offset
    exact = values.flag(.exact)
    plain = values.flag(.plain)
    facets = values.flag(.facets)
    count = values.flag(.count)
    explain = values.flag(.explain)
  }

  /// Refuses a request with neither a query nor a filter.
  func expectQuestion(_ values: ParameterValues) throws(ServiceError) {
    if values.has(.query) || !filter.isEmpty { return }
    throw ServiceError(
      .missingParameter, "The query is empty.",
      hint: "Give q, or a filter such as method.")
  }
}

extension Filter {
  /// The filters that the parameters of a request set.
  init(_ values: ParameterValues) throws(ServiceError) {
    self.init()
    let parser = LimitParser()
    do throws(QueryError) {
      for (field, parameter) in [
        (FilterField.condition, Parameter.condition), (.setting, .setting), (.method, .method),
        (.year, .year),
      ] {
        for value in values.texts(parameter) { _ = add(try parser.limit(field, value)) }
      }
    } catch {
      throw ServiceError(error)
    }
    let (least, most) = (values.integer(.minSample), values.integer(.maxSample))
    if let least, let most, least > most {
      throw ServiceError(
        .badValue, "min_sample (\(least)) is larger than max_sample (\(most)).",
        hint: "Swap the two.")
    }
    if least != nil || most != nil { sampleSize.add(NumberRange(from: least, to: most)) }
    includeUnknown = values.flag(.includeUnknown)
  }
}
