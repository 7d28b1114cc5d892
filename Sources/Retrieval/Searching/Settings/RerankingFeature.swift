import Ranking

/// The features that add to the score of a reranked document, in the order of computation.
///
/// A feature is a case here with its label, note, index and formula, a ``RerankingScorer``, and a
/// line in ``Reranker/scorers(_:_:)``. `tools/evaluate --without NAME` shows what it contributes.
package enum RerankingFeature: String, CaseIterable, Sendable {
  /// The words of the query, scored half from the whole document and half from its best passage.
  case bestPassage = "best-passage"
  /// Words of the query in fields that term vectors lack.
  case unindexedFields = "unindexed-fields"
  /// Words of the query near each other.
  case proximity
  /// Terms that the best documents share.
  case feedback
  /// Texts that are close in meaning to the query, whatever their words.
  case meaning

  /// Its name in explanations.
  var label: String {
    switch self {
    case .bestPassage: "best passage"
    case .unindexedFields: "authors, headings, stop words"
    case .proximity: "pairs"
    case .feedback: "feedback"
    case .meaning: "meaning"
    }
  }

  /// Its description in explanations.
  var note: String {
    switch self {
    case .bestPassage: "half from the whole document, half from its best passage"
    case .unindexedFields: "from the first stage; not used in reranking"
    case .proximity: "query words close to each other"
    case .feedback: "terms shared by the best documents"
    case .meaning: "close in meaning"
    }
  }

  /// The formula of a reranked score, as text.
  ///
  /// - Parameter window: the maximum distance between the words of a pair.
  static func formula(window: Int) -> String {
    BM25F.formula
      + "; a document's score is half its own and half its best passage's, plus pairs of query "
      + "words within \(window) words of each other, feedback terms, the "
      + "first-stage scores of authors, headings and stop words, and closeness in meaning"
  }
}

extension RerankingFeature {
  /// The index of the feature among all features.
  ///
  /// Each score of each document is found by it, and a search in `allCases` takes longer.
  var index: Int {
    switch self {
    case .bestPassage: 0
    case .unindexedFields: 1
    case .proximity: 2
    case .feedback: 3
    case .meaning: 4
    }
  }
}
