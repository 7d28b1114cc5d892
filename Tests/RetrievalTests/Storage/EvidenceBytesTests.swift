import Literature
import Retrieval
import SeededRandom
import Testing

/// Evidence is decoded as it was encoded, with its words taken from the title and the text.
struct EvidenceBytesTests {
  private let title = "Péer support 👩‍⚕️ e\u{301}"
  private let text = "Of 45\nparticipants, none\twas lost.\r\n👩‍⚕️ End"

  /// Names of rules by their numbers, as in the table `rules`.
  private struct Rules {
    var names: [String] = []

    mutating func number(_ name: String) -> UInt32 {
      if !names.contains(name) { names.append(name) }
      return UInt32(names.firstIndex(of: name) ?? 0)
    }

    func name(_ number: UInt32) -> String? {
      number < names.count ? names[Int(number)] : nil
    }
  }

  @Test func `any evidence comes back`() {
    var random = SplitMix64(seed: 5)
    for _ in 0..<500 {
      let facets = facets(&random)
      var rules = Rules()
      let bytes = EvidenceBytes.bytes(facets) { rules.number($0) }
      var read = FacetLines.facets(FacetLines.text(facets))
      EvidenceBytes.add(bytes, to: &read, title: title, text: text) { rules.name($0) }
      #expect(read == facets)
    }
  }

  @Test func `damaged bytes lose evidence and nothing else`() {
    var random = SplitMix64(seed: 6)
    for _ in 0..<500 {
      let facets = facets(&random)
      var rules = Rules()
      var bytes = EvidenceBytes.bytes(facets) { rules.number($0) }
      bytes.removeLast(Int.random(in: 0...bytes.count, using: &random))
      if let place = bytes.indices.randomElement(using: &random) {
        bytes[place] = UInt8.random(in: 0...255, using: &random)
      }
      var read = FacetLines.facets(FacetLines.text(facets))
      EvidenceBytes.add(bytes, to: &read, title: title, text: text) { rules.name($0) }
      #expect(read.method.map(\.value) == facets.method.map(\.value))
      #expect(read.sampleSize.map(\.value) == facets.sampleSize.map(\.value))
    }
  }

  @Test func `extracted words are not kept twice`() {
    var facets = Facets()
    facets.sampleSize = [
      FacetValue(
        45, origin: .extracted,
        evidence: [
          Evidence(field: .text, text: "45\nparticipants", start: 3, end: 18, rule: "participants")
        ])
    ]
    #expect(EvidenceBytes.bytes(facets) { _ in 7 } == [1, 7 << 3 | 1 << 1, 3, 15])
  }

  private func facets(_ random: inout SplitMix64) -> Facets {
    func evidence(_ origin: Origin) -> Evidence {
      let fields: [Evidence.Field] = [.title, .text, .record]
      let field = fields.randomElement(using: &random) ?? .text
      let rule = "rule-\(Int.random(in: 0...40, using: &random))"
      let scalars = Array((field == .title ? title : text).unicodeScalars)
      let start = Int.random(in: 0...scalars.count, using: &random)
      let end = Int.random(in: start...scalars.count, using: &random)
      let words = String(String.UnicodeScalarView(scalars[start..<end]))
      // Evidence that was not extracted need not occur at its offsets.
      return origin == .extracted && field != .record
        ? Evidence(field: field, text: words, start: start, end: end, rule: rule)
        : Evidence(field: field, text: words + " ¶", start: start, end: end, rule: rule)
    }
    func values<Value>(_ value: (Int) -> Value) -> [FacetValue<Value>] {
      (0..<Int.random(in: 0...3, using: &random)).map { index in
        let origin = Origin.allCases.randomElement(using: &random) ?? .record
        return FacetValue(
          value(index), origin: origin,
          evidence: (0..<Int.random(in: 0...3, using: &random)).map { _ in evidence(origin) })
      }
    }
    var facets = Facets()
    facets.method = values { "method-\($0)" }
    facets.setting = values { "setting-\($0)" }
    facets.condition = values { "condition-\($0)" }
    facets.sampleSize = values { $0 * 10 }
    facets.includedStudies = values { $0 }
    facets[overruledCodes: .setting] = values { "overruled-\($0)" }
    facets[overruledCounts: .sampleSize] = values { $0 * 7 }
    return facets
  }
}
