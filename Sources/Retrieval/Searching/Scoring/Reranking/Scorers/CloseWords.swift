import Embeddings

/// Finds the words by which a document is close in meaning to a query, for explanations.
struct CloseWords {
  /// Maximum number of words that are shown.
  static let limit = 3
  /// Words below this cosine are not shown.
  static let lowest: Float = 0.3

  let reader: IndexReader
  let forms: WordForms
  let table: EmbeddingTable

  /// The closest words as written, except those of the query, the closest first.
  ///
  /// - Parameters:
  ///   - document: an internal number.
  ///   - typed: the terms of the query.
  func words(of document: Int, to meaning: QueryMeaning, except typed: Set<String>) throws
    -> [String]
  {
    let vectors = TermVectors()
    try reader.termVectors.read(CollectionOfOne(UInt32(document)), into: vectors)
    guard let vector = vectors.documents.first else { return [] }
    let query = Embedding(meaning.vector)
    var close: [(term: String, cosine: Float)] = []
    for entry in vector.entries {
      guard let term = try reader.dictionary.term(vectors.entries.terms[entry]),
        !typed.contains(term), let row = table.row(ofTermOrStem: term)
      else { continue }
      let word = Embedding(table.sum([(row, 1)]))
      let cosine = word.numbers.withUnsafeBufferPointer { numbers in
        numbers.baseAddress.map { query.cosine($0) } ?? 0
      }
      if cosine >= Self.lowest { close.append((term, cosine)) }
    }
    close.sort { $0.cosine != $1.cosine ? $0.cosine > $1.cosine : $0.term < $1.term }
    return try close.prefix(Self.limit).map { try forms.mostFrequentWord(of: $0.term) }
  }
}
