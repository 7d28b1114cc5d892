import Answers

/// The hits of a search, each with a card.
struct HitList {
  let view: SearchView

  /// The id of the list, to which a link at the top of the page leads.
  static let id = "hits"

  /// The list of the hits that match; empty if there are none.
  var html: HTML {
    guard let first = view.response.hits.first else { return .empty }
    let items = items(view.response.hits, group: "hit")
    return """
      <ol class="hits" id="\(Self.id)" tabindex="-1" start="\(first.rank)">\(items)</ol>
      """
  }

  /// Hits as items of a list.
  ///
  /// - Parameter group: the prefix of the ids of their elements.
  func items(_ hits: [Hit], group: String) -> [HTML] {
    let search = view.highlighted
    return hits.map { hit in
      let card = HitCard(
        hit: hit, document: view.documents[hit.document.id], search: search,
        offersFile: view.offersFile, countsMore: view.isByDocument, group: group)
      return "<li>\(card.html)</li>"
    }
  }
}
