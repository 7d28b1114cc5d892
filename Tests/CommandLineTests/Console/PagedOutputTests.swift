import Foundation
import Testing
import peerlit

/// Long output on a terminal goes to a pager.
struct PagedOutputTests {
  /// Runs `facets --codes`, which prints much, on a terminal; returns the output on the terminal,
  /// the input of the pager, and how the pager was started.
  private static func run(
    _ arguments: [String], rows: Int?, environment: [String: String] = [:], hasPager: Bool = true
  ) -> (screen: String, paged: String, started: [[String]]) {
    var paged: [UInt8] = []
    var started: [[String]] = []
    let capture = Capture()
    let console = Console(
      environment: environment, screenRows: rows,
      start: { arguments in
        started.append(arguments)
        return hasPager ? StartedProgram(write: { paged += $0 }, end: { 0 }) : nil
      }, sink: capture.take)
    _ = Program.run(arguments, on: console)
    return (capture.outputText, String(decoding: paged, as: UTF8.self), started)
  }

  @Test func `only long output on a terminal is paged`() {
    let whole = Self.run(["facets", "--codes"], rows: nil)
    #expect(whole.paged.isEmpty && whole.started.isEmpty && whole.screen.count > 1000)
    let long = Self.run(["facets", "--codes"], rows: 24)
    #expect(long.screen.isEmpty && long.paged == whole.screen)
    #expect(long.started == [["sh", "-c", "LESS=${LESS-FRX} LV=${LV--c} exec less"]])
    let short = Self.run(["facets", "--codes"], rows: 10_000)
    #expect(short.screen == whole.screen && short.started.isEmpty)
  }

  @Test func `answers to typed SQL are not held back by a pager`() throws {
    let capture = Capture()
    var shown: [String] = []
    let console = Console(
      isInteractive: true, screenRows: 24,
      start: { _ in
        Issue.record("A pager was started.")
        return nil
      },
      source: {
        shown.append(capture.outputText)
        return shown.count == 1 ? Array("SELECT 41 + 1 AS n;\n".utf8) : []
      }, sink: capture.take)
    _ = Program.run(["sql", "--index", try CorpusIndex.path.get()], on: console)
    #expect(shown == ["", " n\n──\n42\n"])
  }

  @Test func `the user chooses the pager, or none`() {
    let most = Self.run(["facets", "--codes"], rows: 24, environment: ["PAGER": "most -s"])
    #expect(most.started.first?.last?.hasSuffix("exec most -s") == true)
    for environment in [["PAGER": ""], ["PAGER": "cat"], ["TERM": "dumb"]] {
      #expect(Self.run(["facets", "--codes"], rows: 24, environment: environment).started.isEmpty)
    }
    #expect(Self.run(["facets", "--codes", "--no-pager"], rows: 24).started.isEmpty)
    let missing = Self.run(["facets", "--codes"], rows: 24, hasPager: false)
    #expect(missing.screen.count > 1000 && missing.paged.isEmpty)
  }
}
