import Ranking

/// What words of the query give to documents that have them neither in the title nor in the text.
///
/// The forward index has no authors and no headings, and does not name stop words. Where the first
/// ranking gave more to a document than title and text explain, the impacts of the parts that are
/// missing there are looked up in its lists.
struct ElsewhereScores {
  let snapshot: IndexSnapshot
  /// The lists of the first ranking: by segment, then by part of the query.
  let opened: [[[TermGroup.Member]]]
  /// What the parts of the query weigh.
  let weights: [Double]

  /// Impacts have steps of 1/255: a score that differs by less is explained.
  private var least: Double { weights.reduce(0, +) / 510 }

  /// Sets what each document gets.
  ///
  /// - Parameter own: what each part gives by title and text: by document, then by part.
  func add(to documents: inout [Reranker.Candidate], own: [Double]) {
    let places = documents.indices.filter { documents[$0].unexplained > least }
      .sorted { documents[$0].number < documents[$1].number }
    if places.isEmpty { return }
    for (lists, segment) in zip(opened, snapshot.segments) {
      let inside = places.filter { segment.documents.contains(documents[$0].number) }
      if inside.isEmpty { continue }
      for (part, members) in lists.enumerated() {
        var members = members
        for index in members.indices { members[index].cursor = members[index].cursor.rewound }
        for place in inside where own[place * weights.count + part] == 0 {
          let impact = members.impact(of: documents[place].number)
          documents[place].elsewhere += weights[part] * Double(impact) / 255
        }
      }
    }
  }
}
