/// Tables indexed by term number, reused from query to query: looking a word of a document up in
/// them costs one access, where a dictionary would cost the query its time.
final class TermScratch {
  /// Parts of the query that a term belongs to: 1 + index into `marks`, 0 for none.
  private var marked: [UInt16] = []
  private var marks: [[Mark]] = []
  /// Slot of a term among those collected or weighed: 1 + index, 0 for none.
  private var slots: [UInt16] = []
  private var counts: [FieldCounts] = []
  private var weights: [Double] = []
  private var touched: [UInt32] = []
  private var open: [Int] = []

  /// Terms found in feedback documents: their weight, and in how many documents.
  private(set) var collected: [(term: UInt32, weight: Double, documents: Int)] = []

  /// A part of the query that a term belongs to.
  struct Mark {
    var part: Int
    var factor: Double
    /// The terms that must follow, for a phrase; 0 for a stop word.
    var rest: [UInt32]
  }

  /// Says that a term, or the phrase that it begins, belongs to a part of the query.
  func mark(_ term: UInt32, part: Int, factor: Double, rest: [UInt32] = []) {
    grow(term)
    touched.append(term)
    if marked[Int(term)] == 0 {
      marks.append([])
      marked[Int(term)] = UInt16(marks.count)
    }
    marks[Int(marked[Int(term)]) - 1].append(Mark(part: part, factor: factor, rest: rest))
  }

  /// Calls `visit` with the parts of the query that match at a place of a document.
  @inline(__always)
  func forEachPart(
    _ document: borrowing ForwardDocument, at place: Int, _ visit: (Int, Double) -> Void
  ) {
    let term = Int(document.terms[place])
    guard term != 0, term < marked.count, marked[term] != 0 else { return }
    for mark in marks[Int(marked[term]) - 1] where stands(mark.rest, in: document, after: place) {
      visit(mark.part, mark.factor)
    }
  }

  @inline(__always)
  private func stands(
    _ rest: [UInt32], in document: borrowing ForwardDocument, after place: Int
  ) -> Bool {
    guard place + rest.count < document.terms.count else { return rest.isEmpty }
    for (offset, term) in rest.enumerated() where document.terms[place + 1 + offset] != term {
      return false
    }
    return true
  }

  /// Adds the terms of a feedback document, each weighing `weight` times its impact.
  func collect(
    _ document: ForwardDocument, weight: Double, impact: (FieldCounts) -> Double
  ) {
    count(document, addsNew: true)
    for slot in open {
      collected[slot].weight += weight * impact(counts[slot])
      collected[slot].documents += 1
      counts[slot] = FieldCounts()
    }
    open.removeAll(keepingCapacity: true)
  }

  /// Forgets what was collected and gives a term a weight.
  func weigh(_ term: UInt32, _ weight: Double) {
    if weights.isEmpty {
      for entry in collected { slots[Int(entry.term)] = 0 }
      collected.removeAll(keepingCapacity: true)
      counts.removeAll(keepingCapacity: true)
    }
    grow(term)
    touched.append(term)
    weights.append(weight)
    counts.append(FieldCounts())
    slots[Int(term)] = UInt16(weights.count)
  }

  /// Calls `visit` with the weight and the counts of every weighed term of a document.
  func forEachWeighed(_ document: ForwardDocument, _ visit: (Double, FieldCounts) -> Void) {
    count(document, addsNew: false)
    for slot in open {
      visit(weights[slot], counts[slot])
      counts[slot] = FieldCounts()
    }
    open.removeAll(keepingCapacity: true)
  }

  /// Forgets the query.
  func clear() {
    for term in touched {
      marked[Int(term)] = 0
      slots[Int(term)] = 0
    }
    for entry in collected { slots[Int(entry.term)] = 0 }
    touched.removeAll(keepingCapacity: true)
    collected.removeAll(keepingCapacity: true)
    marks.removeAll(keepingCapacity: true)
    counts.removeAll(keepingCapacity: true)
    weights.removeAll(keepingCapacity: true)
  }

  /// Counts the known terms of a document into `counts`, and lists them in `open`.
  private func count(_ document: ForwardDocument, addsNew: Bool) {
    let title = document.title.upperBound
    for (place, term) in document.terms.enumerated() where term != 0 {
      grow(term)
      var slot = Int(slots[Int(term)])
      if slot == 0 {
        // A document of very many different words fills the table; the rest of it is left out.
        guard addsNew, collected.count < Int(UInt16.max) - 1 else { continue }
        collected.append((term, 0, 0))
        counts.append(FieldCounts())
        slot = collected.count
        slots[Int(term)] = UInt16(slot)
      }
      if counts[slot - 1] == FieldCounts() { open.append(slot - 1) }
      if place < title { counts[slot - 1].title += 1 } else { counts[slot - 1].body += 1 }
    }
  }

  @inline(__always)
  private func grow(_ term: UInt32) {
    guard Int(term) >= marked.count else { return }
    let size = Int(term) + 4096
    marked += [UInt16](repeating: 0, count: size - marked.count)
    slots += [UInt16](repeating: 0, count: size - slots.count)
  }
}
