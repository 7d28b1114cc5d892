/// The codes of a document, the most probable first.
struct JudgedCodes {
  /// Those that the document is given.
  var given: [CodeScores.Candidate] = []
  /// Those that it may have.
  var possible: [CodeScores.Candidate] = []
}
