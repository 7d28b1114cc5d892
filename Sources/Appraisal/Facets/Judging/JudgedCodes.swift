/// The codes of a document, the most probable first.
struct JudgedCodes {
  /// The codes assigned to the document.
  var assigned: [CodeScores.Candidate] = []
  /// The codes that it may have.
  var possible: [CodeScores.Candidate] = []
}
