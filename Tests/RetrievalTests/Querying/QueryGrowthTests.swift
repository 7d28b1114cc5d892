import Query
import TestSupport
import Testing

/// Queries designed to be slow; each must be read in time linear in its length.
///
/// The deadline of a search does not interrupt the reading of its query.
@Suite(.serialized) struct QueryGrowthTests {
  /// A kind of query of a given size.
  struct Input: Sendable, CustomTestStringConvertible {
    let name: String
    let size: Int
    var syntax: QuerySyntax?
    let text: @Sendable (Int) -> String
    var testDescription: String { name }
  }

  private static func repeated(
    _ name: String, _ piece: String, _ size: Int, before: String = "", after: String = "",
    syntax: QuerySyntax? = nil
  ) -> Input {
    Input(name: name, size: size, syntax: syntax) { count in
      before + String(repeating: piece, count: count) + after
    }
  }

  private static let inputs: [Input] = [
    repeated("a combination of lines", "1 or  ", 20, before: "peer\nlay\n", after: "x")
  ]

  @Test(arguments: inputs)
  func `ten times the query takes at most 25 times as long`(input: Input) {
    func time(_ size: Int) -> Duration {
      let text = input.text(size)
      return medianTime { _ = try? QueryParser().parse(text, syntax: input.syntax) }
    }
    let short = max(.milliseconds(50), time(input.size))
    #expect(time(input.size * 10) <= short * 25)
  }
}
