import Reading
import SeededRandom
import Testing

/// Searching names in bytes finds the same as searching in text.
struct SectionLabelsTests {
  @Test func `every name of the table is found, however it is written`() {
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

  @Test(arguments: [
    "", " ", ":", "1", "1.", "i", "iv)", "Odds ratio", "é", "Méthodes inconnues", "...",
  ])
  func `headings are looked up in the table alone`(heading: String) {
    #expect(
      SectionLabels.kind(of: heading) == SectionLabels.kinds[SectionLabels.fold(heading)])
  }

  @Test func `random headings are judged by bytes as by text`() {
    var random = SplitMix64(seed: 7)
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
