import ArgumentParser
import Query

/// A query and filters that select documents; without either, every document is selected.
struct QueryOptions: ParsableArguments {
  @Argument(
    help: ArgumentHelp("Query; several arguments are joined by spaces.", valueName: "query"))
  var words: [String] = []

  @OptionGroup(title: "Filters") var filters: FilterOptions

  @Flag(help: .of(.exact))
  var exact = false

  @Flag(help: .of(.plain))
  var plain = false

  @Option(help: .of(.syntax))
  var syntax: QuerySyntax?

  @Option(help: .of(.line))
  var line: Int?

  /// The query.
  var text: String { ArgumentList.unmarked(words.joined(separator: " ")) }

  /// A request for a query with these options.
  func request(_ text: String) throws -> SearchRequest {
    var request = SearchRequest(text)
    request.filter = try filters.filter()
    request.exact = exact
    request.plain = plain
    request.syntax = syntax
    request.line = line
    return request
  }
}

extension QuerySyntax: ExpressibleByArgument {}
