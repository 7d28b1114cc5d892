/// A lexeme of a search strategy from another platform.
struct StrategyLexeme: Equatable {
  enum Kind: Equatable {
    case open, close
    case and, or, not
    /// A proximity operator; the distance is the number of words between.
    case near(distance: Int, isOrdered: Bool)
    /// A search term.
    case node(StrategyNode)
    /// Fields of the following part: `TI`, `TITLE-ABS-KEY`, `TS=`.
    case prefix([StrategyField])
    /// Fields of the preceding part: `.ti,ab.`, `[tiab]`.
    case suffix([StrategyField])
    /// Several kinds of fields of the preceding part: `.ti,pt.`.
    case mixedSuffix([StrategyField], isType: Bool, isDate: Bool)
    /// A refinement of the whole search before it by the limit after it: Web of Science's
    /// `and 2015 (Publication Years)`.
    case refine(isExcluded: Bool)
    /// The publication type that follows or precedes: `PT`, `.pt.`, `[pt]`.
    case typePrefix, typeSuffix
    /// The year that follows or precedes: `PY=`, `[dp]`.
    case datePrefix, dateSuffix
    /// A field that has no equivalent, by its name; its operand is left out.
    case unsupportedPrefix(String)
    case unsupportedSuffix(String)
  }

  var kind: Kind
  /// Offset in the line, in Unicode scalars.
  var position: Int
  /// The lexeme as typed.
  var text: String
}

extension StrategyLexeme.Kind {
  /// Whether an operand can begin with it.
  var beginsOperand: Bool {
    switch self {
    case .open, .node, .prefix, .typePrefix, .datePrefix, .unsupportedPrefix: true
    default: false
    }
  }

  /// Whether an operand can end with it.
  var endsOperand: Bool {
    switch self {
    case .close, .node, .suffix, .mixedSuffix, .typeSuffix, .dateSuffix, .unsupportedSuffix: true
    default: false
    }
  }
}
