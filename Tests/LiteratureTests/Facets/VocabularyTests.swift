import Foundation
import Literature
import Testing

struct VocabularyTests {
  let vocabulary = Vocabulary.standard

  @Test func `every parent is a code of the same facet`() {
    #expect(vocabulary.entries.count > 80)
    for entry in vocabulary.entries {
      #expect(!entry.code.isEmpty && !entry.label.isEmpty && !entry.meaning.isEmpty)
      #expect(entry.code.allSatisfy { $0.isASCII && ($0.isLowercase || $0.isNumber || $0 == "-") })
      if let parent = entry.parent { #expect(vocabulary.contains(parent, in: entry.facet)) }
    }
    for facet in FacetDefinition.codes.map(\.name) {
      let codes = vocabulary.codes(of: facet)
      #expect(Set(codes).count == codes.count)
    }
  }

  @Test(arguments: [
    (FacetName.method, "randomised-trial", ["randomised-trial", "cluster-randomised-trial"]),
    (.method, "systematic-review", ["systematic-review", "meta-analysis"]),
    (.condition, "cardiovascular", ["cardiovascular", "hypertension", "heart-failure", "stroke"]),
    (.condition, "hiv", ["hiv"]),
    (.setting, "nowhere", []),
  ])
  func `a filter finds the children`(facet: FacetName, code: String, expected: [String]) {
    #expect(vocabulary.descendants(of: code, in: facet) == expected)
  }

  @Test func `a code has grandchildren and ancestors`() {
    #expect(vocabulary.descendants(of: "review", in: .method).contains("meta-analysis"))
    #expect(
      vocabulary.ancestors(of: "meta-analysis", in: .method) == ["systematic-review", "review"])
    #expect(vocabulary.entry("review", in: .method)?.isGiven == false)
    #expect(vocabulary.entry("infectious-disease", in: .condition)?.isGiven == false)
    #expect(
      vocabulary.entry("hepatitis-c", in: .condition)?.headings.contains("Hepatitis C") == true)
  }

  @Test(arguments: [
    (FacetName.method, "randomized-trial", "randomised-trial"),
    (.method, "rct", "randomised-trial"),
    (.method, "qualitativ", "qualitative"),
    (.method, "Systematic Review", "systematic-review"),
    (.method, "sysematic-reveiw", "systematic-review"),
    (.condition, "HCV", "hepatitis-c"),
    (.condition, "hepatitis", "hepatitis-c"),
    (.condition, "daibetes", "diabetes"),
    (.condition, "schizophrenia", "psychosis"),
    (.setting, "jail", "prison"),
    (.setting, "primary_care", "primary-care"),
  ])
  func `the nearest code is suggested for an unknown one`(
    facet: FacetName, typed: String, expected: String
  ) {
    #expect(vocabulary.nearest(to: typed, in: facet).first == expected)
  }

  @Test(arguments: [
    (FacetName.method, "hepatitis-c"), (.method, "prison"), (.condition, "prison"),
    (.condition, "care-home"), (.setting, "hypertension"), (.setting, "obesity"),
    (.method, "depression"), (.condition, "online"),
  ])
  func `a code of another facet has no suggestion`(facet: FacetName, typed: String) {
    #expect(vocabulary.nearest(to: typed, in: facet).isEmpty)
  }

  @Test func `a distant misspelling has no suggestion`() {
    #expect(vocabulary.nearest(to: "", in: .method).isEmpty)
    #expect(vocabulary.nearest(to: "zzzzzzzzqqqq", in: .method).isEmpty)
    #expect(vocabulary.nearest(to: String(repeating: "a", count: 100_000), in: .method).isEmpty)
  }

  static let agreed = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "shared/facets.md")

  @Test(
    .enabled(
      if: FileManager.default.fileExists(atPath: agreed.path),
      "the agreed list of codes is not beside this checkout"))
  func `the codes are those of the scheme`() throws {
    let text = try String(contentsOf: Self.agreed, encoding: .utf8)
    var compared: Set<FacetName> = []
    for facet in FacetDefinition.codes.map(\.name) {
      // The paragraph under the facet's heading lists its codes; a star marks codes never used.
      // The scheme does not have to know every facet.
      guard let section = text.components(separatedBy: "## \(facet.rawValue)").dropFirst().first
      else { continue }
      compared.insert(facet)
      let list = try #require(section.split(separator: "\n").dropFirst().first)
      let items = list.split { !($0.isLetter || $0.isNumber || $0 == "-" || $0 == "*") }
      let codes = items.map { $0.replacingOccurrences(of: "*", with: "") }
      #expect(Set(codes) == Set(vocabulary.codes(of: facet)))
      for item in items where item.hasSuffix("*") {
        let entry = vocabulary.entry(String(item.dropLast()), in: facet)
        #expect(entry?.isGiven == false)
      }
    }
    #expect(compared.isSuperset(of: [.method, .setting, .condition]))
  }

  @Test func `a code that a facet does not have matches only itself`() {
    let vocabulary = Vocabulary.standard
    #expect(vocabulary.codes(matching: "unheard-of", in: .method) == ["unheard-of"])
    #expect(
      vocabulary.codes(matching: "review", in: .method)
        == vocabulary.descendants(of: "review", in: .method))
  }
}
