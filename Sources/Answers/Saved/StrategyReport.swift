import JSON
import Query

/// The lines of a search strategy with the number of documents that each finds: the table that
/// PRISMA-S requires.
///
/// The schema is `docs/schema/strategy.json`.
public struct StrategyReport: Codable, Sendable, Equatable {
  /// A line of a strategy.
  public struct Line: Codable, Sendable, Equatable {
    /// Its number.
    public var line: Int
    /// The line as typed.
    public var text: String
    /// The line as run, in the query language; lines that it refers to are part of it.
    public var query: String
    /// The number of documents found; `nil` if the line cannot be run.
    @ExplicitNull public var documents: Int?
    /// Notes on the line.
    public var notes: [SearchNote]

    /// Creates a line.
    public init(line: Int, text: String, query: String, documents: Int?, notes: [SearchNote]) {
      self.line = line
      self.text = text
      self.query = query
      self.documents = documents
      self.notes = notes
    }
  }

  /// Version of the JSON format.
  public var formatVersion = 1
  /// The language of the strategy.
  public var syntax: QuerySyntax
  /// The lines, in order.
  public var lines: [Line]
  /// Notes on the whole strategy, one sentence each.
  public var notes: [String]

  /// Creates a report.
  public init(syntax: QuerySyntax, lines: [Line], notes: [String]) {
    self.syntax = syntax
    self.lines = lines
    self.notes = notes
  }

  /// The lines as rows of a table, with a row of titles.
  ///
  /// - Parameter wording: how the notes name parameters.
  package func table(_ wording: SearchNote.Wording) -> [[String]] {
    [["line", "text", "query", "documents", "notes"]]
      + lines.map { line in
        [
          String(line.line), line.text, line.query, line.documents.map(String.init) ?? "",
          line.notes.map { $0.text(wording) }.joined(separator: " "),
        ]
      }
  }

  enum CodingKeys: String, CodingKey {
    case formatVersion = "format_version"
    case syntax, lines, notes
  }
}
