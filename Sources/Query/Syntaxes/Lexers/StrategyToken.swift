/// A token of a search strategy from another platform.
struct StrategyToken: Equatable {
  enum Kind: Equatable {
    case open, close
    case and, or, not
    /// A proximity operator; the distance is the number of words between.
    case near(distance: Int, isOrdered: Bool)
    /// Something searched.
    case node(StrategyNode)
    /// Fields of what follows: `TI`, `TITLE-ABS-KEY`, `TS=`.
    case prefix([StrategyField])
    /// Fields of what precedes: `.ti,ab.`, `[tiab]`.
    case suffix([StrategyField])
    /// The publication type that follows or precedes: `PT`, `.pt.`, `[pt]`.
    case typePrefix, typeSuffix
    /// The year that follows or precedes: `PY=`, `[dp]`.
    case datePrefix, dateSuffix
    /// A field that has no counterpart, by its name; what it belongs to is left out.
    case unsupportedPrefix(String)
    case unsupportedSuffix(String)
  }

  var kind: Kind
  /// Unicode scalars before it in the line.
  var position: Int
  /// The token as typed.
  var text: String
}
