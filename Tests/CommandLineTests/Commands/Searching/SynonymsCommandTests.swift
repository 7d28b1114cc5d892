import Foundation
import TestSupport
import Testing
import peerlit

struct SynonymsCommandTests {
  @Test func `the groups with a word are listed`() throws {
    let found = try CorpusIndex.run(["synonyms", "jail"])
    #expect(found.status == .found)
    #expect(
      found.outputText == """
        prison, jail, inmate, incarceration, correctional facility
          weight 0.4, MeSH Prisons; Prisoners

        """)
    let table = try CorpusIndex.run(["synonyms", "hbv", "--format", "tsv"])
    #expect(
      table.outputText == "weight\tsource\tforms\n0.7\tin-house\thbv|hepatitis b|hep b\n")
    #expect(try CorpusIndex.run(["synonyms", "qwertyuiop"]).status == .nothing)
  }

  @Test func `your own groups come first`() throws {
    let temporary = try TemporaryFolder()
    defer { temporary.remove() }
    let file = try temporary.file("synonyms.txt", "jail|gaol|nick\n").path
    let listed = try CorpusIndex.run(["synonyms", "nick", "--synonyms", file])
    #expect(listed.outputText.hasPrefix("jail, gaol, nick\n  weight 0.7, your own\n"))
  }
}
