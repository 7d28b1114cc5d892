import Analysis
import Answers
import Query
import Retrieval
import SeededRandom
import Testing

/// ED is an emergency department, except in documents that define it as something else.
struct AbbreviationMeaningTests {
  private static let longForms = [
    "emergency department", "eating disorder", "erectile dysfunction",
  ]

  /// Random texts with ED, most of which define it in one way or another, and some in two.
  private struct Texts {
    var random: SplitMix64
    private var made = 0

    init(seed: UInt64) { random = SplitMix64(seed: seed) }

    private mutating func filler() -> String {
      (0..<Int.random(in: 2...40, using: &random)).map { _ in
        ["river", "garden", "window", "open", "bridge", "stone"].randomElement(using: &random) ?? ""
      }.joined(separator: " ") + "."
    }

    private mutating func definition() -> String {
      let long = AbbreviationMeaningTests.longForms[
        Int.random(in: 0..<20, using: &random) == 0 ? 2 : Int.random(in: 0...1, using: &random)]
      return switch Int.random(in: 0..<4, using: &random) {
      case 0: "Here the ED (\(long)) was seen."
      case 1: "Many \(long)s (EDs) were seen."
      default: "An \(long) (ED) was seen."
      }
    }

    mutating func record(_ id: String) -> Record {
      made += 1
      var sentences = (0..<Int.random(in: 0...6, using: &random)).map { _ in filler() }
      let count = [0, 1, 1, 1, 1, 1, 1, 2].randomElement(using: &random) ?? 0
      for _ in 0..<count { sentences.append(definition()) }
      if Bool.random(using: &random) { sentences.append("Nurses of the ED agreed.") }
      if Bool.random(using: &random) { sentences.append("An emergency of the department.") }
      if Bool.random(using: &random) { sentences.append("The disorder of eating in EDs.") }
      sentences.shuffle(using: &random)
      var record = Record(
        id, title: "Title \(made)" + (Bool.random(using: &random) ? " of ED" : ""),
        text: sentences.joined(separator: " "))
      record.pmid = String(20_000_000 + made)
      return record
    }
  }

  /// Whether a text defines ED only as something else, by reading the text.
  private static func redefines(_ text: String, _ meaning: String) -> Bool {
    let words = Set(meaning.split(separator: " "))
    let kinds = Abbreviation.definitions(in: text).filter { $0.shortForm.hasPrefix("ED") }.map {
      $0.longForm.split(separator: " ").contains { word in
        words.contains(word) || words.contains(word.dropLast())
      }
    }
    return !kinds.isEmpty && !kinds.contains(true)
  }

  private static func open(_ library: TemporaryLibrary) throws -> Index {
    var settings = SearchSettings()
    // Both know the words of other documents, too.
    settings.without = [.feedback, .meaning]
    return try Index(path: library.indexPath, settings: settings)
  }

  private static func request(_ text: String, _ unit: SearchRequest.Unit) -> SearchRequest {
    var request = SearchRequest(text)
    request.unit = unit
    request.limit = 1000
    return request
  }

  /// Where documents define ED as something else, the results must be those for documents that have
  /// another word in its place.
  @Test(arguments: [0, 1, 2])
  func `a definition counts in matches, scores, explanations and highlights`(seed: UInt64) throws {
    var texts = Texts(seed: 700 + seed)
    var records = (0..<120).map { texts.record("d\($0)") }
    let library = try TemporaryLibrary()
    let twins = Dictionary(
      uniqueKeysWithValues: try Self.longForms.prefix(2).map { ($0, try TemporaryLibrary()) })
    for round in 0..<3 {
      if round > 0 {
        for index in records.indices where Int.random(in: 0..<3, using: &texts.random) == 0 {
          records[index] = texts.record(records[index].id)
        }
        records.removeFirst(5)
        records += (0..<10).map { texts.record("r\(round)-\($0)") }
      }
      try library.write("a.jsonl", records)
      try library.index(prune: true)
      try library.expectIntact()
      let index = try Self.open(library)
      for (meaning, twin) in twins {
        try twin.write(
          "a.jsonl",
          records.map { record in
            guard Self.redefines(record.text, meaning) else { return record }
            var other = record
            other.text = record.text.replacing(/\bED(s?)\b/) { "ZQ\($0.output.1)" }
            other.title = record.title.replacing(/\bED\b/) { _ in "ZQ" }
            return other
          })
        try twin.index(prune: true)
        let expected = try Self.open(twin)
        for text in [meaning, "\(meaning) +open", "\(meaning) AND (river OR stone)"] {
          for unit in [SearchRequest.Unit.document, .passage] {
            let request = Self.request(text, unit)
            let found = try index.rank(request)
            let wanted = try expected.rank(request)
            #expect(found.map(\.number) == wanted.map(\.number), "\(text)")
            #expect(
              zip(found, wanted).allSatisfy { abs($0.score - $1.score) < 1e-6 }, "\(text)")
            try Self.compare(index, request, meaning, records)
          }
        }
      }
    }
  }

  /// Compares the highlights and explanations of hits with the definitions in the text of their
  /// documents.
  private static func compare(
    _ index: Index, _ request: SearchRequest, _ meaning: String, _ records: [Record]
  ) throws {
    var request = request
    request.explain = true
    let response = try index.search(request)
    #expect(response.query.expansions.contains { $0.added.contains("ed") })
    let byID = Dictionary(uniqueKeysWithValues: records.map { ($0.id, $0) })
    for hit in response.hits {
      let record = try #require(byID[hit.document.id])
      let redefines = redefines(record.text, meaning)
      let parts = try #require(hit.explanation?.parts)
      let groups = parts.map(\.note).filter { $0.hasPrefix("grouped with ") }
      let isGrouped = groups.contains { $0.split { !$0.isLetter }.contains("ed") }
      if redefines { #expect(!isGrouped, "\(record.text) \(groups)") }
      // Below the reranked documents, notes say that scores are scaled instead.
      let isScaled = parts.contains { $0.note.hasPrefix("scaled ") }
      if !redefines, !isScaled, hit.passage.text.contains("ED") {
        #expect(isGrouped, "\(record.text) \(groups)")
      }
      func check(_ text: String, _ ranges: [Range<Int>]) {
        let scalars = Array(text.unicodeScalars.map(Character.init))
        for start in scalars.indices.dropLast()
        where scalars[start] == "E" && scalars[start + 1] == "D" {
          #expect(ranges.contains { $0.contains(start) } == !redefines, "\(text)")
        }
      }
      let marks = Dictionary(grouping: hit.passage.highlights, by: \.field)
        .mapValues { $0.map { $0.start..<$0.end } }
      check(hit.document.title, marks[.title] ?? [])
      check(hit.passage.text, marks[.text] ?? [])
      let document = try #require(try index.document(record.id))
      check(document.text, try index.matches(request, in: document))
    }
  }
}
