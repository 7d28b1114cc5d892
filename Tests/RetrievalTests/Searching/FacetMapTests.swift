import Answers
import Literature
import Retrieval
import Query
import Testing

/// Maps of one facet against another.
struct FacetMapTests {
  private static func map(
    _ records: [Record], _ rows: FacetName, _ columns: FacetName, _ query: String = ""
  ) throws -> FacetMap {
    let library = try TemporaryLibrary()
    try library.write("a.jsonl", records)
    try library.index()
    return try library.open().map(rows: rows, columns: columns, SearchRequest(query))
  }

  private static func record(_ id: String, _ text: String, _ method: [String], year: Int?)
    -> Record
  {
    var record = Record(id, title: "Record \(id)", text: text)
    record.method = method
    record.year = year
    return record
  }

  @Test func `values without a match are shown as well`() throws {
    let map = try Self.map(
      [
        Self.record("1", "Zebras.", ["qualitative", "cross-sectional"], year: 2015),
        Self.record("2", "Lions.", ["cohort"], year: 2018),
        Self.record("3", "Zebras.", [], year: nil),
      ], .method, .year, "zebras")
    #expect(map.documents == 2)
    #expect(map.rows.first == "qualitative" || map.rows.first == "cross-sectional")
    #expect(map.rows.last == "none")
    #expect(map.rows.contains("cohort"))
    #expect(map.columns == ["2015", "2016", "2017", "2018", "none"])
    #expect(map.columnTotals == [1, 0, 0, 0, 1])
    let cohort = try #require(map.rows.firstIndex(of: "cohort"))
    #expect(map.counts[cohort] == [0, 0, 0, 0, 0])
    #expect(map.rowTotals[cohort] == 0)
    #expect(map.counts.last == [0, 0, 0, 0, 1])
  }

  @Test(arguments: [
    ([2015, 2016], ["2015", "2016"]),
    (
      [1998, 2024],
      ["1995..1999", "2000..2004", "2005..2009", "2010..2014", "2015..2019", "2020..2024"]
    ),
    ([1750, 2024], ["1740..1759", "2020..2039"]),
    ([1000, 1524, 2099], ["1000..1099", "1500..1599", "2000..2099"]),
    ([], []),
  ])
  func `years are grouped if there are many`(years: [Int], values: [String]) throws {
    let records = years.map { Self.record("y\($0)", "Peers.", [], year: $0) }
    let map = try Self.map(records + [Self.record("x", "Peers.", [], year: nil)], .year, .method)
    #expect(Set(map.rows).isSuperset(of: values + ["none"]))
    #expect(map.rows.count <= 21)
    #expect(map.rowTotals.reduce(0, +) == years.count + 1)
  }
}
