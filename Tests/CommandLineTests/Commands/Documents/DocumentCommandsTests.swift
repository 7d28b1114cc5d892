import Foundation
import TestSupport
import Testing
import peerlit

/// Listing, opening and removing documents.
struct DocumentCommandsTests {
  /// An index of three records in a folder, removed at the end.
  private final class Library {
    private let temporary: TemporaryFolder
    var root: String { temporary.path }
    var index: String { root + "/index.sqlite" }
    var file: String { root + "/records.jsonl" }

    init() throws {
      temporary = try TemporaryFolder()
      try write([
        #"{"_id":"b","title":"The zebra, again","authors":["Ng, A","Lee, B"],"year":2019,"doi":"10.1000/ZEBRA","url":"https://example.org/z","text":"Peers and zebras."}"#,
        #"{"_id":"a","title":"An “apple”","year":2021,"pmid":"31234567","text":"Peers, apples.","venue":"Fruit"}"#,
        #"{"_id":"c","title":"Mentors","authors":["Abe, C"],"text":"Peers help."}"#,
      ])
      _ = run("index", file)
    }

    func write(_ lines: [String]) throws {
      try (lines.joined(separator: "\n") + "\n")
        .write(toFile: file, atomically: true, encoding: .utf8)
    }

    func run(_ arguments: String...) -> Capture { run(arguments) }

    func run(_ arguments: [String]) -> Capture {
      let capture = Capture()
      capture.status = capture.run(arguments, environment: ["PEERLIT_INDEX": index])
      return capture
    }

    func ids(_ arguments: String...) -> [String] {
      run(["list", "--format", "tsv"] + arguments).outputText.split(separator: "\n").dropFirst()
        .map { String($0.prefix { $0 != "\t" }) }
    }
  }

  @Test func `documents are listed in an order`() throws {
    let library = try Library()
    #expect(library.ids() == ["b", "a", "c"])
    #expect(library.ids("--sort", "title") == ["a", "c", "b"])
    #expect(library.ids("--sort", "author") == ["c", "b", "a"])
    #expect(library.ids("--sort", "year") == ["a", "b", "c"])
    #expect(library.ids("--sort", "id", "-n", "1", "--offset", "1") == ["b"])
    #expect(library.ids("--year", "2020..") == ["a"])
    #expect(
      library.run("list").outputText == """
        Ng, A et al.          2019  The zebra, again  [b]
                              2021  An “apple”  [a]
        Abe, C                      Mentors  [c]

        """)
    #expect(
      library.run("list", "--format", "csv", "-n", "1").outputText == """
        id,title,authors,year,venue,doi,url,method,setting,condition,sample_size
        b,"The zebra, again","Ng, A;Lee, B",2019,,10.1000/zebra,https://example.org/z,,,,

        """)
    let json = library.run("list", "--format", "json")
    #expect(try JSONSchema("list").faults(in: json.outputText) == [])
    let none = library.run("list", "--year", "1900")
    #expect(none.status == .nothing && none.outputText.isEmpty)
  }

  @Test func `neither capitals nor accents change the order of authors`() throws {
    let library = try Library()
    try library.write([
      #"{"_id":"z","title":"One","authors":["Zimmer, A"],"text":"Peers."}"#,
      #"{"_id":"o","title":"Two","authors":["Öberg, B"],"text":"Mentors."}"#,
      #"{"_id":"n","title":"Three","authors":["nash, C"],"text":"Friends."}"#,
      #"{"_id":"m","title":"Four","authors":["Moss, D"],"text":"Groups."}"#,
    ])
    _ = library.run("index", library.file, "--prune")
    #expect(library.ids("--sort", "author") == ["m", "n", "o", "z"])
  }

  @Test func `a document is opened by any identifier`() throws {
    let library = try Library()
    #expect(library.run("open", "10.1000/zebra", "--print").outputText == "https://example.org/z\n")
    #expect(
      library.run("open", "PMID:31234567", "--print").outputText
        == "https://pubmed.ncbi.nlm.nih.gov/31234567/\n")
    // Tests never start a program to open a file.
    let unopened = library.run("open", "b")
    #expect(unopened.status == .trouble)
    #expect(unopened.errorText.contains("Use --print to print the path or address instead."))
  }

  @Test(arguments: [
    "file:///tmp/evil.desktop", "--help", "smb://evil/share", "vbscript:x", "javascript:alert(1)",
    "https://a.example/ --help", "www.example.org",
  ])
  func `an address that is not one of the web is not opened`(address: String) throws {
    let library = try Library()
    try library.write([
      #"{"_id":"u","title":"Peers in one town","url":"\#(address)","text":"Peers help."}"#,
      #"{"_id":"v","title":"Mentors in another","url":"\#(address)","doi":"10.1000/v","text":"X."}"#,
    ])
    _ = library.run("index", library.file)
    for arguments in [["open", "u", "--web"], ["open", "u", "--web", "--print"]] {
      let capture = library.run(arguments)
      #expect(capture.status == .trouble && capture.outputText.isEmpty)
      #expect(
        capture.errorText == "peerlit: The address of “u” is not opened, because it is not a web "
          + "address (https://…): \(address)\n")
    }
    // The file of the records is opened instead.
    #expect(library.run("open", "u", "--print").outputText == library.file + "\n")
    #expect(
      library.run("open", "v", "--web", "--print").outputText == "https://doi.org/10.1000/v\n")
  }

  @Test func `a document that shares its file opens the whole file`() throws {
    let library = try Library()
    let shared = library.run("open", "c", "--print")
    #expect(shared.status == .found && shared.outputText == library.file + "\n")
    #expect(shared.errorText == "peerlit: “c” is in records.jsonl: line 3 (c)\n")
    let unlinked = library.run("open", "c", "--web", "--print")
    #expect(unlinked.status == .nothing)
    #expect(unlinked.errorText == "peerlit: “c” has no web address.\n")
    try FileManager.default.removeItem(atPath: library.file)
    let nowhere = library.run("open", "c", "--print")
    #expect(nowhere.status == .nothing)
    #expect(
      nowhere.errorText == "peerlit: The file of “c” no longer exists: \(library.file)\n")
  }

  @Test(arguments: [
    (["Cappuccio, Francesco P", "Lee, B"], "Cappuccio, Fr… et al. 2019"),
    (["The National Association of Peer Workers"], "The National Associa… 2019"),
    (["Lee, B"], "Lee, B                2019"),
  ])
  func `a long name never hides the year`(authors: [String], start: String) throws {
    let library = try Library()
    let names = authors.map { "\"\($0)\"" }.joined(separator: ",")
    try library.write([
      "{\"_id\":\"b\",\"title\":\"Zebras\",\"authors\":[\(names)],\"year\":2019,\"text\":\"Peers.\"}"
    ])
    _ = library.run("index", library.file)
    let line = library.run("list", "--year", "2019").outputText
    #expect(line.prefix(26).trimmingCharacters(in: .whitespaces) == start)
  }

  @Test(arguments: [
    (["open", "dialogue"], "No document “dialogue”. "),
    (["show", "stigma"], "No document “stigma”. "),
    (["similar", "experiences"], "No document “experiences”. "),
    (["remove", "barriers", "to", "care"], "No document “barriers”. "),
    (["merge", "effect", "sizes"], "No document “effect”. "),
    (["split", "attention"], "No document “attention”. "),
    (["split", "attention", "tasks"], "No document “attention”. "),
    (["help", "mothers"], "No command “mothers”. "),
    (["help", "with", "sleep"], "No command “with”. "),
    (["merge", "analysis"], "Give the ids of at least two documents. "),
    (["open", "dialogue", "approaches"], "Unexpected argument “approaches”. "),
    (["list", "comparison", "methods"], "Unexpected arguments “comparison”, “methods”. "),
    (["show", "case studies"], "No document “case studies”. "),
    (["index", "finger", "pain"], "No file or folder “finger”. "),
    (["appraise", "evidence", "quality"], "No file or folder “evidence”. "),
    (["sql", "injection"], "SQL error: near \"injection\": syntax error (at character 1). "),
    (
      ["sql", "workers", "with", "depression"],
      "SQL error: near \"workers\": syntax error (at character 1). "
    ),
  ])
  func `the name of a command may begin a query`(words: [String], problem: String) throws {
    let library = try Library()
    let capture = library.run(words)
    #expect(capture.status == (problem.hasPrefix("No document") ? .nothing : .usage))
    let hint = "To search for these words: peerlit search \"\(words.joined(separator: " "))\""
    let place = problem.hasPrefix("No document") ? "\nIndex: \(library.index)" : ""
    #expect(capture.errorText == "peerlit: \(problem)\(hint)\(place)\n")
  }

  @Test(arguments: [
    (
      ["remove", "--foo", "--yes"],
      "Unknown option “--foo”. “peerlit remove --help” lists the options."
    ),
    (
      ["remove", "--removed", "--format", "json"],
      "Unknown option “--format”. “peerlit remove --help” lists the options."
    ),
    (["merge", "--formatt=json"], "Unknown option “--formatt”. Did you mean “--format”?"),
    (["index", "--prnue"], "Unknown option “--prnue”. Did you mean “--prune”?"),
    (
      ["sample", "-1"], "“-1” is read as an option. Use a positive number, or put “--” before it."
    ),
    (
      ["show", "-12"], "“-12” is read as an option. Use a positive number, or put “--” before it."
    ),
    (["sample", "-5", "--sed", "2"], "Unknown option “--sed”. Did you mean “--seed”?"),
  ])
  func `an unknown option or a negative number is named before a missing argument`(
    arguments: [String], message: String
  ) throws {
    let capture = try Library().run(arguments)
    #expect(capture.status == .usage)
    #expect(capture.errorText == "peerlit: \(message)\n")
  }

  @Test(arguments: [["open", "d99"], ["show", "10.1000/none"], ["remove", "31999999", "--yes"]])
  func `an unknown identifier is not a query`(words: [String]) throws {
    let capture = try Library().run(words)
    #expect(capture.status == .nothing)
    #expect(capture.errorText.hasPrefix("peerlit: No document “\(words[1])” in "))
  }

  @Test(arguments: [
    "show ID", "open ID --print", "similar ID", "remove ID --yes", "split ID", "merge a ID",
    "correct ID method=cohort", "export --to ris --ids ID",
  ])
  func `an unknown id is answered with similar ones`(command: String) throws {
    let library = try Library()
    try library.write([
      #"{"_id":"a","title":"Apples"}"#, #"{"_id":"peers-hcv-2023","title":"Peers in clinics"}"#,
      #"{"_id":"peers-hcv-2019","title":"Mentors in prisons"}"#,
    ])
    _ = library.run("index", library.file, "--prune")
    let cases = [
      ("peers-hcv-2032", "Did you mean “peers-hcv-2023” or “peers-hcv-2019”?"),
      ("Peers-HCV-202", "Did you mean “peers-hcv-2023” or “peers-hcv-2019”?"),
      ("peers-hcv-2", "Did you mean “peers-hcv-2019” or “peers-hcv-2023”?"),
      ("31999999", Self.advice), ("10.1000/none", Self.advice), ("x1", Self.advice),
    ]
    for (id, answer) in cases {
      let capture = library.run(command.split(separator: " ").map { $0 == "ID" ? id : String($0) })
      #expect(capture.status == .nothing)
      #expect(capture.errorText == "peerlit: No document “\(id)” in \(library.index). \(answer)\n")
    }
  }

  private static let advice =
    "Use an id that search, list or duplicates prints, or a DOI, PMID, PMCID, registration number or "
    + "ISBN."

  @Test func `a removed document is named by any identifier`() throws {
    let library = try Library()
    #expect(library.run("remove", "b", "--yes").status == .found)
    for name in ["b", "10.1000/zebra", "https://doi.org/10.1000/ZEBRA"] {
      let capture = library.run("show", name)
      #expect(capture.status == .nothing)
      #expect(
        capture.errorText == "peerlit: “\(name)” was removed. To add it again: peerlit remove "
          + "--restore b, and then index its source.\n")
    }
  }

  @Test func `an accession number names a document unless another has it`() throws {
    let library = try Library()
    try library.write([
      #"{"_id":"c1","title":"Peers in prisons","accession_numbers":["CINAHL 109000001"]}"#,
      #"{"_id":"c2","title":"Zebras at work","accession_numbers":["ERIC 109000001"]}"#,
    ])
    _ = library.run("index", library.file, "--prune")
    #expect(library.run("remove", "109000001", "--yes").status == .nothing)
    #expect(library.run("remove", "CINAHL 109000001", "--yes").status == .found)
    #expect(
      library.run("show", "CINAHL 109000001").errorText
        == "peerlit: “CINAHL 109000001” was removed. To add it again: peerlit remove "
        + "--restore c1, and then index its source.\n")
    #expect(library.run("show", "109000001").outputText.hasPrefix("Zebras at work"))
    #expect(library.run("remove", "--restore", "109000001").status == .found)
    #expect(library.run("remove", "--removed").status == .nothing)
  }

  @Test func `each of many unknown ids is explained, and the first ten get suggestions`() throws {
    let library = try Library()
    try library.write([
      #"{"_id":"peers-2023","title":"Peers"}"#, #"{"_id":"it's one","title":"Zebras"}"#,
    ])
    _ = library.run("index", library.file, "--prune")
    #expect(library.run("remove", "it's one", "--yes").status == .found)
    let unknown = (2010..<2022).map { "peers-\($0)" }
    let capture = library.run(["export", "--to", "ris", "--ids"] + unknown + ["it's one"])
    #expect(capture.status == .nothing)
    let answers = unknown.enumerated().map { number, id in
      let answer = number < 10 ? "Did you mean “peers-2023”?" : Self.advice
      return "peerlit: No document “\(id)” in \(library.index). \(answer)"
    }
    let removed =
      "peerlit: “it's one” was removed. To add it again: peerlit remove --restore 'it'\\''s one', "
      + "and then index its source."
    #expect(capture.errorText == (answers + [removed]).map { $0 + "\n" }.joined())
  }

  @Test(arguments: [
    (["index", "nosuchfolder"], "No file or folder “nosuchfolder”."),
    (["replay", "therapy"], "No file or folder “therapy”."),
    (["appraise", "evidence"], "No file or folder “evidence”."),
    (["similar", "bradford-hcv-evaluation"], "No document “bradford-hcv-evaluation” in "),
    (["open", "minutes/may"], "No document “minutes/may” in "),
    (["config", "limt"], "“limt” is not valid for <setting>. Use index, library, unit, limit, "),
    (
      ["export", "peer", "worker", "--to", "docx"],
      "“docx” is not valid for --to <format>. Use ris, nbib, "
    ),
    (["list", "--limit", "ten"], "“ten” is not valid for --limit <n>. Use a whole number.\n"),
  ])
  func `a folder, an id and a wrong value are not words of a query`(
    arguments: [String], problem: String
  ) throws {
    let capture = try Library().run(arguments)
    #expect(capture.errorText.hasPrefix("peerlit: \(problem)"), "\(capture.errorText)")
    #expect(!capture.errorText.contains("To search"), "\(capture.errorText)")
  }

  @Test(arguments: [
    (["index"], "Nothing to index. Name at least one file or folder."),
    (["show"], "The argument <id> is missing."),
    (["list", "--limit"], "The value of --limit <n> is missing."),
    (["list", "--limit", "ten"], "“ten” is not valid for --limit <n>. Use a whole number."),
    (
      ["sql", "SELECT 1", "--timeout", "long"],
      "“long” is not valid for --timeout <seconds>. Use a number of seconds."
    ),
    (["search", "--limt", "3", "peer"], "Unknown option “--limt”. Did you mean “--limit”?"),
    (["search", "peer", "--bogus"], "Unknown option “--bogus”."),
    (
      ["search", "peer", "--unit", "page"],
      "“page” is not valid for --unit <unit>. Use passage or document."
    ),
    (
      ["stats", "--format", "csv"],
      "“csv” is not valid for --format <format>. Use text or json."
    ),
    (
      ["list", "--sort", "date"],
      "“date” is not valid for --sort <sort>. Use added, title, author, year, sample-size or id."
    ),
  ])
  func `an invalid or missing argument is a problem and a fix`(
    arguments: [String], problem: String
  ) throws {
    let capture = try Library().run(arguments)
    #expect(capture.status == .usage)
    #expect(capture.errorText.hasPrefix("peerlit: \(problem)\n"), "\(capture.errorText)")
    #expect(capture.errorText.contains("\nUsage: peerlit \(arguments[0])"))
  }

  @Test func `a similar id is suggested before a search`() throws {
    let library = try Library()
    try library.write([#"{"_id":"minutes","title":"The zebra","text":"Peers and zebras."}"#])
    _ = library.run("index", library.file)
    let capture = library.run("show", "minuts")
    #expect(capture.status == .nothing)
    #expect(
      capture.errorText
        == "peerlit: No document “minuts” in \(library.index). Did you mean “minutes”?\n")
  }

  @Test(arguments: [["sample", "size"], ["sample", "size", "--limit", "5"]])
  func `a command that takes a number is not a query either`(words: [String]) throws {
    let capture = try Library().run(words)
    #expect(capture.status == .usage)
    #expect(
      capture.errorText.hasSuffix(
        " To search for these words: peerlit search \"sample size\"\n"))
  }

  @Test func `a word that is not a command is searched for`() throws {
    let capture = try Library().run(["zebras", "peers"])
    #expect(capture.status == .found)
  }

  @Test func `a removed document stays away until it is restored`() throws {
    let library = try Library()
    let refused = library.run("remove", "b")
    #expect(refused.status == .usage)
    #expect(
      refused.errorText
        == "peerlit: Can't ask for confirmation without a terminal. "
        + "Use --yes to remove without asking.\n")
    let removed = library.run("remove", "https://doi.org/10.1000/zebra", "--yes")
    #expect(removed.outputText == "Removed: [b] The zebra, again\n")
    #expect(library.run("search", "zebras").status == .nothing)
    #expect(library.run("check").status == .found)
    // The same work in a changed file, and in another file.
    var lines = try String(contentsOfFile: library.file, encoding: .utf8).split(separator: "\n")
      .map(String.init)
    lines[0] = lines[0].replacing("Peers and zebras.", with: "Zebras, again.")
    lines.append(#"{"_id":"d","title":"New","text":"Peers."}"#)
    try library.write(lines)
    let again = library.run("index", library.file)
    #expect(again.errorText.contains("was removed with “peerlit remove”"))
    let other = library.root + "/other.jsonl"
    try (lines[0].replacing("\"b\"", with: "\"other\"") + "\n")
      .write(toFile: other, atomically: true, encoding: .utf8)
    _ = library.run("index", other)
    #expect(library.ids() == ["a", "c", "d"])
    #expect(library.run("remove", "--removed").outputText == "[b] The zebra, again\n")
    let restored = library.run("remove", "--restore", "10.1000/ZEBRA")
    #expect(restored.status == .found)
    #expect(library.run("remove", "--removed").status == .nothing)
    _ = library.run("index", library.file)
    #expect(Set(library.ids()) == ["a", "b", "c", "d"])
    #expect(library.run("remove", "--restore", "x9").status == .nothing)
  }

  @Test(arguments: [("y\n", true), ("YES\n", true), ("n\n", false), ("", false)])
  func `a question is asked on a terminal`(answer: String, isRemoved: Bool) throws {
    let library = try Library()
    let capture = Capture()
    capture.input = [Array(answer.utf8)]
    let console = Console(
      environment: ["PEERLIT_INDEX": library.index], isInteractive: true,
      source: { capture.input.isEmpty ? [] : capture.input.removeFirst() }, sink: capture.take)
    #expect(Program.run(["remove", "b", "c"], on: console) == (isRemoved ? .found : .nothing))
    #expect(
      capture.errorText == """
          [b] The zebra, again
          [c] Mentors
        Remove 2 documents from \(library.index)? [y/N] 
        """)
    #expect(library.ids() == (isRemoved ? ["a"] : ["b", "a", "c"]))
  }

  @Test func `a work of several records is removed as one`() throws {
    let library = try Library()
    let second = library.root + "/second.ris"
    try """
    TY  - JOUR
    TI  - The zebra, again
    DO  - 10.1000/zebra
    ER  -

    """.write(toFile: second, atomically: true, encoding: .utf8)
    _ = library.run("index", second)
    #expect(library.ids().count == 3)
    #expect(library.run("remove", "b", "--yes").status == .found)
    _ = library.run("index", library.file, second)
    #expect(library.ids() == ["a", "c"])
    _ = library.run("remove", "--restore", "b")
    _ = library.run("index", library.file, second)
    #expect(library.ids().count == 3)
  }

  @Test func `removed records stay in the numbers of a flow diagram`() throws {
    let library = try Library()
    let second = library.root + "/second.ris"
    try "TY  - JOUR\nTI  - The zebra, again\nDO  - 10.1000/zebra\nER  -\n"
      .write(toFile: second, atomically: true, encoding: .utf8)
    _ = library.run("index", second)
    _ = library.run("remove", "b", "--yes")
    let record = library.root + "/record.md"
    // The numbers are the same before and after the sources are read again.
    for _ in 0..<2 {
      _ = library.run("search", "peers", "--record", record)
      let text = try String(contentsOfFile: record, encoding: .utf8)
      for line in [
        "| Records identified | 4 |", "| Duplicates removed before the search | 0 |",
        "| Removed before the search for other reasons | 2 |", "| Documents searched | 2 |",
      ] { #expect(text.contains("\n\(line)\n"), "\(line)") }
      #expect(
        library.run("duplicates").outputText.hasPrefix(
          """
          records  duplicates  removed  documents  file
                3           0        1          2  \(library.file)
                1           0        1          0  \(second)
                4           0        2          2  total

          """))
      _ = library.run("index", library.file, second)
    }
    _ = library.run("remove", "--restore", "b")
    _ = library.run("index", library.file, second)
    #expect(library.run("duplicates").outputText.hasPrefix("records  duplicates  documents"))
  }
}
