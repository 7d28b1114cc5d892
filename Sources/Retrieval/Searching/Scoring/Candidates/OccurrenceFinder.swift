import Ranking

/// Finds the occurrences of a query's parts in term vectors.
struct OccurrenceFinder {
  /// A position at which a part occurs.
  struct Occurrence {
    /// The position, counted in words from the beginning of the document.
    var position: Int32
    var part: Int32
    /// Its weight at this position, 0 to 1.
    var weight: Float
  }

  /// The first term of a part and, for a phrase, the terms that must follow; 0 stands for any stop
  /// word.
  private struct Mark {
    var term: UInt32
    var part: Int32
    var weight: Float
    var rest: ArraySlice<UInt32>
    /// The index in ``others`` of the documents in which it means something else; -1 for none.
    var others: Int
  }

  private var marks: [Mark] = []
  private var others: [SortedIDs] = []
  private let entries: TermVectorEntries

  init(_ parts: [RerankPart], entries: TermVectorEntries) {
    self.entries = entries
    for (index, part) in parts.enumerated() {
      for form in part.forms {
        // A phrase that begins with a stop word would match almost everywhere.
        guard let first = form.terms.first, first != 0 else { continue }
        if let documents = form.others { others.append(documents) }
        marks.append(
          Mark(
            term: first, part: Int32(index), weight: Float(form.weight),
            rest: form.terms.dropFirst(), others: form.others == nil ? -1 : others.count - 1))
      }
    }
  }

  /// Replaces `occurrences` with those in a document: form by form, in ascending order of position.
  func find(in candidate: RerankCandidate, _ occurrences: inout [Occurrence]) {
    occurrences.removeAll(keepingCapacity: true)
    let document = candidate.vector
    for mark in marks {
      if mark.others >= 0, others[mark.others].contains(candidate.number) { continue }
      guard let entry = entries.entry(of: mark.term, in: document) else { continue }
      for index in entries.occurrences(entry) {
        let position = entries.position(index, of: document)
        // Only a damaged row has positions beyond its words.
        guard position < document.words else { break }
        if mark.rest.isEmpty || occur(mark.rest, after: position, document) {
          occurrences.append(
            Occurrence(position: Int32(position), part: mark.part, weight: mark.weight))
        }
      }
    }
  }

  /// Whether the terms of a phrase follow a position.
  private func occur(
    _ rest: ArraySlice<UInt32>, after position: Int, _ document: TermVector
  ) -> Bool {
    guard position + rest.count < document.words else { return false }
    var next = position
    for term in rest {
      next += 1
      if term == 0 { continue }
      // A phrase can't continue from the title into the text.
      guard (position < document.titleWords) == (next < document.titleWords),
        let entry = entries.entry(of: term, in: document),
        entries.contains(next, in: entries.occurrences(entry), of: document)
      else { return false }
    }
    return true
  }
}
