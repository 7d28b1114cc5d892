import Foundation
import TestSupport
import Testing
import peerlit

/// The output of the command line for structured queries, searches of other platforms and
/// strategies.
struct StructuredQueryCommandTests {
  @Test(arguments: [
    (
      "peer AND (burnout OR stress",
      """
      peerlit: Unmatched “(” at character 10. Add “)” where the group ends.
        peer AND (burnout OR stress
                 ^

      """
    ),
    (
      "a OR b)",
      """
      peerlit: Unmatched “)” at character 7. Remove it, or add “(” before it.
        a OR b)
              ^

      """
    ),
    (
      "互助 AND",
      """
      peerlit: “AND” without a term on both sides at character 4. Add the missing term, or write “and” to search for the word.
        互助 AND
             ^

      """
    ),
    (
      "titel:peer AND support",
      """
      peerlit: Unknown field “titel:” at character 1. Did you mean “title:”?
        titel:peer AND support
        ^

      """
    ),
  ])
  func `a malformed query is shown with its mistake`(query: String, error: String) throws {
    for command in [["search", query], ["facets", query], ["map", "method", "condition", query]] {
      let capture = try CorpusIndex.run(command)
      #expect(capture.errorText == error)
      #expect(capture.status == .usage)
      #expect(capture.output.isEmpty)
    }
    #expect(try CorpusIndex.run(["search", "--plain", query]).status != .usage)
  }

  @Test(.timeLimit(.minutes(1)), arguments: [50, 4000])
  func `a mistake in a long query is seen with what precedes it`(terms: Int) throws {
    let long = String(repeating: "peer OR ", count: terms) + "(support"
    let lines = try CorpusIndex.run(["search", long]).errorText.split(separator: "\n")
    #expect(lines.count == 3)
    #expect(lines[1].hasPrefix("  …") && lines[1].hasSuffix("(support"))
    let caret = try #require(lines[2].firstIndex(of: "^"))
    #expect(
      lines[2].distance(from: lines[2].startIndex, to: caret)
        == lines[1].distance(from: lines[1].startIndex, to: lines[1].lastIndex(of: "(") ?? caret))
    #expect(lines.allSatisfy { DisplayWidth.of(String($0)) <= 80 })
  }

  @Test func `a note on plain text is printed before the hits, on standard error`() throws {
    let capture = try CorpusIndex.run(["search", "peer (support"])
    #expect(capture.status == .found)
    #expect(
      capture.errorText == "peerlit: Unmatched “(” at character 6. Searched as plain words.\n")
    #expect(!capture.outputText.contains("Unmatched"))
  }

  @Test func `a search of another platform says how it runs`() throws {
    let capture = try CorpusIndex.run(["search", "(peer$ adj3 (support$ or work$)).ti."])
    #expect(
      capture.errorText.hasPrefix(
        "peerlit: Recognised as a search written for Ovid. It runs as: "
          + "title:(peer* NEAR/2 (support* OR work*))\n"))
  }

  private func strategy(_ text: String, _ options: String...) throws -> Capture {
    let temporary = try TemporaryFolder()
    defer { temporary.remove() }
    let file = try temporary.file("strategy.txt", text)
    return try CorpusIndex.run(["search", "--strategy", file.path] + options)
  }

  @Test func `a strategy is printed line by line`() throws {
    let capture = try strategy(
      "1. peer$.ti. (123)\n2. zzz.ti. (4)\n3. or/1-2 (127)\n4. english.la. (5)\n")
    #expect(
      capture.outputText == """
        Note: Recognised as a search written for Ovid.

        Note: Lines 1 to 4: the hit counts at the end were removed.

        1  peer$.ti.
           Runs as: title:peer*
           5 documents

        2  zzz.ti.
           Runs as: title:zzz
           0 documents

        3  or/1-2
           Runs as: title:peer* OR title:zzz
           5 documents

        4  english.la.
           nothing to run
           Note: “english.la.” (language) has no equivalent and was ignored.

        """)
  }

  @Test func `notes that several lines have are printed once`() throws {
    let text = try strategy(
      "1. peer.ti. and english.la.\n2. lay.ti. and english.la.\n3. hiv.ti.\n4. 3 and english.la."
    ).outputText
    let joined = text.replacing("\n", with: " ")
    #expect(
      joined.hasPrefix(
        "Note: Recognised as a search written for Ovid.  Note: Words are searched in all their "
          + "forms: “peer” also finds “peers”, “peerness”.  Note: Lines 1, 2, 4: “english.la.” "
          + "(language) has no equivalent and was ignored.  1  peer.ti. and english.la."),
      "\(text)")
    #expect(text.matches(of: /english\.la\.”/).count == 1)
  }

  @Test func `a search may have nothing left to run`() throws {
    let capture = try CorpusIndex.run(["search", "UT=(WOS:000123)", "--syntax", "wos"])
    #expect(capture.status == .nothing)
    #expect(
      capture.errorText.hasPrefix(
        """
        peerlit: Read as a search written for Web of Science. Nothing is left to search for.
        peerlit: “UT=(WOS:000123)” (accession number) has no equivalent and was ignored.

        """), "\(capture.errorText)")
    #expect(!capture.errorText.contains("empty"))
  }

  @Test func `headings do not repeat a strategy`() throws {
    let text = "1. peer$.ti.\n2. work*.af.\n3. 1 and 2"
    let facets = try CorpusIndex.run(["facets", text]).outputText
    #expect(facets.hasPrefix("5 documents for the strategy\n"), "\(facets)")
    let wrapped = try CorpusIndex.run(["facets", "peer workers\nand their roles"]).outputText
    #expect(wrapped.contains(" for the query\n"), "\(wrapped)")
    let long = Array(repeating: "peer", count: 60).joined(separator: " ")
    let cut = try CorpusIndex.run(["facets", long]).outputText
    #expect(cut.contains(" for “peer peer ") && cut.prefix { !$0.isNewline }.count < 160)
    #expect(cut.contains("peer…”"))
  }

  @Test func `similar documents are not counted`() throws {
    let text = try CorpusIndex.run(["similar", "peers-hcv-2023", "-n", "2"]).outputText
    #expect(text.contains("\nThe 2 most similar documents ("), "\(text)")
  }

  @Test func `a strategy as a table`() throws {
    let capture = try strategy("title:peer*\n#1 AND zzz", "--format", "tsv")
    #expect(
      capture.outputText == """
        line\ttext\tquery\tdocuments\tnotes
        1\ttitle:peer*\ttitle:peer*\t5\t
        2\t#1 AND zzz\ttitle:peer* AND zzz\t0\t

        """)
    #expect(capture.status == .nothing)
  }

  @Test func `a strategy for spreadsheets`() throws {
    let capture = try strategy("\"peer support\"\n#1 AND zzz", "--format", "csv")
    let lines = capture.outputText.split(separator: "\n")
    #expect(lines.first == "line,text,query,documents,notes")
    #expect(lines.dropFirst().first?.hasPrefix("1,\"\"\"peer support\"\"\",") == true)
    #expect(lines.last == "2,#1 AND zzz,\"\"\"peer support\"\" AND zzz\",0,")
  }

  @Test func `the record of a strategy is replaced only by one of the same lines`() throws {
    let temporary = try TemporaryFolder()
    defer { temporary.remove() }
    for file in [".json", ".md", ".txt"].map({ temporary.path + "/record" + $0 }) {
      let lines = "1. peer$.ti.\n2. 1 not zzz.ti."
      #expect(try strategy(lines, "--record", file).status == .found)
      #expect(try strategy(lines, "--record", file).status == .found)
      let other = lines.replacing("zzz", with: "yyy")
      #expect(try strategy(other, "--record", file).status == .usage)
    }
  }

  @Test func `the record of a strategy has the table of its lines`() throws {
    let temporary = try TemporaryFolder()
    defer { temporary.remove() }
    let files = [".json", ".md", ".txt"].map { temporary.path + "/record" + $0 }
    let capture = try strategy(
      "1. peer$.ti. (123)\n2. english.la. (4)\n3. 1 not zzz.ti. (5)",
      "--record", files[0], "--record", files[1], "--record", files[2])
    #expect(capture.status == .found)
    #expect(capture.outputText.contains("3  1 not zzz.ti."))
    let texts = try files.map { try String(contentsOfFile: $0, encoding: .utf8) }
    #expect(try JSONSchema("record").faults(in: texts[0]) == [])
    #expect(
      texts[1].contains(
        """
        ## Search strategy

        | Line | Search as typed | Query as run | Documents |
        | --- | --- | --- | --- |
        | 1 | `peer$.ti.` | `title:peer*` | 5 |
        | 2 | `english.la.` |  | not run |
        | 3 | `1 not zzz.ti.` | `title:peer* AND NOT title:zzz` | 5 |

        - Line 2: “english.la.” (language) has no equivalent and was ignored.

        ## Records
        """), "\(texts[1])")
    #expect(
      texts[1].contains("\n| Query as typed | line 3 of a strategy of 3 lines, listed below |"))
    #expect(texts[1].contains("\n| Query as run | `title:peer* AND NOT title:zzz` |"))
    #expect(texts[1].contains("\n| Syntax | Ovid |"))
    #expect(
      texts[2].contains(
        """
        Search strategy
        ---------------

        1  peer$.ti.
           Runs as: title:peer*
           5 documents

        2  english.la.
           nothing to run
        """), "\(texts[2])")
    let replay = try CorpusIndex.run(["replay", files[0]])
    #expect(replay.status == .found, "\(replay.outputText)")
    // An earlier run in which a line found another number.
    var object = try #require(
      try JSONSerialization.jsonObject(with: Data(texts[0].utf8)) as? [String: Any])
    var lines = try #require(object["lines"] as? [[String: Any]])
    lines[0]["documents"] = 7
    object["lines"] = lines
    try JSONSerialization.data(withJSONObject: object).write(to: URL(filePath: files[0]))
    let changed = try CorpusIndex.run(["replay", files[0]])
    #expect(changed.status == .nothing)
    #expect(
      changed.outputText.contains(
        "Lines of the strategy\n  Line 1: 7 documents then, 5 documents now"),
      "\(changed.outputText)")
    let json = try CorpusIndex.run(["replay", files[0], "--format", "json"])
    #expect(try JSONSchema("replay").faults(in: json.outputText) == [])
  }

  @Test func `a line of a pasted strategy is run`() throws {
    let text = "1. peer$.ti.\n2. zzz.ti.\n3. 1 or 2"
    let first = try CorpusIndex.run(["search", text, "--line", "1"])
    #expect(
      first.errorText.hasPrefix(
        "peerlit: Recognised as a search written for Ovid, line 1. It runs as: title:peer*\n"))
    #expect(try CorpusIndex.run(["search", text, "--line", "2"]).status == .nothing)
    let missing = try CorpusIndex.run(["search", text, "--line", "9"])
    #expect(missing.status == .usage)
    #expect(
      missing.errorText == "peerlit: There is no line 9. Choose a line from 1 to 3.\n")
  }

  @Test(arguments: ["csv", "tsv"])
  func `the notes on a whole strategy are printed beside a table`(_ format: String) throws {
    let capture = try strategy(
      "Population\n1. peer$.ti. (123)\n2. zzz.ti. (4)\n", "--format", format)
    #expect(
      capture.errorText == """
        peerlit: Recognised as a search written for Ovid.
        peerlit: “Population” is not part of the strategy and was skipped.
        peerlit: Lines 1, 2: the hit counts at the end were removed.

        """)
    #expect(capture.outputText.split(separator: "\n").count == 3)
  }

  @Test(arguments: [
    ["--plain"], ["-n", "3"], ["--offset", "3"], ["--unit", "passage"], ["--passages", "3"],
    ["--related", "3"], ["--sort", "year"], ["--full"], ["--explain"], ["--facets"],
  ])
  func `options for hits are refused with a strategy`(_ options: [String]) throws {
    let arguments = ["search", "--strategy", "-"] + options
    let capture = try CorpusIndex.run(arguments)
    #expect(capture.status == .usage)
    let name = options[0] == "-n" ? "--limit" : options[0]
    #expect(
      capture.errorText.contains(
        "\(name) has no effect with --strategy, which prints the number of documents of each line; "
          + "leave it out."), "\(capture.errorText)")
  }

  @Test(
    arguments: [
      (
        [0xFF, 0xFE, 0x70, 0x00, 0x65, 0x00, 0x65, 0x00, 0x72, 0x00, 0x0A, 0x00], "1  peer\n"
      ),
      ([0x93] + Array("peer work".utf8) + [0x94], "1  \"peer work\"\n"),
    ] as [([UInt8], String)])
  func `a strategy is decoded`(_ bytes: [UInt8], _ start: String) throws {
    let capture = try CorpusIndex.run(["search", "--strategy", "-"], input: bytes)
    #expect(capture.outputText.contains(start), "\(capture.outputText)")
  }

  @Test(
    arguments: [
      (
        Array("%PDF-1.7\n".utf8),
        "it is a PDF file, not text. Copy the strategy from it into a text file."
      ),
      (
        Array("naïve ".utf8) + [0x93],
        "some of its characters are in an unknown encoding. Save the file as UTF-8."
      ),
    ] as [([UInt8], String)])
  func `a strategy that is not text is refused`(_ bytes: [UInt8], _ reason: String) throws {
    let capture = try CorpusIndex.run(["search", "--strategy", "-"], input: bytes)
    #expect(capture.status == .trouble)
    #expect(capture.errorText == "peerlit: Can't read standard input: \(reason)\n")
  }

  @Test func `a strategy that can't be read is an error`() throws {
    #expect(try CorpusIndex.run(["search", "--strategy", "/nowhere"]).status == .trouble)
    #expect(try strategy("1 peer.ti.\n2 (lay.ti.").status == .usage)
    #expect(try strategy("peer", "--format", "trec").status == .usage)
  }
}
