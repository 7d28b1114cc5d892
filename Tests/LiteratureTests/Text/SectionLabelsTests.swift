import Literature
import Testing

/// Names are found by bytes as they would be by text.
struct SectionLabelsTests {
  @Test("Every name of the table is found, however it is written")
  func names() {
    for (name, kind) in SectionLabels.kinds {
      for heading in [
        name, name.uppercased(), "\(name):", " \(name) . ", "2.1 \(name)", "(iv) \(name)",
        name.replacing(" ", with: "\t "),
      ] where SectionLabels.kinds[SectionLabels.fold(heading)] == kind {
        #expect(SectionLabels.kind(of: heading) == kind, "\(heading)")
      }
      #expect(SectionLabels.kind(of: "\(name):") == kind)
      #expect(SectionLabels.kind(of: "\(name) x") == SectionLabels.kinds["\(name) x"])
    }
  }

  @Test(
    "What is in no table is no name",
    arguments: [
      "", " ", ":", "1", "1.", "i", "iv)", "Odds ratio", "é", "Méthodes inconnues", "...",
    ])
  func others(heading: String) {
    #expect(
      SectionLabels.kind(of: heading) == SectionLabels.kinds[SectionLabels.fold(heading)])
  }

  @Test("Random headings are judged by bytes as by text")
  func random() {
    var random = SplitMix(state: 7)
    let parts = ["Methods", "results", "1.", "(ii)", ":", " ", "\t", ".", "x", "é", "and", "’s"]
    for _ in 0..<5000 {
      let heading = (0..<Int.random(in: 0...5, using: &random))
        .map { _ in parts.randomElement(using: &random) ?? "" }.joined()
      #expect(
        SectionLabels.kind(of: heading) == SectionLabels.kinds[SectionLabels.fold(heading)],
        "\(heading)")
    }
  }
}

/// Numbers that look random and are the same every time.
private struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
