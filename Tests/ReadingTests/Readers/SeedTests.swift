import Literature
import Reading
import Testing

/// The sample documents, read without their catalogue and with it.
struct SeedTests {
  private static let corpus = "corpus"

  /// A sample document, read without a catalogue beside it.
  private func bare(_ name: String) throws -> Document {
    let bytes = try #require(Bytes.ofFile("\(Self.corpus)/\(name).txt"))
    let reading = ReadDocuments(PlainTextReader(), bytes, name: "\(name).txt")
    #expect(reading.failures.isEmpty)
    return try #require(reading.documents.first)
  }

  @Test func `a repository page is read`() throws {
    let seed = try bare("peers-hcv-2023")
    #expect(seed.title.hasPrefix("Why and how do peer models work? Findings from ‘Peer models"))
    #expect(seed.title.hasSuffix("(PEERs)’"))
    #expect(seed.authors == ["Vojt, Gaby", "Reid, Leila", "Daly, Sorcha", "Frankis, Jamie"])
    #expect(seed.year == 2023)
    #expect(seed.type == "Conference or Workshop Item")
    #expect(seed.url == "http://eprints.soton.ac.uk/id/eprint/504196")
    #expect(seed.origins[.title] == .extracted)
    #expect(
      seed.outline == [
        "background|Background|The impact of peer-led w",
        "methods|Methods|We conducted a qualitati",
        "results|Results|Key elements of the peer",
        "discussion|Conclusion|Peer-enhanced healthcare",
      ])
  }

  @Test func `a research portal page is read`() throws {
    let seed = try bare("peer-support-mental-health-2024")
    #expect(seed.title.hasPrefix("Implementing peer support into practice"))
    #expect(seed.authors.count == 15)
    #expect(seed.authors.first == "Gillard, Steve")
    #expect(seed.year == 2024)
    #expect(seed.venue == "BMC Health Services Research")
    #expect(seed.type == "Article")
    #expect(seed.language == "en")
    #expect(
      seed.sections.map(\.heading) == [
        "BACKGROUND", "METHODS", "RESULTS", "CONCLUSIONS", "TRIAL REGISTRATION",
      ])
    let indexed = seed.sections.map { seed.text($0) }.joined()
    for boilerplate in ["Original language", "Article number", "Cite this", "Publication status"] {
      #expect(!indexed.contains(boilerplate))
    }
  }

  @Test func `a conference abstract is read`() throws {
    let seed = try bare("hepcare-advanced-peers")
    #expect(seed.title.hasPrefix("EXPERIENCES OF ADVANCED PEER SUPPORT WORKERS"))
    #expect(
      seed.authors == [
        "Surey, J", "Gibbons, J", "Leonard, M", "Francis, M", "Story, A", "Maclellan, J",
      ])
    #expect(seed.year == nil)
    #expect(
      seed.sections.map(\.heading) == [
        "Background", "Methods", "Results", "Conclusion", "Disclosure of Interest Statement",
      ])
    #expect(!seed.sections.contains { seed.text($0).contains("Global Health") })
  }

  @Test func `a review is read`() throws {
    let seed = try bare("peer-engagement-rapid-response-2013")
    #expect(
      seed.title == "How to support and facilitate peer engagement in service provision roles")
    #expect(seed.authors == ["Mitra, Sanjana", "Globerman, Jason"])
    #expect(seed.year == 2013)
    #expect(
      seed.sections.map(\.heading).contains(
        "Clarify roles and integrate peers into the organization"))
    let references = try #require(seed.sections.last)
    #expect(references.kind == .references)
    #expect(seed.text(references).hasPrefix("1. Hilfinger Messias DK"))
    #expect(seed.text(references).hasSuffix("2010."))
    #expect(seed.text(references).contains("coun-seling"))
    #expect(!seed.sections.contains { seed.text($0).contains("Lightbox") })
  }

  @Test func `a topic guide is read`() throws {
    let seed = try bare("peer-support-challenge-areas")
    #expect(seed.title == "peer support challenge areas")
    #expect(seed.authors.isEmpty)
    #expect(seed.year == nil)
    for heading in ["Evidence", "Buy-in & Culture", "Workforce", "Access", "Raising awareness"] {
      #expect(seed.sections.contains { $0.heading == heading })
    }
    #expect(seed.sections.first.map { seed.text($0).hasPrefix("This challenge area") } == true)
  }

  @Test func `texts are stored unchanged`() throws {
    let names = [
      "peers-hcv-2023", "hepcare-advanced-peers", "peer-support-mental-health-2024",
      "peer-engagement-rapid-response-2013", "peer-support-challenge-areas",
    ]
    for name in names {
      let seed = try bare(name)
      #expect(Array(seed.text.utf8) == Bytes.ofFile("\(Self.corpus)/\(name).txt"))
      #expect(seed.id == name)
      for (left, right) in zip(seed.sections, seed.sections.dropFirst()) {
        #expect(left.bytes.upperBound <= right.bytes.lowerBound)
      }
    }
  }

  @Test func `the catalogue overrides fields`() throws {
    let reading = ReadDocuments(library: Self.corpus)
    #expect(reading.failures.isEmpty)
    #expect(reading.documents.count == 5)
    let hepcare = try #require(reading.documents.first { $0.id == "hepcare-advanced-peers" })
    #expect(hepcare.origins[.title] == .curated)
    #expect(hepcare.facets.method.map(\.value) == ["qualitative", "case-study"])
    #expect(hepcare.facets.statedNone == [.setting, .sampleSize])
    let guide = try #require(reading.documents.first { $0.id == "peer-support-challenge-areas" })
    #expect(guide.title == "Peer support: evidence, buy-in and culture, workforce, access")
    let hcv = try #require(reading.documents.first { $0.id == "peers-hcv-2023" })
    #expect(hcv.facets.sampleSize == [FacetValue(45, origin: .curated)])
    #expect(hcv.origins[.type] == .curated)
  }
}
