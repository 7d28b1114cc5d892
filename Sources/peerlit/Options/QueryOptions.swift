import ArgumentParser
import Query
import Retrieval

/// What selects documents: a query and limits; without either, every document is selected.
struct QueryOptions: ParsableArguments {
  @Argument(
    help: ArgumentHelp("What to look for; several are joined by spaces.", valueName: "query"))
  var words: [String] = []

  @OptionGroup(title: "Limits") var filters: FilterOptions

  @Flag(help: .of(.exact))
  var exact = false

  @Flag(help: .of(.plain))
  var plain = false

  /// The text of the query.
  var text: String { ArgumentList.unmarked(words.joined(separator: " ")) }

  /// The request that the options make of a text.
  func request(_ text: String) throws -> SearchRequest {
    var request = SearchRequest(text)
    request.filter = try filters.filter()
    request.exact = exact
    request.plain = plain
    return request
  }
}
