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
    for (word, forms) in [
      ("hbv", "hbv|hepatitis b|hep b|hepb"), ("HepC", "hcv|hepatitis c|hep c|hepc"),
      ("PLWHIV", "plwh|plhiv|plwha|plwhiv|people living with hiv"),
    ] {
      let table = try CorpusIndex.run(["synonyms", word, "--format", "tsv"])
      #expect(table.outputText == "weight\tsource\tforms\n0.7\tin-house\t\(forms)\n")
    }
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
