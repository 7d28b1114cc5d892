import Query
import Ranking

extension PassageMap {
  /// The document of a text, whose number is that of a document or passage.
  func document(of number: UInt32, _ unit: SearchRequest.Unit) -> UInt32 {
    unit == .document ? number : document(of: number)
  }

  /// The first text of a document.
  func firstText(of document: UInt32, _ unit: SearchRequest.Unit) -> UInt32 {
    unit == .document ? document : passages(of: document).lowerBound
  }
}
