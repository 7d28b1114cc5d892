/// A search strategy: numbered lines, which may refer to each other.
public struct Strategy: Sendable, Equatable {
  /// A line of a strategy.
  public struct Line: Sendable, Equatable {
    /// The number by which other lines refer to it.
    public var number: Int
    /// The line as pasted, without its number and count of hits.
    public var text: String
    /// The query that it runs as, including the lines that it refers to.
    public var query: Query
    /// The numbers of the lines that it refers to.
    public var references: Set<Int> = []
    /// The offset at which it begins in the strategy as pasted, in Unicode scalars.
    public var position = 0
  }

  /// The language of the lines.
  public var syntax: QuerySyntax
  /// Whether the language was detected rather than given.
  public var isRecognised: Bool
  /// The lines, in order.
  public var lines: [Line]
  /// Notes on the whole strategy, one sentence each.
  public var notes: [String]

  /// The note that says how a line runs.
  public func origin(of line: Line) -> String {
    let place = lines.count > 1 ? ", line \(line.number)" : ""
    let origin =
      syntax == .peerlit
      ? "Read as a strategy\(place), without synonyms and other expansions"
      : "\(isRecognised ? "Recognised" : "Read") as a search written for \(syntax.label)\(place)"
    let text = line.query.queryText
    return "\(origin). " + (text.isEmpty ? "Nothing is left to search for." : "It runs as: \(text)")
  }

  /// Whether a note says that a line of a strategy was run, as ``origin(of:)`` writes it.
  ///
  /// The note is also in saved searches and in the answers of servers.
  public static func isOrigin(_ note: String) -> Bool {
    let sentence = note.prefix { $0 != "." }
    return sentence.hasPrefix("Read as a strategy")
      || (sentence.hasPrefix("Recognised as a search written for ")
        || sentence.hasPrefix("Read as a search written for ")) && sentence.contains(", line ")
  }

  /// The lines that a line is made of, itself among them, in order.
  func parts(of line: Line) -> [Line] {
    var wanted: Set<Int> = [line.number]
    for other in lines.reversed() where wanted.contains(other.number) {
      wanted.formUnion(other.references)
    }
    return lines.filter { wanted.contains($0.number) }
  }

  /// A line.
  ///
  /// - Parameter number: `nil` for the last line.
  /// - Throws: ``QueryError/noSuchLine(_:lines:)``.
  func line(_ number: Int?) throws(QueryError) -> Line? {
    guard let number else { return lines.last }
    guard let line = lines.first(where: { $0.number == number }) else {
      throw .noSuchLine(number, lines: lines.map(\.number))
    }
    return line
  }
}
