import Analysis
import Foundation
import Testing

struct AnalyzerIdentityTests {
  @Test func `identity is complete and survives JSON`() throws {
    let identity = try Analyzer().identity
    #expect(identity == AnalyzerIdentity(language: "english"))
    #expect(identity != AnalyzerIdentity(language: "german"))
    #expect(identity.icu.contains(".") && identity.unicode.contains("."))
    #expect(!identity.stemmer.isEmpty && identity.analyzer > 0)
    let json = try JSONEncoder().encode(identity)
    #expect(try JSONDecoder().decode(AnalyzerIdentity.self, from: json) == identity)
    #expect(identity.description.contains("ICU \(identity.icu)"))
  }
}
