import Foundation
import Literature
import TestSupport
import Testing
import peerlit

/// Values whose confidence is too low to count.
struct PossibleValuesOutputTests {
  @Test func `possible values are shown, and found by filters only if asked for`() throws {
    let temporary = try TemporaryFolder()
    defer { temporary.remove() }
    let folder = temporary.url
    let lines = [
      "A review of the chart was done. Mentors may be useful. Some were interviewed.",
      "Telephone calls were made at school by nurses in the community, in clinics and at work.",
      "Patients who had come to the clinic were asked. Some had been to the ward or been visited.",
      "Mentors met their mentees at a library or at a church. They spoke about their diseases.",
    ].enumerated().map { #"{"_id":"d\#($0)","title":"Mentors","text":"\#($1)"}"# }
    let file = folder.appending(path: "x.jsonl")
    try Data(lines.joined(separator: "\n").utf8).write(to: file)
    let index = folder.appending(path: "index.sqlite").path
    func run(_ arguments: String...) -> String {
      let capture = Capture()
      _ = capture.run(arguments, environment: ["PEERLIT_INDEX": index])
      return capture.outputText
    }
    _ = run("index", file.path)
    let codes = FacetDefinition.codes.map(\.name.rawValue)
    var seen = 0
    for id in ["d0", "d1", "d2", "d3"] {
      let shown = try #require(
        try JSONSerialization.jsonObject(with: Data(run("show", id, "--format", "json").utf8))
          as? [String: Any])
      let facets = try #require(shown["facets"] as? [String: [[String: Any]]])
      for (facet, values) in facets where codes.contains(facet) {
        for value in values {
          let confidence = try #require(value["confidence"] as? Double)
          let code = try #require(value["value"] as? String)
          let isPossible = value["possible"] as? Bool ?? false
          let filter = "\(facet):\(code)"
          let isFound = run("mentors", filter, "--format", "trec").contains(" \(id) ")
          #expect(isFound != isPossible, "\(id) \(filter)")
          #expect(
            run("mentors", filter, "--possible", "--format", "trec").contains(" \(id) "))
          guard isPossible else { continue }
          seen += 1
          // Counts are those of the filter.
          #expect(run("facets", "--possible", "--format", "tsv").contains("\n\(facet)\t\(code)\t"))
          let effective = try #require(shown[facet] as? [String])
          #expect(!effective.contains(code))
          let percent = Int((confidence * 100).rounded())
          #expect(run("show", id).contains(": \(code) (possible, \(percent) %)\n"))
        }
      }
    }
    #expect(seen > 0)
  }

  @Test func `the documents that a range leaves out do not include those with a possible number`()
    throws
  {
    let temporary = try TemporaryFolder()
    defer { temporary.remove() }
    let lines = [
      "A record about mentors for people with sickle cell disease, in 30 adults.",
      "Mentors are useful, and 40 of 90 people said so.", "Mentors met 12 men at a library.",
      "Mentors met their mentees at a church.", "Mentors spoke about their diseases.",
    ].enumerated().map { #"{"_id":"d\#($0)","title":"Mentors","text":"\#($1)"}"# }
    let file = temporary.url.appending(path: "x.jsonl")
    try Data(lines.joined(separator: "\n").utf8).write(to: file)
    let index = temporary.url.appending(path: "index.sqlite").path
    func run(_ arguments: String...) -> String {
      let capture = Capture()
      _ = capture.run(arguments, environment: ["PEERLIT_INDEX": index])
      return (capture.outputText + capture.errorText).replacing("\n", with: " ")
    }
    func found(_ options: String...) -> Int {
      let capture = Capture()
      _ = capture.run(
        ["mentors", "--min-sample", "0", "--format", "trec"] + options,
        environment: ["PEERLIT_INDEX": index])
      return capture.outputText.split(separator: "\n").count
    }
    _ = run("index", file.path)
    #expect(found("--possible") > found())
    #expect(found("--possible", "--include-unknown") == lines.count)
    let left = lines.count - found("--possible")
    let note = "\(left) more documents match, but do not state a sample size (--include-unknown)."
    let text = run("mentors", "--min-sample", "0", "--possible")
    #expect(text.contains(" \(note)"), "\(text)")
  }
}
