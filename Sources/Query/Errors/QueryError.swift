import Literature

/// A query that can't be run as written, or an invalid filter value in an option.
public enum QueryError: Error, Sendable, Equatable {
  /// A code that is not in the facet's vocabulary.
  ///
  /// `position` is the offset of the code in the query, in Unicode scalars, or `nil` if it was
  /// given as an option; `text` is the query; `nearest` lists similar codes, the most likely first.
  case unknownCode(
    facet: FacetName, code: String, nearest: [String], position: Int?, text: String? = nil)
  /// An invalid number or range in an option.
  case badRange(FacetName, String)
  /// The name of a filter in a saved search that this version does not know.
  case unknownFilter(String)
  /// A structured query with a mistake. Plain text is never malformed (see ``QueryParser``).
  case malformed(MalformedQuery)
  /// A wildcard in a structured query that matches too many words.
  case tooManyWords(pattern: String, limit: Int)
  /// A line that is not in a strategy, whose lines have these numbers; none for a single search.
  case noSuchLine(Int, lines: [Int])
  /// Reading the query took longer than its deadline allows (``ReadingDeadline``).
  case tookTooLong
}

extension QueryError: CustomStringConvertible {
  /// The problem, its position and the fix.
  public var description: String { "\(problem) \(fix)" }

  /// The problem and its position, as a sentence.
  public var problem: String {
    switch self {
    case .unknownCode(let facet, "", _, _, _): Self.missingCode(facet)
    case .unknownCode(let facet, let code, _, let position, let text):
      "Unknown \(facet.rawValue) “\(code)”"
        + (position.map { " at \(MalformedQuery.place($0, in: text ?? ""))" } ?? "") + "."
    case .badRange(let facet, let text):
      "“\(text)” is not a valid \(facet == .year ? "year" : "number") or range."
    case .unknownFilter(let name): "Unknown filter “\(name)”."
    case .malformed(let mistake): mistake.message
    case .tooManyWords(let pattern, let limit):
      "“\(pattern)” matches more than \(limit.grouped) different words."
    case .tookTooLong: "Reading the query took too long."
    case .noSuchLine(let line, _): "There is no line \(line)."
    }
  }

  /// The problem of a value without a code, such as `cohort,`.
  public static func missingCode(_ facet: FacetName) -> String {
    "A code of \(facet.rawValue) is missing."
  }

  /// The fix, one or more sentences.
  public var fix: String {
    switch self {
    case .unknownCode(_, _, let nearest, _, _): Self.codeAdvice(nearest)
    case .badRange(let facet, let text): Self.rangeAdvice(facet, text)
    case .unknownFilter: "Run the saved search with the version of peerlit that saved it."
    case .malformed(let mistake): mistake.fix
    case .tooManyWords: "Use more letters."
    case .tookTooLong: "Divide it into several queries."
    case .noSuchLine(_, let lines):
      lines.count > 1
        ? "Choose a line from \(lines[0]) to \(lines[lines.count - 1])."
        : "The query is a single search; number the lines of a strategy."
    }
  }

  /// The mistake in a text that contains the query.
  ///
  /// - Parameter place: the offset in the text of an offset in the query.
  func located(in text: String, _ place: (Int) -> Int = { $0 }) -> QueryError {
    switch self {
    case .malformed(var mistake):
      mistake.text = text
      mistake.position = place(mistake.position)
      return .malformed(mistake)
    case .unknownCode(let facet, let code, let nearest, let position?, _):
      return .unknownCode(
        facet: facet, code: code, nearest: nearest, position: place(position), text: text)
    case .unknownCode, .badRange, .unknownFilter, .tooManyWords, .noSuchLine, .tookTooLong:
      return self
    }
  }

  /// A range that ends before it begins, with its numbers in order; `nil` for other texts.
  public static func ordered(_ text: String) -> String? {
    if text.contains(where: \.isLetter) { return nil }
    let ends = text.split { !$0.isASCII || !$0.isNumber }.compactMap { Int($0) }
    guard ends.count == 2, ends[0] > ends[1] else { return nil }
    return "\(ends[1])..\(ends[0])"
  }

  /// The fix of an invalid range: the order of its ends, or the forms that a range can have.
  static func rangeAdvice(_ facet: FacetName, _ text: String) -> String {
    if let range = ordered(text) { return "Write the lower number first: \(range)." }
    return facet == .year
      ? "Use 2018, 2015..2024, 2015.., ..2024 or none." : "Use 25, 20..50, >=20 or none."
  }

  /// The fix of an unknown code: similar codes, or where they are listed.
  static func codeAdvice(_ nearest: [String]) -> String {
    nearest.isEmpty
      ? "“peerlit facets --codes” lists all codes." : "Did you mean \(nearest.quotedAlternatives)?"
  }
}
