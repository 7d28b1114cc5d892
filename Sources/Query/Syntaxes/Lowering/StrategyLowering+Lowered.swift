/// The result of lowering.
extension StrategyLowering {
  /// A query tree and a filter; either may be empty.
  struct Lowered: Equatable {
    var tree: QueryTree?
    var filter = Filter()
    /// The words to search for if this is next to OR and has no filter.
    var fallback: QueryTree?
    /// Notes to add if these words are searched, one sentence each.
    var fallbackNotes: [String] = []
    /// Whether these words are also searched if there is nothing else in a line.
    var standsAlone = false
    /// Notes to add unless the words are searched instead, one sentence each.
    var filterNotes: [String] = []

    /// Whether the part finds more documents than the part as written, because something was left
    /// out.
    var isWider = false

    /// Whether the part finds fewer documents than the part as written, because an alternative was
    /// left out.
    var isNarrower = false

    /// Whether an alternative that was left out is a limit that most documents may meet.
    var lacksLimit = false

    /// What was left out of alternatives, or all of it, as typed.
    var missing: [String] = []

    /// Whether AND leaves it out, because it would exclude too much without an alternative: one
    /// that most documents may meet, or one of a few limits.
    var isBetterLeftOut: Bool {
      isNarrower && (lacksLimit || (tree?.isOnlyLimits ?? false))
    }

    /// Whether the part neither finds nor restricts anything, even next to OR.
    var isEmpty: Bool { isLeftOut && fallback == nil }

    /// What is searched if there is nothing else in a line.
    var alone: QueryTree? { isLeftOut && standsAlone ? fallback : nil }

    /// Whether the part neither finds nor restricts anything, except next to OR.
    var isLeftOut: Bool { tree == nil && filter.isEmpty }
  }
}

extension QueryTree {
  /// Whether the tree consists only of filters and publication types that are alternatives.
  fileprivate var isOnlyLimits: Bool {
    switch self {
    case .filter, .identifier(.type, _): true
    case .or(let parts): parts.allSatisfy(\.isOnlyLimits)
    default: false
    }
  }
}
