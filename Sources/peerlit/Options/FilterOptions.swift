import Appraisal
import ArgumentParser
import Query
import Retrieval
import Service

/// The options that limit a search by facet, shared by every command that takes a query.
struct FilterOptions: ParsableArguments {
  @Option(help: .of(.condition), completion: .list(Vocabulary.standard.codes(of: .condition)))
  var condition: [String] = []

  @Option(help: .of(.setting), completion: .list(Vocabulary.standard.codes(of: .setting)))
  var setting: [String] = []

  @Option(help: .of(.method), completion: .list(Vocabulary.standard.codes(of: .method)))
  var method: [String] = []

  @Option(help: .of(.minSample))
  var minSample: Int?

  @Option(help: .of(.maxSample))
  var maxSample: Int?

  @Option(help: .of(.year))
  var year: String?

  @Flag(help: .of(.includeUnknown))
  var includeUnknown = false

  /// The limits that the options set.
  func filter() throws -> Filter {
    let parser = LimitParser()
    var filter = Filter()
    for (field, values) in [
      (FilterField.condition, condition), (.setting, setting), (.method, method),
      (.year, year.map { [$0] } ?? []),
    ] {
      for value in values { _ = filter.add(try parser.limit(field, value)) }
    }
    if let minSample, let maxSample, minSample > maxSample {
      throw UsageError(
        "--min-sample \(minSample) is larger than --max-sample \(maxSample): nothing can match.")
    }
    if minSample != nil || maxSample != nil {
      filter.sampleSize.add(NumberRange(from: minSample, to: maxSample))
    }
    filter.includeUnknown = includeUnknown
    return filter
  }
}
