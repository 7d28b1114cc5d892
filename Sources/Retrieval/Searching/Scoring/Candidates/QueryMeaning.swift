import Embeddings

/// The meaning of a query: a vector that is compared with the embeddings of documents.
struct QueryMeaning {
  /// What a query was made from.
  enum Origin {
    /// Typed words, by their rows in the table.
    case words
    /// A typed text, which was encoded.
    case encoder
    /// A document, to find similar ones.
    case document
  }

  /// The query's words, with length 1; later also the best documents.
  var vector: [Float]
  /// The share of the query that the table knows, 0 to 1, by inverse document frequency.
  ///
  /// If the table lacks the rare words of a query, the others change the order very little.
  let known: Float
  let origin: Origin
  /// What the documents have in common, which is left out when they are compared with the query;
  /// known at the same time as ``highestScore``.
  var centre = EmbeddingCentre.none
  /// The score of a cosine of 1, once it is known; documents that are found later use the same.
  var highestScore: Double?

  /// The meaning of a query that was encoded.
  init(encoded: [Float], _ table: EmbeddingTable) {
    vector = table.embedding(encoded: encoded).numbers.map { Float($0) }.normalized
    known = 1
    origin = .encoder
  }

  /// The meaning of a query's typed words; `nil` if the table knows none of them.
  init?(of plan: QueryPlan, _ table: EmbeddingTable) {
    if let embedding = plan.embedding {
      vector = embedding.numbers.map { Float($0) }.normalized
      known = 1
      origin = .document
      return
    }
    var words: [EmbeddingTable.WeightedWord] = []
    var found: Float = 0
    var missing: Float = 0
    for part in plan.scored {
      let weight = Embedding.weight(count: Float(part.weight))
      for term in part.terms {
        if let row = table.row(ofTermOrStem: term) {
          words.append((row, weight))
          found += table.idf(row)
        } else {
          missing += table.highestIDF
        }
      }
    }
    guard found > 0 else { return nil }
    vector = table.sum(words).normalized
    known = found / (found + missing)
    origin = .words
  }
}

extension PlannedTerm {
  /// The terms of what was typed, without stop words.
  fileprivate var terms: [String] {
    switch members.first?.pattern {
    case .term(let term), .abbreviation(let term, _): [term]
    case .phrase(let terms): terms.filter { !StopWords.isStopWord(term: $0) }
    default: []
    }
  }
}
