import Analysis
import Literature
import SeededRandom
import Testing

/// Duplicates in generated libraries, in which records of one work differ as in real databases.
struct DuplicatesPropertyTests {
  @Test(arguments: [1, 2, 3] as [UInt64])
  func `works are distinguished and their records found`(seed: UInt64) throws {
    var library = MadeLibrary(random: SplitMix64(seed: seed))
    let records = library.records(works: 400)
    let analyzer = try Analyzer()
    let found = WorkGroups.works(of: records.map { LinkageRecord($0.document, analyzer) })
    var group = Array(repeating: 0, count: records.count)
    for (number, work) in found.enumerated() {
      for index in work { group[index] = number }
    }
    // Counts pairs of records that are of one work, that were joined, or both.
    var (right, joined, same) = (0, 0, 0)
    for left in records.indices {
      for other in records.indices where other > left {
        let isSame = records[left].work == records[other].work
        let isJoined = group[left] == group[other]
        if isSame { same += 1 }
        if isJoined { joined += 1 }
        if isSame && isJoined { right += 1 }
      }
    }
    #expect(Double(right) / Double(joined) >= 0.98, "precision \(right) of \(joined)")
    #expect(Double(right) / Double(same) >= 0.98, "recall \(right) of \(same)")
  }

  @Test func `the keys of a document are those of its compared parts`() throws {
    var library = MadeLibrary(random: SplitMix64(seed: 4))
    let analyzer = try Analyzer()
    for record in library.records(works: 100) {
      let expected = LinkageRecord(record.document, analyzer).keys
      #expect(record.document.workKeys(analyzer) == expected)
    }
  }

  @Test func `works do not depend on where their records are in the library`() throws {
    var library = MadeLibrary(random: SplitMix64(seed: 9))
    let records = library.records(works: 60).map(\.document)
    let analyzer = try Analyzer()
    func works(_ documents: [Document]) -> Set<Set<String>> {
      let ranked = documents.sorted { RecordRank($0) < RecordRank($1) }
      let works = WorkGroups.works(of: ranked.map { LinkageRecord($0, analyzer) })
      return Set(works.map { Set($0.map { ranked[$0].source.key ?? "" }) })
    }
    let expected = works(records)
    for _ in 0..<5 {
      #expect(works(records.shuffled(using: &library.random)) == expected)
    }
  }
}

/// Generates works with typical titles, and records of them as databases write them.
private struct MadeLibrary {
  var random: SplitMix64
  private var number = 0

  init(random: SplitMix64) { self.random = random }

  private static let subjects = [
    "peer support", "peer workers", "mutual aid", "lived experience", "community health workers",
    "recovery coaching", "peer navigation", "befriending", "self-help groups", "mentoring",
  ]
  private static let conditions = [
    "hepatitis C", "HIV infection", "type 2 diabetes", "depression", "severe mental illness",
    "opioid use disorder", "chronic pain", "COPD", "postnatal depression", "homelessness",
  ]
  private static let designs = [
    "a randomised controlled trial", "a qualitative study", "a systematic review", "a pilot study",
    "a cross-sectional survey", "study protocol", "an evaluation", "a cohort study",
  ]
  private static let places = [
    "Glasgow", "primary care", "prisons", "rural Uganda", "emergency departments", "Ontario",
    "veterans", "young people", "women", "hospital wards",
  ]
  private static let surnames = [
    "Vojt", "Müller", "van der Berg", "O'Brien", "García-López", "Li", "Smith", "Nguyen",
    "Holloway",
    "Świdnicka", "Baird", "Reimer", "Patel", "Okafor", "Lee", "Wang",
  ]
  private static let journals = [
    ("Journal of Mental Health", "J Ment Health"), ("BMC Public Health", "BMC Public Health"),
    ("International Journal of Drug Policy", "Int J Drug Policy"),
    ("Psychiatric Services", "Psychiatr Serv"), ("AIDS and Behavior", "AIDS Behav"),
    ("Drug and Alcohol Dependence", "Drug Alcohol Depend"),
  ]

  mutating func records(works: Int) -> [(work: Int, document: Document)] {
    var records: [(Int, Document)] = []
    for work in 0..<works {
      let (whole, journal) = self.work(work)
      for _ in 0..<pick([1, 1, 2, 2, 3]) {
        records.append((work, perturbed(whole, journal)))
      }
    }
    return records
  }

  private mutating func pick<Value>(_ values: [Value]) -> Value {
    values[Int.random(in: 0..<values.count, using: &random)]
  }

  private mutating func chance(_ share: Double) -> Bool {
    Double.random(in: 0..<1, using: &random) < share
  }

  private mutating func work(_ work: Int) -> (Document, (String, String)) {
    var document = Document(id: "w\(work)", source: Source(path: "/a"))
    let subject = pick(Self.subjects)
    document.title =
      "\(subject.prefix(1).uppercased())\(subject.dropFirst()) for people with "
      + "\(pick(Self.conditions)) in \(pick(Self.places)): \(pick(Self.designs))"
    document.authors = (0..<Int.random(in: 1...5, using: &random)).map { _ in
      "\(pick(Self.surnames)), \(pick(["Ann", "Jan", "Maria"])) \(pick(["B", "C", "D"]))"
    }
    document.year = .random(in: 1995...2024, using: &random)
    document.imprint.volume = "\(Int.random(in: 1...60, using: &random))"
    document.imprint.issue = "\(Int.random(in: 1...12, using: &random))"
    let page = Int.random(in: 1...1800, using: &random)
    document.imprint.pages = "\(page)-\(page + 9)"
    document.identifiers = [
      Identifier(.doi, "10.1000/w\(work)"), Identifier(.pmid, "\(work + 1_000_000)"),
    ]
    document.type = "Journal Article"
    return (document, pick(Self.journals))
  }

  /// A record of a work as another database would export it.
  private mutating func perturbed(_ work: Document, _ journal: (String, String)) -> Document {
    var record = work
    number += 1
    record.id = "r\(number)"
    record.source.key = record.id
    record.venue = chance(0.1) ? nil : chance(0.5) ? journal.0 : journal.1
    if chance(0.2) { record.title = record.title.uppercased() }
    if chance(0.3) { record.title += "." }
    if chance(0.1) { record.title = record.title.replacing(":", with: " -") }
    if chance(0.1) { record.title = record.title.replacing("randomised", with: "randomized") }
    // A protocol without its subtitle can't be distinguished from the study.
    if chance(0.05), !work.title.hasSuffix("protocol") {
      record.title = String(record.title.prefix { $0 != ":" })
    }
    if chance(0.05) { record.title += " [Review] [42 refs]" }
    if chance(0.4) {
      record.authors = record.authors.map { name in
        let parts = name.split(separator: ", ")
        let initials = parts[1].split(separator: " ").compactMap(\.first)
        return "\(parts[0]) \(String(initials))"
      }
    }
    if chance(0.03) { record.authors = [] }
    if chance(0.2) { record.authors = Array(record.authors.prefix(3)) }
    let isAhead = chance(0.08)
    if isAhead || chance(0.05) { record.year = record.year.map { $0 - 1 } }
    if isAhead { record.imprint = Imprint() }
    if chance(0.03) { record.year = nil }
    if chance(0.3) {
      record.imprint.pages = record.imprint.pages.map { String($0.prefix { $0 != "-" }) }
    }
    if chance(0.1) { record.imprint.pages = nil }
    if chance(0.1) { record.imprint.issue = nil }
    let identifiers = record.identifiers
    record.identifiers = identifiers.filter { _ in chance(0.4) }
    return record
  }
}
