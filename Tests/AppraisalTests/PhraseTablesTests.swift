import Appraisal
import Literature
import Testing

struct PhraseTablesTests {
  private static let facets = FacetDefinition.codes.map(\.name.rawValue)

  @Test(arguments: facets + ["headings", "contexts"])
  func `phrases are well formed`(name: String) {
    let table = Table(named: "\(name).tsv")
    #expect(!table.rows.isEmpty)
    for row in table.rows {
      var depth = 0
      for character in row["phrases"] {
        if character == "(" { depth += 1 }
        if character == ")" { depth -= 1 }
        #expect(depth == 0 || depth == 1, "\(name): brackets of \(row["code"]) \(row["rule"])")
      }
      #expect(depth == 0)
    }
  }

  @Test(arguments: facets)
  func `every code is in the vocabulary, and every given code has phrases`(name: String) throws {
    let codes = Set(Table(named: "\(name).tsv").rows.map { $0["code"] }).subtracting([""])
    let entries = Vocabulary.standard.entries.filter { $0.facet.rawValue == name && $0.isGiven }
    #expect(codes == Set(entries.map(\.code)))
  }
}
