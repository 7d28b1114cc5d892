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

  /// The passages at some places of a list of all passages of documents.
  ///
  /// - Parameter first: the first passage of each document, in the order of the list.
  func allPassages(of first: [Scored], at places: Range<Int>) -> [Scored] {
    var found: [Scored] = []
    var place = 0
    for scored in first {
      if place >= places.upperBound { break }
      let all = passages(of: document(of: scored.number))
      let wanted = places.clamped(to: place..<place + all.count)
      for number in all.dropFirst(wanted.lowerBound - place).prefix(wanted.count) {
        found.append(Scored(number: number, score: scored.score))
      }
      place += all.count
    }
    return found
  }
}
