import Appraisal
import Literature
import TestSupport
import Testing

/// Texts designed to be slow or to break the appraiser; each must take time linear in its length.
struct HostileInputTests {
  @Test(arguments: [
    "7", "7 ", "1 000 ", "one hundred hundred ", "hundred and ", "thousand thousand ", "(", "((n=",
    "n = 5 ", "n = 5) or (n = 6 ", "12 patients and ", "randomised ", "randomly assigned 5 women ",
    "in the ", "a", "\u{301}", "患", "\u{0}", "é.", "Methods: ", "METHODS Results ", "- ",
    "@highlight ",
    "of 12 of 12 ", "the (the the) ", "HIV, diabetes, asthma, ", "\n", "’s", "%", "20 studies met ",
  ])
  func `a megabyte of hostile text is appraised`(piece: String) {
    let text = String(repeating: piece, count: 1_000_000 / piece.utf8.count)
    let small = String(repeating: piece, count: 100_000 / piece.utf8.count)
    let appraiser = Appraiser()
    let brief = medianProcessorTime { _ = appraiser.appraise(sample(small)) }
    let long = medianProcessorTime { _ = appraiser.appraise(sample(text)) }
    // A text ten times as long may take 25 times as long; quadratic time would be 100 times.
    #expect(long <= max(brief, .milliseconds(50)) * 25)
  }

  @Test func `a sentence of ten megabytes of digits is appraised`() {
    let text = String(repeating: "1234567890", count: 1_000_000)
    #expect(appraise(text).sampleSize.isEmpty)
    #expect(appraise("", title: text).sampleSize.isEmpty)
  }

  @Test func `many distinct words do not exhaust the cache`() {
    let text = (0..<400_000).map { "w\($0)x" }.joined(separator: " ") + ". We enrolled 52 adults."
    #expect(appraise(text).sampleSize.map(\.value) == [52])
  }

  @Test func `random bytes are appraised`() {
    var state: UInt64 = 3
    for _ in 0..<50 {
      let bytes = (0..<5000).map { _ in
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return UInt8(truncatingIfNeeded: state >> 40)
      }
      let text = String(decoding: bytes, as: UTF8.self)
      let scalars = Array(text.unicodeScalars)
      let facets = Appraiser().appraise(sample(text))
      #expect(facets.sampleSize.allSatisfy { (0...1).contains($0.confidence ?? 0) })
      for piece in facets.evidence.joined() {
        #expect(scalars[piece.start..<piece.end].elementsEqual(piece.text.unicodeScalars))
      }
    }
  }
}
