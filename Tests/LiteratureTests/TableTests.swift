import Literature
import Testing

struct TableTests {
  @Test func `cells are read by the names of columns`() {
    let table = Table(text: "# a comment\nname\tlist\nfirst\ta|b\n\n# another\nsecond\t-\nthird\n")
    #expect(table.rows.map { $0["name"] } == ["first", "second", "third"])
    #expect(table.rows.map { $0.list("list") } == [["a", "b"], [], []])
    #expect(table.rows[0]["nowhere"].isEmpty)
  }

  @Test(arguments: ["", "# only a comment\n", "\n\n"])
  func `an empty table has no rows`(text: String) {
    #expect(Table(text: text).rows.isEmpty)
  }
}
