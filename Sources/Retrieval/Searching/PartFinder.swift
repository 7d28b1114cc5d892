/// Finds where the parts of a query stand in documents of the forward index.
struct PartFinder {
  /// A place at which a part stands.
  struct Occurrence {
    var place: Int
    var part: Int
    /// How much it counts for there, 0 to 1.
    var factor: Float
  }

  /// What a term may begin: a part of the query, and for a phrase the terms that must follow, 0 for
  /// a stop word.
  private struct Mark {
    var part: Int
    var factor: Float
    var rest: ArraySlice<UInt32>
  }

  private var marks: [[Mark]] = []
  private let slots: TermSlots

  /// Marks the terms of the parts; clear the slots after use.
  init(_ parts: [Reranker.Part], slots: TermSlots) {
    self.slots = slots
    for (index, part) in parts.enumerated() {
      for form in part.forms {
        // A phrase that begins with a stop word would begin nearly everywhere.
        guard let first = form.terms.first, first != 0 else { continue }
        var slot = slots.slot(first)
        if slot == 0 {
          guard marks.count < TermSlots.limit else { return }
          marks.append([])
          slot = marks.count
          slots.set(first, slot)
        }
        marks[slot - 1].append(
          Mark(part: index, factor: Float(form.factor), rest: form.terms.dropFirst()))
      }
    }
  }

  /// Appends the occurrences in a document, in the order of its words.
  func find(
    in document: ForwardDocument, of words: ForwardWords, into found: inout [Occurrence]
  ) {
    slots.reserve(words.termLimit)
    let terms = words.terms
    let table = slots.table
    for place in document.words {
      let slot = Int(table[Int(terms[place])])
      if slot == 0 { continue }
      for mark in marks[slot - 1]
      where mark.rest.isEmpty || stands(mark.rest, after: place, document, terms) {
        found.append(Occurrence(place: place, part: mark.part, factor: mark.factor))
      }
    }
  }

  private func stands(
    _ rest: ArraySlice<UInt32>, after place: Int, _ document: ForwardDocument,
    _ terms: UnsafeMutablePointer<UInt32>
  ) -> Bool {
    guard place + rest.count < document.words.upperBound else { return false }
    var next = place + 1
    for term in rest {
      if terms[next] != term { return false }
      next += 1
    }
    return true
  }
}
