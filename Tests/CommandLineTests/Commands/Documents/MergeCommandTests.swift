import Foundation
import TestSupport
import Testing
import peerlit

/// `merge` and `split`, and what `duplicates` prints afterwards.
struct MergeCommandTests {
  private let folder: TemporaryFolder
  private let index: String
  private let first: URL
  private let second: URL

  init() throws {
    folder = try TemporaryFolder()
    first = try folder.file(
      "a.ris",
      """
      TY  - JOUR
      ID  - a1
      TI  - Peer workers in hepatitis C care
      AU  - Lee, Ann
      PY  - 2019
      ER  - \n
      """)
    second = try folder.file(
      "b.ris",
      """
      TY  - JOUR
      ID  - b1
      TI  - Pairs en soins de l'hépatite C
      AU  - Lee, Ann
      PY  - 2019
      ER  - \n
      """)
    index = folder.url.appending(path: "i.sqlite").path
    #expect(Capture().run("index", first.path, second.path, "--index", index) == .found)
  }

  @Test func `a person's decision is carried out and listed`() {
    var capture = Capture()
    #expect(capture.run("merge", "a1", "b1", "--index", index) == .found)
    #expect(
      capture.outputText == """
        Peer workers in hepatitis C care [a1]
          a1, \(first.path), line 1
          b1, \(second.path), line 1

        """)
    capture = Capture()
    #expect(capture.run("merge", "a1", "b1", "--index", index) == .found)
    #expect(capture.outputText == "They are already one document.\n")
    capture = Capture()
    #expect(capture.run("duplicates", "--index", index) == .found)
    #expect(
      capture.outputText == """
        records  duplicates  documents  file
              1           0          1  \(first.path)
              1           1          0  \(second.path)
              2           1          1  total

        Merged (1):
          Peer workers in hepatitis C care [a1]
            1. a1, \(first.path), line 1: kept
            2. b1, \(second.path), line 1: your decision

        Possible duplicates, not merged: none

        """)
    capture = Capture()
    #expect(capture.run("split", "b1", "--index", index) == .found)
    #expect(
      capture.outputText == """
        Peer workers in hepatitis C care [a1]
          a1, \(first.path), line 1
        Pairs en soins de l'hépatite C [b1]
          b1, \(second.path), line 1

        """)
    #expect(Capture().run("duplicates", "--index", index) == .nothing)
  }

  @Test(arguments: [
    (["merge", "a1"], 64 as Int32, "Give the ids of at least two documents."),
    (["merge", "a1", "x"], 1, "No document “x” in INDEX. Use an id that"),
    (["split", "a1"], 1, "“a1” has only one record. There is nothing to split."),
    (["split", "x"], 1, "No document “x”. To search for these words: peerlit search \"split x\""),
    (["split", "a1", "x"], 1, "The document “a1” has no record “x”."),
  ])
  func `a decision that can't be made is reported`(
    arguments: [String], status: Int32, message: String
  ) {
    let capture = Capture()
    #expect(capture.run(arguments + ["--index", index]).rawValue == status)
    let expected = message.replacing("INDEX", with: index)
    #expect(capture.errorText.contains(expected), "\(capture.errorText)")
  }

  @Test func `records that share an id are split by their number or key`() throws {
    let title = "Peer workers and their supervision in prisons"
    let file = try folder.file(
      "c.json",
      """
      [{"id":"one","title":"\(title)","DOI":"10.5555/x","issued":{"date-parts":[[2019]]}},
      {"id":"two","title":"\(title)","DOI":"10.5555/x","issued":{"date-parts":[[2020]]}}]
      """)
    #expect(Capture().run("index", file.path, "--index", index) == .found)
    var capture = Capture()
    #expect(capture.run("split", "10.5555/x", "10.5555/x", "--index", index) == .nothing)
    #expect(
      capture.errorText.contains(
        "All records of the document “10.5555/x” have the id “10.5555/x”. Give the number of one"),
      "\(capture.errorText)")
    capture = Capture()
    #expect(capture.run("duplicates", "--index", index) == .found)
    #expect(capture.outputText.contains("    1. 10.5555/x, \(file.path), line 1, record one: kept"))
    #expect(
      capture.outputText.contains("    2. 10.5555/x, \(file.path), line 2, record two: same doi"))
    #expect(Capture().run("split", "10.5555/x", "3", "--index", index) == .nothing)
    #expect(Capture().run("split", "10.5555/x", "2", "--index", index) == .found)
    #expect(Capture().run("duplicates", "--index", index) == .nothing)
    // The identifier of two documents does not say which ones to merge.
    for arguments in [["10.5555/x", "10.5555/x"], ["https://doi.org/10.5555/X", "a1"]] {
      capture = Capture()
      #expect(capture.run(["merge"] + arguments + ["--index", index]) == .nothing)
      #expect(
        capture.errorText.contains(
          "2 documents have the identifier “\(arguments[0])”. Give their ids instead: 10.5555/x, "
            + "c/10.5555/x."), "\(capture.errorText)")
    }
    #expect(Capture().run("duplicates", "--index", index) == .nothing)
    #expect(Capture().run("merge", "10.5555/x", "c/10.5555/x", "--index", index) == .found)
    #expect(Capture().run("duplicates", "--index", index) == .found)
  }

  @Test func `reports as JSON match their schemas`() throws {
    for (arguments, schema) in [
      (["merge", "a1", "b1"], "decision"), (["duplicates"], "duplicates"),
      (["split", "a1"], "decision"), (["duplicates"], "duplicates"),
    ] {
      let capture = Capture()
      _ = capture.run(arguments + ["--format", "json", "--index", index])
      #expect(try JSONSchema(schema).faults(in: capture.outputText) == [])
    }
  }

  @Test func `documents are merged and split by any identifier`() throws {
    let third = try folder.file(
      "c.ris",
      """
      TY  - JOUR
      TI  - Compañeros en la atención de la hepatitis C
      DO  - 10.5555/pares.1
      ER  - \n
      """)
    #expect(Capture().run("index", third.path, "--index", index) == .found)
    #expect(
      Capture().run("merge", "a1", "https://doi.org/10.5555/PARES.1", "--index", index) == .found)
    #expect(Capture().run("split", "doi:10.5555/pares.1", "--index", index) == .found)
    #expect(Capture().run("duplicates", "--index", index) == .nothing)
  }
}
