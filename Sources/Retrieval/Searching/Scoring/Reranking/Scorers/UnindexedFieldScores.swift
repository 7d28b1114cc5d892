import Ranking

/// Scores words of the query in fields that term vectors lack.
///
/// Term vectors contain neither authors, headings nor stop words. If the first-stage score of a
/// document is higher than its title and text explain, the impacts of the missing parts are looked
/// up in the lists of the first stage.
struct UnindexedFieldScores: RerankingScorer {
  let snapshot: IndexSnapshot
  /// The lists of the first stage.
  let lists: OpenLists
  /// The weights of the parts of the query.
  let weights: [Double]

  /// Impacts have steps of 1/255: a score that differs by less counts as explained.
  private var least: Double { weights.reduce(0, +) / 510 }

  func score(_ candidates: inout RerankCandidates) {
    let documents = candidates.documents
    let unexplained = documents.indices.filter { documents[$0].unexplained > least }
      .sorted { documents[$0].number < documents[$1].number }
    if unexplained.isEmpty { return }
    for (lists, segment) in zip(lists, snapshot.segments) {
      let inside = unexplained.filter { segment.documents.contains(documents[$0].number) }
      if inside.isEmpty { continue }
      for (part, members) in lists.enumerated() {
        var members = members
        for index in members.indices { members[index].cursor = members[index].cursor.rewound }
        for index in inside where candidates.partScores[index * weights.count + part] == 0 {
          let impact = members.impact(of: documents[index].number)
          candidates.documents[index].scores[.unindexedFields] +=
            weights[part] * Double(impact) / 255
        }
      }
    }
  }
}
