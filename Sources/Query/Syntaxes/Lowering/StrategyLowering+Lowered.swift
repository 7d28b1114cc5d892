/// The result of lowering.
extension StrategyLowering {
  /// A query tree and a filter; either may be empty.
  struct Lowered: Equatable {
    var tree: QueryTree?
    var filter = Filter()
    /// The words to search for if this is next to OR and has no filter.
    var fallback: QueryTree?
    /// Notes to add unless the words are searched instead, one sentence each.
    var filterNotes: [String] = []

    /// Whether it finds more documents than what was written, because something was left out.
    var isWider = false

    /// Whether it neither finds nor restricts anything, even next to OR.
    var isEmpty: Bool { isLeftOut && fallback == nil }

    /// Whether it neither finds nor restricts anything, except next to OR.
    var isLeftOut: Bool { tree == nil && filter.isEmpty }
  }
}
