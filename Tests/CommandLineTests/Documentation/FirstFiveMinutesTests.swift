import Foundation
import TestSupport
import Testing
import peerlit

/// Runs the steps of `docs/first-five-minutes.md`, as a reader would.
struct FirstFiveMinutesTests {
  @Test func `every step prints what the page shows`() throws {
    let temporary = try TemporaryFolder()
    defer { temporary.remove() }
    let folder = temporary.url
    let steps = ReadmeTests.examples(of: "docs/first-five-minutes.md")
    #expect(steps.count == 6)
    for step in steps {
      var words = ReadmeTests.words(step.command)
      #expect(words.removeFirst() == "tools/peerlit")
      words = words.map { word in
        if word.hasPrefix("docs/") { return Project.root.appending(path: word).path }
        let isFile = word.hasSuffix(".sqlite") || word.hasSuffix(".json")
        return isFile ? folder.appending(path: word).path : word
      }
      let capture = Capture()
      #expect(capture.run(words) == .found)
      ReadmeTests.expect(capture.errorText + capture.outputText, step)
    }
  }

  @Test func `exported records can be read again`() throws {
    let temporary = try TemporaryFolder()
    defer { temporary.remove() }
    let folder = temporary.url
    func path(_ name: String) -> String { folder.appending(path: name).path }
    let library = Project.root.appending(path: "docs/examples/zotero.ris").path
    #expect(Capture().run("index", library, "--index", path("one.sqlite")) == .found)
    let export = Capture()
    #expect(export.run("export", "--to", "ris", "--index", path("one.sqlite")) == .found)
    try Data(export.output).write(to: folder.appending(path: "found.ris"))
    let second = Capture()
    #expect(second.run("index", path("found.ris"), "--index", path("two.sqlite")) == .found)
    #expect(second.outputText.contains("3 records in 1 file: 3 added."))
    for filter in ["qualitative", "rapid-review"] {
      let found = ["one", "two"].map { name in
        let capture = Capture()
        _ = capture.run(
          "search", "--method", filter, "--format", "tsv", "--index", path("\(name).sqlite"))
        return capture.outputText.split(separator: "\n").count
      }
      #expect(found[0] == found[1])
    }
  }
}
