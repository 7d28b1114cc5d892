import Appraisal
import Literature
import Testing

struct EvidenceTests {
  /// The text of every piece of evidence equals the text of its field at its offsets.
  private func check(_ document: Document) {
    let facets = Appraiser().appraise(document)
    let evidence = facets.evidence
    #expect(evidence.allSatisfy { !$0.isEmpty })
    for piece in evidence.joined() {
      let field = Array((piece.field == .title ? document.title : document.text).unicodeScalars)
      #expect(piece.start >= 0 && piece.start < piece.end && piece.end <= field.count)
      guard piece.start >= 0, piece.start < piece.end, piece.end <= field.count else { continue }
      #expect(field[piece.start..<piece.end].elementsEqual(piece.text.unicodeScalars))
      #expect(!piece.rule.isEmpty)
    }
  }

  @Test func `offsets are in scalars, whatever precedes them`() {
    let prefixes = ["", "naïve ", "👩‍👩‍👧 ", "e\u{301}e\u{301} ", "患者 ", "\u{FFFD}", "\r\n\r\n", "ﬁ "]
    for prefix in prefixes {
      check(
        sample(
          prefix + "Methods: We interviewed 31 volunteers with HIV in primary care clinics.",
          title: prefix + "A qualitative study of HIV in general practice"))
    }
  }

  @Test func `random texts have verbatim evidence`() {
    let pieces = [
      "We", "randomly", "assigned", "1,016", "patients", "(n = 40)", "with", "HIV", "diabetes",
      "in", "primary", "care", ".", "Methods:", "Results", "é", "👍", "\u{301}", "\n\n", "three",
      "hundred", "and", "two", "women", "were", "interviewed", ",", ";", "online", "systematic",
      "review", "34", "studies", "met", "inclusion", "criteria", "’s", "–", "cluster",
      "randomised", "trial", "home", "visits", "\u{0}", "%", "References", "20", "peer", "workers",
    ]
    var state: UInt64 = 7
    func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    for _ in 0..<300 {
      let text = (0..<next(120)).map { _ in pieces[next(pieces.count)] }
      let title = (0..<next(12)).map { _ in pieces[next(pieces.count)] }
      check(
        sample(text.joined(separator: next(5) == 0 ? "" : " "), title: title.joined(separator: " "))
      )
    }
  }
}
