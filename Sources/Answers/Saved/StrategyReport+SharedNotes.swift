import Query

extension StrategyReport {
  /// A note, and the lines that have it.
  package struct SharedNote: Sendable, Equatable {
    /// The note that the lines share.
    package var note: SearchNote
    /// The numbers of the lines, in order.
    package var lines: [Int]

    /// The lines as text: `Line 2`, `Lines 1 to 4, 7`.
    package var place: String { Strategy.place(of: lines) }
  }

  /// The notes of lines, each once.
  package static func notes(of lines: [Line]) -> [SharedNote] {
    // A long strategy can have thousands of notes, so they are not compared with each other.
    var places: [SearchNote: Int] = [:]
    var notes: [SharedNote] = []
    for line in lines {
      for note in line.notes {
        if let known = places[note] {
          if notes[known].lines.last != line.line { notes[known].lines.append(line.line) }
        } else {
          places[note] = notes.count
          notes.append(SharedNote(note: note, lines: [line.line]))
        }
      }
    }
    return notes
  }

  /// The notes that several lines have, which are shown once, and the lines without them.
  package static func sharedNotes(
    of lines: [Line]
  ) -> (notes: [SharedNote], lines: [Line]) {
    let shared = notes(of: lines).filter { $0.lines.count > 1 }
    let known = Set(shared.map(\.note))
    var rest = lines
    for index in rest.indices { rest[index].notes.removeAll { known.contains($0) } }
    return (shared, rest)
  }
}
