import Literature

/// A syntax error, found by the lexer or the grammar.
///
/// In a structured query it becomes a ``MalformedQuery``; in plain text, a note.
struct Malformed: Error, Equatable {
  /// The problem: `Unmatched “(”`.
  let problem: String
  /// The fix.
  let fix: String
  /// Offset in the text, in Unicode scalars.
  let position: Int
  /// The unknown code, if that is the mistake; `nil` for mistakes in the syntax.
  let unknown: UnknownCode?
  /// Whether there is no mistake, but the deadline for reading has passed.
  private(set) var isLate = false

  /// The end of reading at its deadline.
  static let late: Malformed = {
    var late = Malformed("", "", at: 0)
    late.isLate = true
    return late
  }()

  /// A code that is not in the vocabulary of its facet.
  struct UnknownCode: Equatable {
    let facet: FacetName
    let code: String
    /// Similar codes, the most likely first.
    let nearest: [String]
  }

  init(_ unknown: UnknownCode, at position: Int) {
    problem = "Unknown \(unknown.facet.rawValue) “\(unknown.code)”"
    fix = QueryError.codeAdvice(unknown.nearest)
    self.position = position
    self.unknown = unknown
  }

  init(_ problem: String, _ fix: String, at position: Int) {
    self.problem = problem
    self.fix = fix
    self.position = position
    unknown = nil
  }

  /// Stops reading if the deadline has passed.
  static func checkDeadline() throws(Malformed) {
    if ReadingDeadline.isOver { throw late }
  }

  /// A filter that takes too long to compare.
  static func tooManyRanges(at position: Int) -> Malformed {
    Malformed(
      "More than \(Filter.mostRanges) ranges for one field", "Use fewer ranges.", at: position)
  }

  /// The mistake as an error of a whole text, with its code if it is an unknown one.
  ///
  /// - Parameter start: as in ``mistake(in:from:)``.
  func queryError(in text: String, from start: Int) -> QueryError {
    if isLate { return .tookTooLong }
    guard let unknown else { return .malformed(mistake(in: text, from: start)) }
    return .unknownCode(
      facet: unknown.facet, code: unknown.code, nearest: unknown.nearest,
      position: start + position, text: text)
  }

  /// The mistake, with its position in a whole text.
  ///
  /// - Parameter start: the offset in the text at which the part begins that was read.
  func mistake(in text: String, from start: Int = 0) -> MalformedQuery {
    MalformedQuery(text: text, problem: problem, fix: fix, position: start + position)
  }
}
