/// Finds the best-scoring texts of a segment for a list of term groups without scoring every match.
///
/// MaxScore (Turtle and Flood 1995; Strohman, Turtle and Croft 2005) over windows of ids, bounded
/// by the highest impacts of blocks and rows (Ding and Suel 2011; Chakrabarti, Chaudhuri and Ganti
/// 2011). In each window, the groups that cannot lift a text over the threshold by themselves are
/// *non-essential*. The essential groups are scored term at a time into an array of the window's
/// scores; a text that can still reach the threshold is then looked up in the non-essential groups.
/// Windows in which no text can reach the threshold are skipped.
///
/// The result equals that of scoring every match: scores are sums of integers, and a text is
/// skipped only if its bound does not exceed the threshold.
///
/// On the hot path: lists, bounds and scores are in manually allocated memory while ``run(into:)``
/// runs, because accessing nested arrays costs more than scoring the posting. All indices stay
/// below counts that are fixed at allocation.
package struct MaxScore {
  /// The width of the widest window, in ids: its scores fit into the L1 or L2 cache.
  static let windowSize = 8192

  /// The cost of looking up a text in a list, in scored postings.
  static let lookupCost = 12

  /// The cost of a lookup in a window that is scored term at a time, where the texts to look up are
  /// far apart.
  static let windowLookupCost = 32

  /// The number of ids that can be skipped at the cost of scoring one posting.
  static let idsPerPosting = 16

  /// Below one posting per this many ids, texts are scored document at a time.
  static let sparseness: UInt64 = 256

  let groups: [TermGroup]
  let accepted: AcceptedDocuments
  let range: Range<UInt32>

  /// Prepares to rank a segment.
  ///
  /// - Parameters:
  ///   - groups: at least one, with weights that keep every sum below 2^31.
  ///   - accepted: the texts that may be found.
  ///   - range: ids of the segment.
  package init(groups: [TermGroup], accepted: AcceptedDocuments, range: Range<UInt32>) {
    self.groups = groups
    self.accepted = accepted
    self.range = range
  }

  /// Offers every text that may be among the best.
  package func run(into top: inout TopK) {
    if let (list, weight) = singleList { return rank(list, weight: weight, into: &top) }
    if let texts = lookedUpTexts { return rank(texts, into: &top) }
    var state = State(groups, accepted: accepted, range: range)
    state.run(&top)
  }
}
