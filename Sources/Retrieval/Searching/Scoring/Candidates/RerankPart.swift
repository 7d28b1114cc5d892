import Ranking

/// A scored part of a query, as found in term vectors by reranking.
struct RerankPart {
  /// A term or phrase that matches a part.
  struct Form {
    /// Term numbers; 0 marks a stop word in a phrase.
    var terms: [UInt32]
    /// 0 to 1.
    var weight: Double
    /// The documents in which it means something else; `nil` for none.
    var others: SortedIDs?
  }

  /// The terms and phrases that match it.
  var forms: [Form]
  /// Inverse document frequency, multiplied by the number of times it was typed.
  var weight: Double
}
