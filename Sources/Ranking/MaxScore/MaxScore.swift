/// Finds the best texts for a list of term groups in one segment, without scoring every match.
///
/// MaxScore (Turtle and Flood 1995; Strohman, Turtle and Croft 2005) over windows of ids, bounded by
/// the highest impacts of blocks and rows (Ding and Suel 2011; Chakrabarti, Chaudhuri and Ganti
/// 2011). In each window, the groups that cannot lift a text over the threshold by themselves are
/// *non-essential*. The essential groups are scored term at a time into an array of the window's
/// scores; a text that can still reach the threshold is then looked up in the non-essential groups.
/// Windows in which no text can reach the threshold are skipped.
///
/// The result equals that of scoring every match: scores are sums of integers, and a text is skipped
/// only when its bound is not above the threshold.
///
/// A hot file: lists, bounds and scores lie in plain memory while ``run(into:)`` runs, because an
/// access to an array inside an array costs more than the posting that it is for. All indices are
/// below counts that are fixed when the memory is allocated.
package struct MaxScore {
  /// Widest window, in ids: its scores fit the nearest caches.
  static let windowSize = 8192

  /// Looking a text up in a list costs about as much as scoring this many postings.
  static let lookupCost = 12

  /// The same for a text of a window that is scored term at a time, where the texts to look up are
  /// far apart.
  static let windowLookupCost = 32

  /// Skipping this many ids of a window costs about as much as scoring a posting.
  static let idsPerPosting = 16

  /// With fewer postings than one in this many ids, texts are scored document at a time.
  static let sparseness: UInt64 = 256

  private let groups: [TermGroup]
  private let accepted: AcceptedDocuments
  private let range: Range<UInt32>

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
    var state = State(groups, accepted: accepted, range: range)
    state.run(&top)
  }
}
