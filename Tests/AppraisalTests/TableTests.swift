import Appraisal
import Testing

struct TableTests {
  @Test func cellsAreReadByTheNamesOfColumns() {
    let table = Table(text: "# a comment\nname\tlist\nfirst\ta|b\n\n# another\nsecond\t-\nthird\n")
    #expect(table.rows.map { $0["name"] } == ["first", "second", "third"])
    #expect(table.rows.map { $0.list("list") } == [["a", "b"], [], []])
    #expect(table.rows[0]["nowhere"].isEmpty)
  }

  @Test(arguments: ["", "# only a comment\n", "\n\n"])
  func anEmptyTableHasNoRows(text: String) {
    #expect(Table(text: text).rows.isEmpty)
  }

  @Test(arguments: ["method", "setting", "condition", "headings"])
  func phrasesAreWellFormed(name: String) {
    let table = Table(named: "\(name).tsv")
    #expect(table.rows.count > 5)
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

  @Test(arguments: ["method", "setting", "condition"])
  func everyCodeIsInTheVocabularyAndEveryGivenCodeHasPhrases(name: String) throws {
    let codes = Set(Table(named: "\(name).tsv").rows.map { $0["code"] }).subtracting([""])
    let entries = Vocabulary.standard.entries.filter { $0.facet.rawValue == name && $0.isGiven }
    #expect(codes == Set(entries.map(\.code)))
  }

  @Test func aMissingTableIsEmpty() {
    #expect(Table(named: "nowhere.tsv").rows.isEmpty)
  }
}
