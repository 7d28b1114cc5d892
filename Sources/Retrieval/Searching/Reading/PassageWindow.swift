/// The words around the end of a passage that can be in a match across it.
struct PassageWindow {
  /// The passage and those that follow, with the number of positions from its first word to theirs.
  var passages: [(number: UInt32, offset: Int)]
  /// The positions that matter, counted from the first word of the first passage.
  var positions: Range<Int>
  /// The position of the first word after the first passage.
  var end: Int

  /// The number of the first passage; 0 if there is none.
  var first: UInt32 { passages.first?.number ?? 0 }
}
