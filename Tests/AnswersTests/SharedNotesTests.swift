import Answers
import TestSupport
import Testing

/// Notes that several lines of a strategy have.
struct SharedNotesTests {
  /// Lines that share one note, and also have notes of their own.
  private static func lines(_ count: Int, notes: Int = 1) -> [StrategyReport.Line] {
    (1...count).map { line in
      StrategyReport.Line(
        line: line, text: "", query: "", documents: 0,
        notes: [SearchNote.sentence("Same.")]
          + (1...notes).map { SearchNote.sentence("Note \($0) of line \(line).") })
    }
  }

  @Test func `a note of several lines is shown once`() {
    let (shared, rest) = StrategyReport.sharedNotes(of: Self.lines(3))
    #expect(shared.map(\.note) == [.sentence("Same.")])
    #expect(shared.map(\.place) == ["Lines 1 to 3"])
    #expect(rest.flatMap(\.notes) == (1...3).map { SearchNote.sentence("Note 1 of line \($0).") })
  }

  @Test func `ten times the lines take at most 25 times as long`() {
    func time(_ count: Int) -> Duration {
      let lines = Self.lines(count, notes: 5)
      return medianProcessorTime { _ = StrategyReport.sharedNotes(of: lines) }
    }
    let short = max(.milliseconds(50), time(200))
    #expect(time(2000) <= short * 25)
  }
}
