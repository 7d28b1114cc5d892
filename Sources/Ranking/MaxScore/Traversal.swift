/// Finds the best texts for a bag of term groups in one segment, without visiting every match.
///
/// MaxScore (Turtle and Flood 1995; Strohman, Turtle and Croft 2005) over windows of numbers, with
/// the highest impact of blocks and rows as bounds (Ding and Suel 2011; Chakrabarti, Chaudhuri and
/// Ganti 2011). In each window the groups that cannot lift a text over the threshold by themselves
/// are set aside; the others are added up term by term into an array of the window's scores; what
/// then could still reach the threshold is looked up in the groups set aside. Windows with nothing
/// to gain are passed over.
///
/// The result equals that of scoring every match: scores are sums of integers, and a text is only
/// passed over when its bound is not above the threshold.
///
/// A hot file: lists, bounds and scores lie in plain memory for as long as ``run(into:)`` takes, as
/// every access to an array inside an array costs more than the posting it is for. All indices are
/// below counts that are fixed when the memory is allocated.
package struct Traversal {
  /// Widest window, in numbers: its scores fit the nearest caches.
  static let windowSize = 8192

  /// Looking a text up in a list costs about as much as adding so many postings up.
  static let lookup = 12

  /// The same for a text of a window whose scores are being added up, where the next texts to look
  /// up are far apart.
  static let windowLookup = 32

  /// Passing over so many numbers of a window costs about as much as adding a posting up.
  static let numbersPerPosting = 16

  /// With fewer postings than one in this many numbers, texts are visited one by one.
  static let sparseness: UInt64 = 256

  private let groups: [TermGroup]
  private let allowed: Allowed
  private let range: Range<UInt32>

  /// Prepares to rank a segment.
  ///
  /// - Parameters:
  ///   - groups: at least one, with weights that keep every sum below 2^31.
  ///   - range: numbers of the segment.
  package init(groups: [TermGroup], allowed: Allowed, range: Range<UInt32>) {
    self.groups = groups
    self.allowed = allowed
    self.range = range
  }

  /// Offers every text that may be among the best.
  package func run(into top: inout TopScores) {
    var walk = Walk(groups, allowed: allowed, range: range)
    defer { walk.end() }
    walk.run(&top)
  }
}
