import Appraisal
import ArgumentParser
import Retrieval

/// The options that limit a search by facet, shared by every command that takes a query.
struct FilterOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Only this condition, such as hepatitis-c (repeatable: any of).", valueName: "code"),
    completion: .list(Vocabulary.standard.codes(of: .condition)))
  var condition: [String] = []

  @Option(
    help: ArgumentHelp(
      "Only this setting, such as community (repeatable: any of).", valueName: "code"),
    completion: .list(Vocabulary.standard.codes(of: .setting)))
  var setting: [String] = []

  @Option(
    help: ArgumentHelp(
      "Only this study design, such as qualitative; a parent such as review finds its children (repeatable: any of).",
      valueName: "code"),
    completion: .list(Vocabulary.standard.codes(of: .method)))
  var method: [String] = []

  @Option(help: ArgumentHelp("At least this many participants.", valueName: "n"))
  var minSample: Int?

  @Option(help: ArgumentHelp("At most this many participants.", valueName: "n"))
  var maxSample: Int?

  @Option(
    help: ArgumentHelp("Published then: 2018, 2015..2024, 2015.. or ..2024.", valueName: "years"))
  var year: String?

  @Flag(help: "Let documents pass a range that state no sample size or year.")
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
