import Analysis
import Embeddings

extension EmbeddingTable {
  /// The row of a term, or of its stem: a table for an earlier version of the analyzer has AIDS in
  /// the row of “aid”.
  func row(ofTermOrStem term: String) -> Int? {
    row(of: term) ?? row(of: Acronyms.stem(of: term))
  }
}
