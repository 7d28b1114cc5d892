/// A table whose rows are posting lists.
enum PostingTable: Int, CaseIterable {
  case passagePostings, documentPostings, passagePositions

  /// Its name in the index file.
  var name: String {
    switch self {
    case .passagePostings: "passage_postings"
    case .documentPostings: "document_postings"
    case .passagePositions: "passage_positions"
    }
  }
}
