/// A part of a search strategy from another platform, before it becomes a ``QueryTree``.
indirect enum StrategyNode: Equatable {
  /// A word, phrase, prefix or wildcard.
  case term(QueryTree)
  /// Two operands near each other; the distance is the number of words between them.
  case near(distance: Int, isOrdered: Bool, StrategyNode, StrategyNode)
  case and([StrategyNode])
  case or([StrategyNode])
  /// The first without the second.
  case not(StrategyNode, StrategyNode)
  /// An exclusion from the parts that AND joins it to: Scopus's `EXCLUDE(…)`.
  case without(StrategyNode)
  /// A part that is searched in some fields.
  case field([StrategyField], StrategyNode)
  /// Documents from any of some years.
  case years([NumberRange])
  /// Documents of a publication type, by its name; with the types that MeSH arranges below it if it
  /// is exploded.
  case publicationType(String, isExploded: Bool = false)
  /// Subheadings as typed, and their words in keywords, which are searched only where nothing else
  /// would be found.
  case subheading(String, QueryTree)
  /// A reference to another line, by its number, and its offset in the line that refers to it.
  case line(Int, position: Int)
  /// Something that has no equivalent, as typed; a note names it.
  case unsupported(String)
  /// A limit that has no equivalent and that most documents may meet, such as a language, as typed;
  /// a note names it.
  case unsupportedLimit(String)

  /// The most levels of operators and fields; deeper trees could overflow the stack.
  static let highest = 500

  /// Whether the part has no equivalent, except next to OR.
  var isUnsupported: Bool {
    switch self {
    case .unsupported, .unsupportedLimit, .subheading: true
    default: false
    }
  }

  /// The part in place of one of a kind that has no equivalent, such as `language`.
  static func unsupported(_ typed: String, kind: String) -> StrategyNode {
    limits.contains(kind) ? .unsupportedLimit(typed) : .unsupported(typed)
  }

  private static let limits: Set = ["filter", "subset", "language", "status", "journal subset"]

  /// The lines that the part refers to, each as often as it does.
  var references: [Int] {
    var numbers: [Int] = []
    addReferences(to: &numbers)
    return numbers
  }

  private func addReferences(to numbers: inout [Int]) {
    switch self {
    case .line(let number, _): numbers.append(number)
    case .and(let parts), .or(let parts): for part in parts { part.addReferences(to: &numbers) }
    case .not(let left, let right), .near(_, _, let left, let right):
      left.addReferences(to: &numbers)
      right.addReferences(to: &numbers)
    case .field(_, let part), .without(let part): part.addReferences(to: &numbers)
    case .term, .years, .publicationType, .subheading, .unsupported, .unsupportedLimit: break
    }
  }
}
