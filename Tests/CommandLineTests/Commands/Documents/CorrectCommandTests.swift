import Foundation
import TestSupport
import Testing
import peerlit

struct CorrectCommandTests {
  /// A folder with a text and a record, and an index of it.
  private struct Shelf {
    private let temporary: TemporaryFolder
    var folder: URL { temporary.url }
    var index: String { folder.appending(path: "index.sqlite").path }
    var library: String { folder.appending(path: "library").path }

    init() throws {
      temporary = try TemporaryFolder()
      try write(
        "library/mentors.txt",
        """
        Mentors for adults with diabetes in town

        We interviewed 31 adults with diabetes at home. Transcripts were analysed thematically.
        """)
      try write(
        "library/x.jsonl",
        """
        {"_id":"a","title":"A randomised trial of peer support","text":"We randomised 40 adults \
        with asthma to peer support or usual care.","doi":"10.1000/a"}
        """)
      #expect(run("index", library).status == .found)
    }

    func write(_ path: String, _ text: String) throws {
      let file = folder.appending(path: path)
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
    }

    @discardableResult
    func run(_ arguments: String...) -> (status: peerlit.ExitStatus, text: String, errors: String) {
      let capture = Capture()
      let status = capture.run(
        arguments, environment: ["PEERLIT_INDEX": index, "PEERLIT_USER": "J. Smith"])
      return (status, capture.outputText, capture.errorText)
    }

    func facets(_ id: String) throws -> [String: Any] {
      try #require(
        try JSONSerialization.jsonObject(
          with: Data(run("show", id, "--format", "json").text.utf8)) as? [String: Any])
    }

    func remove() { temporary.remove() }
  }

  @Test func `a correction is shown with who, when and why, and is counted`() throws {
    let shelf = try Shelf()
    defer { shelf.remove() }
    let answer = shelf.run(
      "correct", "a", "method=cohort", "sample_size=41", "condition=-asthma", "--note", "table 1")
    #expect(answer.status == .found)
    #expect(answer.text.contains("Study design: cohort (curated)\n"))
    #expect(answer.text.contains("Study design: randomised-trial (extracted, overridden)\n"))
    #expect(answer.text.contains("Condition: none (curated)\n"))
    #expect(answer.text.contains("    [correction, J. Smith, 20"))
    #expect(answer.text.contains(": table 1]\n"))
    #expect(shelf.run("peer", "method:cohort", "n:41", "--format", "trec").text.contains(" a 1 "))
    #expect(shelf.run("peer", "method:randomised-trial", "--format", "trec").text.isEmpty)
    #expect(shelf.run("facets", "--format", "tsv").text.contains("method\tcohort\t1\n"))
  }

  @Test func `a note is shown where the correction is that there is no value`() throws {
    let shelf = try Shelf()
    defer { shelf.remove() }
    let printed = shelf.run("correct", "a", "n=none", "condition=hcv", "--note", "only rates").text
    #expect(
      printed.contains("Participants: none (curated)\n    [correction, J. Smith, 20"), "\(printed)")
    #expect(printed.contains("Condition: hepatitis-c (curated)\n"), "\(printed)")
    let shown = shelf.run("show", "a").text
    #expect(shown.components(separatedBy: ": only rates]").count == 3, "\(shown)")
  }

  @Test func `a correction of one value leaves the others, and can be taken back`() throws {
    let shelf = try Shelf()
    defer { shelf.remove() }
    let before = shelf.run("show", "a").text
    #expect(before.contains("Condition: asthma (extracted, "))
    let added = shelf.run("correct", "a", "condition=+hcv").text
    #expect(added.contains("Condition: asthma (extracted, "), "\(added)")
    #expect(added.contains("Condition: hepatitis-c (curated)\n"), "\(added)")
    #expect(shelf.run("peer", "condition:asthma", "--format", "trec").text.contains(" a 1 "))
    #expect(shelf.run("peer", "condition:hcv", "--format", "trec").text.contains(" a 1 "))
    shelf.run("correct", "a", "participants=7")
    shelf.run("correct", "a", "condition=auto", "sample_size=auto")
    #expect(shelf.run("show", "a").text == before)
    #expect(shelf.run("export", "--corrections").text.contains(",auto,auto,"))
  }

  @Test func `the same correction can be made again after another one`() throws {
    let shelf = try Shelf()
    defer { shelf.remove() }
    for method in ["cohort", "cohort", "qualitative", "cohort", "auto", "cohort"] {
      shelf.run("correct", "a", "method=\(method)")
    }
    #expect(try shelf.facets("a")["method"] as? [String] == ["cohort"])
    // The one that was repeated at once is not stored. Storing the table again adds nothing.
    let text = shelf.run("export", "--corrections").text
    #expect(text.split(separator: "\n").count == 6)
    try shelf.write("corrections.csv", text)
    let table = shelf.folder.appending(path: "corrections.csv").path
    let other = try Shelf()
    defer { other.remove() }
    for each in [shelf, other] {
      for _ in 1...2 { each.run("index", each.library, "--corrections", table) }
      #expect(each.run("export", "--corrections").text == text)
      #expect(try each.facets("a")["method"] as? [String] == ["cohort"])
    }
  }

  @Test func `a correction survives indexing again and a move of the file`() throws {
    let shelf = try Shelf()
    defer { shelf.remove() }
    shelf.run("correct", "mentors", "method=cross-sectional")
    shelf.run("correct", "a", "n=44")
    try FileManager.default.removeItem(atPath: shelf.library)
    try shelf.write(
      "library/new/renamed.txt",
      """
      Mentors for adults with diabetes in town

      We interviewed 31 adults with diabetes at home. A sentence more.
      """)
    try shelf.write(
      "library/y.jsonl",
      """
      {"_id":"b","title":"Another title","text":"We randomised 40 adults.","doi":"10.1000/a"}
      """)
    #expect(shelf.run("index", shelf.library, "--prune").status == .found)
    #expect(try shelf.facets("renamed")["method"] as? [String] == ["cross-sectional"])
    #expect(try shelf.facets("b")["sample_size"] as? Int == 44)
  }

  @Test func `a correction survives the merging of records`() throws {
    let shelf = try Shelf()
    defer { shelf.remove() }
    shelf.run("correct", "a", "method=cohort")
    try shelf.write(
      "library/z.jsonl",
      """
      {"_id":"c","title":"A randomised trial of peer support","text":"We randomised 40 adults \
      with asthma to peer support or usual care. More is said here.","doi":"10.1000/a"}
      """)
    shelf.run("index", shelf.library)
    #expect(try shelf.facets("a")["method"] as? [String] == ["cohort"])
    shelf.run("correct", "a", "method=+qualitative")
    #expect(try shelf.facets("a")["method"] as? [String] == ["cohort", "qualitative"])
  }

  @Test func `corrections are shared as a table`() throws {
    let shelf = try Shelf()
    defer { shelf.remove() }
    #expect(shelf.run("export", "--corrections").status == .nothing)
    shelf.run("correct", "a", "method=cohort", "--note", "see table 1, row 2")
    let table = shelf.folder.appending(path: "corrections.csv").path
    #expect(shelf.run("export", "--corrections", "-o", table).status == .found)
    let text = try String(contentsOfFile: table, encoding: .utf8)
    let row = "a,A randomised trial of peer support,,,10.1000/a,,,,cohort,,,,,J. Smith,20"
    #expect(text.contains("\n" + row))
    #expect(text.hasSuffix(",\"see table 1, row 2\"\n"))

    let other = try Shelf()
    defer { other.remove() }
    let first = other.run("index", other.library, "--corrections", table)
    #expect(first.status == .found)
    #expect(first.errors.hasSuffix("peerlit: 1 correction stored, 1 document corrected.\n"))
    #expect(try other.facets("a")["method"] as? [String] == ["cohort"])
    // Storing the same table again adds nothing.
    let again = other.run("index", other.library, "--corrections", table)
    #expect(again.errors.hasSuffix("peerlit: The index already has these corrections.\n"))
    #expect(other.run("export", "--corrections").text == text)
  }

  @Test func `a correction without a person is shown as such`() throws {
    let shelf = try Shelf()
    defer { shelf.remove() }
    try shelf.write("corrections.csv", "id,condition\na,hiv\n")
    let table = shelf.folder.appending(path: "corrections.csv").path
    shelf.run("index", shelf.library, "--corrections", table)
    #expect(shelf.run("show", "a").text.contains("Condition: hiv (curated)\n    [correction]\n"))
  }

  @Test func `a correction of a document that comes later is applied then`() throws {
    let shelf = try Shelf()
    defer { shelf.remove() }
    try shelf.write("corrections.csv", "doi,method\n10.1000/later,cohort\n")
    let table = shelf.folder.appending(path: "corrections.csv").path
    let answer = shelf.run("index", shelf.library, "--corrections", table)
    #expect(answer.errors.contains("is stored, but the index has no such document"))
    try shelf.write(
      "library/later.jsonl",
      #"{"_id":"later","title":"Later","text":"We interviewed 9 peers.","doi":"10.1000/later"}"#)
    shelf.run("index", shelf.library)
    #expect(try shelf.facets("later")["method"] as? [String] == ["cohort"])
  }

  @Test func `a correction names the other documents that it changes`() throws {
    let shelf = try Shelf()
    defer { shelf.remove() }
    func record(_ id: String, _ journal: String, _ volume: Int) -> String {
      """
      TY  - JOUR
      ID  - \(id)
      TI  - Peer support in mental health services
      AU  - Jones, A.
      PY  - 2013
      T2  - \(journal)
      VL  - \(volume)
      ER  -

      """
    }
    try shelf.write("library/two.ris", record("one", "Stroke", 3) + record("two", "Lancet", 7))
    #expect(shelf.run("index", shelf.library).status == .found)
    #expect(
      shelf.run("correct", "one", "n=7").errors
        == "peerlit: The correction also applies to what seems to be the same work: “two”.\n")
    #expect(try shelf.facets("two")["sample_size"] as? Int == 7)
  }

  @Test func `a correction changes no other work of the same title`() throws {
    let shelf = try Shelf()
    defer { shelf.remove() }
    let title = "Peer support in mental health services"
    try shelf.write(
      "library/same.ris",
      """
      TY  - JOUR
      ID  - jones
      TI  - \(title)
      AU  - Jones, A.
      PY  - 2013
      T2  - Stroke
      ER  -
      TY  - JOUR
      ID  - miller
      TI  - \(title)
      AU  - Miller, B.
      PY  - 1999
      T2  - Lancet
      DO  - 10.1000/miller
      ER  -

      """)
    #expect(shelf.run("index", shelf.library).status == .found)
    #expect(shelf.run("correct", "jones", "n=7", "method=case-study").errors.isEmpty)
    #expect(shelf.run("correct", "10.1000/miller", "n=8").errors.isEmpty)
    #expect(try shelf.facets("jones")["sample_size"] as? Int == 7)
    #expect(try shelf.facets("10.1000/miller")["sample_size"] as? Int == 8)
    #expect(try shelf.facets("10.1000/miller")["method"] as? [String] != ["case-study"])
  }

  @Test func `mistakes are refused`() throws {
    let shelf = try Shelf()
    defer { shelf.remove() }
    #expect(shelf.run("correct", "a", "method=qualitativ").status == .usage)
    #expect(
      shelf.run("correct", "a", "method=qualitativ").errors
        .contains("Unknown method “qualitativ”. Did you mean “qualitative”"))
    #expect(shelf.run("correct", "nobody", "method=cohort").status == .nothing)
    #expect(shelf.run("correct", "a").status == .usage)
    #expect(shelf.run("export").status == .usage)
    #expect(shelf.run("export", "--corrections", "--to", "ris").status == .usage)
    try shelf.write("corrections.csv", "id,method\na,red\n")
    let table = shelf.folder.appending(path: "corrections.csv").path
    let answer = shelf.run("index", shelf.library, "--corrections", table)
    #expect(answer.status == .usage && answer.errors.contains("line 2: Unknown method “red”."))
  }

  @Test func `a sample is drawn at random, the same for the same seed`() throws {
    let shelf = try Shelf()
    defer { shelf.remove() }
    let first = shelf.run("sample", "1")
    #expect(first.status == .found)
    #expect(first.text.split(separator: "\n").count == 2)
    #expect(shelf.run("sample", "1").text == first.text)
    #expect(shelf.run("sample", "9").text.split(separator: "\n").count == 3)
    #expect(shelf.run("sample", "0").status == .usage)
  }
}
