import Query

extension StrategyReader {
  /// The lines of a strategy as text, each with its number: "1: title:peer".
  func numbered(_ text: String, _ syntax: QuerySyntax? = nil) throws -> [String] {
    try read(text, syntax: syntax).lines.map { "\($0.number): \($0.query.queryText)" }
  }
}
