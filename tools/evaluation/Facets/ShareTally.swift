import Literature

/// How many of some answers are right.
struct ShareTally {
  var right = 0
  var all = 0

  /// The share of right answers, 0 to 1; 1 if there are none.
  var share: Double { all == 0 ? 1 : Double(right) / Double(all) }

  /// The counts as text: "3 of 4".
  var detail: String { "\(right) of \(all)" }

  /// Adds an answer.
  mutating func add(_ isRight: Bool) {
    right += isRight ? 1 : 0
    all += 1
  }

  /// Adds other answers.
  mutating func add(_ other: ShareTally) {
    right += other.right
    all += other.all
  }
}

extension ShareTally {
  /// How many pieces of evidence occur verbatim in a document; a value without evidence counts as
  /// wrong.
  init(verbatim facets: Facets, in document: Document) {
    let title = Array(document.title.unicodeScalars)
    let text = Array(document.text.unicodeScalars)
    let lists =
      FacetDefinition.codes.flatMap { facets[codes: $0.name].map(\.evidence) }
      + FacetDefinition.counts.flatMap { facets[counts: $0.name].map(\.evidence) }
    // Values stated in a record do not occur in its texts.
    let evidence = lists.flatMap(\.self).filter { $0.field != .record }
    right = evidence.count { piece in
      let field = piece.field == .title ? title : text
      guard piece.start >= 0, piece.start < piece.end, piece.end <= field.count else {
        return false
      }
      return field[piece.start..<piece.end].elementsEqual(piece.text.unicodeScalars)
    }
    all = evidence.count + lists.count { $0.isEmpty }
  }
}
