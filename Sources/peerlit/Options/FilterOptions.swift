import Appraisal
import ArgumentParser
import Query
import Service

/// The filter options, shared by every command that takes a query.
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

  /// The filter that the options describe.
  func filter() throws -> Filter {
    var values = FilterValues()
    values.texts = [
      .condition: condition, .setting: setting, .method: method, .year: year.map { [$0] } ?? [],
    ]
    (values.minSample, values.maxSample) = (minSample, maxSample)
    values.includeUnknown = includeUnknown
    if values.isContradictory {
      throw UsageError("--min-sample is greater than --max-sample, so nothing can match.")
    }
    return try values.filter()
  }
}
