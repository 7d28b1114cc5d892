import TestSupport
import Testing
import peerlit_evaluate

struct ExpectationsTests {
  static let figure = Expectations.Figure(
    set: "peer", configuration: "default", metric: "nDCG@10", value: 0.64567)

  @Test func `a result meets itself as the expected value`() throws {
    #expect(Self.figure.line == "peer\tdefault\tnDCG@10\t0.6456")
    let folder = try TemporaryFolder()
    let expected = try Expectations(
      contentsOf: folder.file("expected.tsv", "# note\n" + Self.figure.line + "\n"))
    #expect(expected.shortfalls(of: [Self.figure]).isEmpty)
  }

  @Test func `each result that fell is reported`() {
    let expected = Expectations([
      Self.figure,
      .init(set: "other", configuration: "default", metric: "MAP", value: 1),
    ])
    var worse = Self.figure
    worse.value = 0.6
    #expect(
      expected.shortfalls(of: [worse]) == ["peer default nDCG@10: 0.6000, expected 0.6457"])
  }
}
