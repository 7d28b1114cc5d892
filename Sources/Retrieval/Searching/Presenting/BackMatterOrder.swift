import Query
import Ranking

/// Lists the passages of back matter (references, funding, disclosures) of a document after its
/// other matching passages.
///
/// A document keeps its places in the ranking; only its passages change places with each other.
struct BackMatterOrder {
  let chooser: PassageChooser
  let map: PassageMap

  /// A page of a ranking of passages.
  ///
  /// - Parameters:
  ///   - ranking: the whole ranking, at least to the end of the page.
  ///   - page: the places to show.
  func page(_ ranking: [Scored], _ page: Range<Int>) throws -> [Scored] {
    let page = page.clamped(to: ranking.indices)
    var shown = Array(ranking[page])
    let documents = Set(shown.map { map.document(of: $0.number) })
    var places: [UInt32: [Int]] = [:]
    for (place, scored) in ranking[..<page.upperBound].enumerated() {
      let document = map.document(of: scored.number)
      if documents.contains(document) { places[document, default: []].append(place) }
    }
    places = places.filter { document, _ in map.passages(of: document).count > 1 }
    // A storage must fetch the passages first, or none of them would seem to be back matter.
    try chooser.reader.storage?.load(documents: places.keys.sorted())
    for (document, places) in places {
      let numbers = places.map { ranking[$0].number }
      guard try numbers.contains(where: chooser.isBackMatter) else { continue }
      let ordered = try chooser.scoredPassages(of: document)
      for (place, scored) in zip(places, ordered) where page.contains(place) {
        shown[place - page.lowerBound] = scored
      }
    }
    return shown
  }
}
