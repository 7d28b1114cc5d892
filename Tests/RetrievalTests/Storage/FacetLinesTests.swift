import Literature
import Retrieval
import SeededRandom
import Testing

/// Facets are decoded from their lines as they were encoded, whatever their text contains.
struct FacetLinesTests {
  @Test func `a value reads as a line`() {
    var facets = Facets()
    facets.method = [
      FacetValue("cohort", origin: .extracted, confidence: 0.9123),
      FacetValue("report", origin: .extracted, confidence: 0.3, isPossible: true),
    ]
    facets.sampleSize = [FacetValue(45, origin: .record)]
    facets.statedNone = [.setting]
    #expect(
      FacetLines.text(facets)
        == "m\tcohort\te\t912\nm\treport\te\t-300\nss\t45\tr\ns\tnone")
    facets.setReasonForNone("J. Smith:\tonly recruited there", of: .setting)
    #expect(
      FacetLines.text(facets).hasSuffix("s\tnone\ns\tJ. Smith:\\tonly recruited there\tnone"))
    #expect(FacetLines.facets(FacetLines.text(facets)) == facets)
  }

  @Test func `a value that a person added to others comes back`() {
    var facets = Facets()
    facets.condition = [
      FacetValue("hiv", origin: .curated, isAdded: true),
      FacetValue("stroke", origin: .extracted, confidence: 0.9),
    ]
    #expect(FacetLines.text(facets) == "c\thiv\tc\tadded\nc\tstroke\te\t900")
    let read = FacetLines.facets(FacetLines.text(facets))
    #expect(read == facets)
    #expect(read.effective(codes: .condition) == ["stroke", "hiv"])
  }

  @Test func `headings of a record come back`() {
    var facets = Facets()
    facets.condition = [
      FacetValue("hiv", origin: .record, isOpen: true),
      FacetValue("burns", origin: .record, isPossible: true, isOpen: true),
      FacetValue("stroke", origin: .extracted, confidence: 0.9),
    ]
    facets[overruledCodes: .condition] = [FacetValue("cancer", origin: .record, isOpen: true)]
    let text = FacetLines.text(facets)
    #expect(
      text == "c\thiv\tr\topen\nc\tburns\tr\tpossible\nc\tstroke\te\t900\n"
        + "c\tcancer\tr\topen\toverruled")
    let read = FacetLines.facets(text)
    #expect(read == facets)
    #expect(read.effective(codes: .condition) == ["hiv", "stroke"])
  }

  @Test func `values that corrections overrule come back`() {
    var facets = Facets()
    facets.statedNone = [.setting, .sampleSize]
    facets.setReasonForNone("", of: .setting)
    facets[overruledCodes: .setting] = [
      FacetValue("prison", origin: .extracted, confidence: 0.9),
      FacetValue("home", origin: .record), FacetValue("clinic", origin: .curated),
    ]
    facets[overruledCounts: .sampleSize] = [FacetValue(9, origin: .extracted)]
    let text = FacetLines.text(facets)
    #expect(
      text == "s\tnone\ns\t\tnone\nss\tnone\n"
        + "s\tprison\te\t900\toverruled\ns\thome\tr\t\toverruled\n"
        + "s\tclinic\tc\t\toverruled\nss\t9\te\t\toverruled")
    #expect(FacetLines.facets(text) == facets)
  }

  @Test func `a missing value that a correction overrules comes back`() {
    var facets = Facets()
    facets.sampleSize = [FacetValue(45, origin: .curated)]
    facets.overruleNone(of: .sampleSize)
    #expect(FacetLines.text(facets) == "ss\t45\tc\nss\toverruled")
    #expect(FacetLines.facets(FacetLines.text(facets)) == facets)
  }

  @Test func `any facets come back`() {
    let pieces = [
      "a", "\t", "\n", "\r", "\r\n", "\\", "\\n", "n", "t", "\u{301}", "é", "👩‍⚕️", "\u{2028}", " ",
      "none",
    ]
    var random = SplitMix64(seed: 3)
    func words() -> String {
      (0..<Int.random(in: 0...6, using: &random))
        .map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
    }
    func values<Value>(_ value: (Int) -> Value) -> [FacetValue<Value>] {
      (0..<Int.random(in: 0...3, using: &random)).map { index in
        let confidence =
          Bool.random(using: &random) ? Double.random(in: 0.001...1, using: &random) : nil
        return FacetValue(
          value(index), origin: Origin.allCases.randomElement(using: &random) ?? .record,
          confidence: confidence,
          isPossible: confidence != nil && Bool.random(using: &random))
      }
    }
    for _ in 0..<500 {
      var facets = Facets()
      facets.method = values { "\($0)\(words())" }
      facets.setting = values { "\($0)\(words())" }
      facets.condition = values { "\($0)\(words())" }
      facets.sampleSize = values { $0 * 10 }
      facets.includedStudies = values { $0 }
      facets.statedNone = Bool.random(using: &random) ? [.method, .includedStudies] : []
      let text = FacetLines.text(facets)
      let read = FacetLines.facets(text)
      #expect(scalars(read) == scalars(facets), "\(text)")
    }
  }

  /// Compares scalars, because equal strings can have different scalars.
  private func scalars(_ facets: Facets) -> [String] {
    String(describing: facets.method).unicodeScalars.map { String($0.value) }
      + String(describing: facets.setting).unicodeScalars.map { String($0.value) }
      + String(describing: facets.condition).unicodeScalars.map { String($0.value) }
      + [
        String(describing: facets.sampleSize), String(describing: facets.includedStudies),
        "\(facets.statedNone.count)",
      ]
  }

  @Test func `initials are different`() {
    #expect(Set(FacetName.allCases.map(\.initials)).count == FacetName.allCases.count)
    #expect(Set(Origin.allCases.map(\.initial)).count == Origin.allCases.count)
  }

  @Test(arguments: [
    "", "\n", "m", "m\t", "\t\t\t", "m\tx\tn", "m\tx\t", "ss\tmany\tr", "m\tx\tr\tmore",
    "m\tx\tr\t", "m\tx\tr\t\tmore", "\ttext\t1\t2\tr\tw", "u\tx\tr", "method\tx\trecord",
    "m\\\tr",
  ])
  func `damaged lines are skipped`(text: String) {
    let facets = FacetLines.facets(text)
    #expect(facets == Facets())
  }
}
