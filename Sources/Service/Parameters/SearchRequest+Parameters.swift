import Query
import Retrieval

extension SearchRequest {
  /// The search that a request's parameters ask for.
  ///
  /// - Throws: ``ServiceError`` for limits that contradict each other.
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

  /// Refuses a request that neither asks nor limits.
  func expectQuestion(_ values: ParameterValues) throws(ServiceError) {
    if values.has(.query) || !filter.isEmpty { return }
    throw ServiceError(
      .missingParameter, "There is nothing to look for.",
      hint: "Give q, or a limit such as method.")
  }
}

extension Filter {
  /// The limits that a request's parameters set.
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
      throw .badValue(
        .minSample, "\(least) is larger than max_sample \(most), so nothing can match",
        "Exchange the two.")
    }
    if least != nil || most != nil { sampleSize.add(NumberRange(from: least, to: most)) }
    includeUnknown = values.flag(.includeUnknown)
  }
}
