import ArgumentParser
import Query
import Service

extension SearchCommand {
  /// Refuses options that are invalid or contradict each other.
  package func validate() throws {
    try spreadsheet.check(isCSV: format == .csv)
    try NegativeNumber.refuse(limit, "--limit")
    try NegativeNumber.refuse(offset, "--offset")
    try NegativeNumber.refuse(related, "--related")
    if passages < 1 { throw ValidationError("--passages must be at least 1.") }
    if passages > 1, unit == .passage {
      throw ValidationError("--passages can't be combined with --unit passage.")
    }
    if queries != nil, !query.words.isEmpty {
      throw ValidationError("Use a query or --queries, not both.")
    }
    if strategy != nil {
      if !query.words.isEmpty || queries != nil || server != nil {
        throw ValidationError("--strategy can't be used with a query, --queries or --server.")
      }
      if query.line != nil {
        throw ValidationError(
          "--strategy runs every line; --line is for a strategy that is given as the query.")
      }
      if ![.text, .json, .tsv, .csv].contains(format) {
        throw ValidationError(
          "--strategy prints text, json, tsv or csv; choose one of them with --format.")
      }
      if let option = optionsWithoutEffect.first {
        throw ValidationError(
          "\(option) has no effect with --strategy, which prints the number of documents of each "
            + "line; leave it out.")
      }
      return
    }
    if queries != nil, !record.isEmpty {
      throw ValidationError("--record saves a single search; it can't be used with --queries.")
    }
    if let server {
      if !record.isEmpty || index.isGiven || index.synonyms != nil {
        throw ValidationError(
          "--server uses the server's index; it can't be used with --record, --index, --library, --cluster or --synonyms."
        )
      }
      do { _ = try ServerAddress(server) } catch { throw ValidationError(error.description) }
    }
    if queries == nil, query.text.allSatisfy(\.isWhitespace), try query.filters.filter().isEmpty {
      throw ValidationError(
        "Nothing to search for. Add words, or a filter such as --method qualitative.")
    }
  }

  /// The options that choose or present hits, which the table of a strategy does not have.
  ///
  /// With `--record`, the unit and the order apply to the hits of the last line that are saved.
  private var optionsWithoutEffect: [String] {
    let given: [(option: String, isGiven: Bool)] = [
      ("--plain", query.plain), ("--limit", limit != nil), ("--offset", offset != 0),
      ("--unit", unit != nil && record.isEmpty), ("--passages", passages != 1),
      ("--related", related != nil), ("--sort", sort != .relevance && record.isEmpty),
      ("--full", full), ("--explain", explain), ("--facets", facets),
    ]
    return given.filter { $0.isGiven }.map { $0.option }
  }
}
