/// Weighted average lengths of an index, in words.
struct AverageLengths: Equatable {
  var passage: Float
  var document: Float
}
