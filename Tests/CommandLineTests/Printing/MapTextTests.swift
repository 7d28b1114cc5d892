import Answers
import Retrieval
import Testing
import peerlit

struct MapTextTests {
  static func map(_ columns: Int) -> FacetMap {
    FacetMap(
      query: InterpretedQuery(text: "", interpreted: "(any)"), documents: 1500, rowFacet: "method",
      columnFacet: "condition", rows: ["qualitative", "none"],
      columns: (0..<columns).map { "code-\($0 + 1)" },
      counts: [(0..<columns).map { $0 * 100 }, (0..<columns).map { _ in 0 }],
      rowTotals: [900, 0], columnTotals: (0..<columns).map { $0 * 100 })
  }

  @Test func `a map is a table with numbered columns`() {
    let map = FacetMap(
      query: InterpretedQuery(text: "", interpreted: "(any)"), documents: 1500, rowFacet: "method",
      columnFacet: "condition", rows: ["qualitative", "none"],
      columns: ["hepatitis-c", "mental-health", "none"], counts: [[2, 0, 12], [0, 1490, 0]],
      rowTotals: [13, 1490], columnTotals: [2, 1490, 12])
    #expect(
      MapText().text(map) == """
        Study design by condition, 1,500 documents
                     1      2   3    all
        qualitative  2      ·  12     13
        none         ·  1,490   ·  1,490
        all          2  1,490  12  1,500

        1=hepatitis-c, 2=mental-health, 3=none
        ·: no document has both values. A document counts under each of its values, also
        under broader ones, and once in “all”.
        """)
  }

  @Test func `rows and columns without a document can be left out`() {
    let map = FacetMap(
      query: InterpretedQuery(text: "", interpreted: "(any)"), documents: 3, rowFacet: "method",
      columnFacet: "setting", rows: ["cohort", "survey", "none"],
      columns: ["prison", "school", "none"], counts: [[1, 0, 0], [0, 0, 0], [0, 0, 2]],
      rowTotals: [1, 0, 2], columnTotals: [1, 0, 2])
    #expect(
      MapTable().text(map.withoutEmpty, as: .csv(marksFormulas: false)) == """
        method/setting,prison,none,all
        cohort,1,0,1
        none,0,2,2
        all,1,2,3
        """)
  }

  @Test func `a wide map is printed in blocks of columns`() {
    #expect(
      MapText(style: TextStyle(width: 40)).text(Self.map(8)) == """
        Study design by condition, 1,500
        documents
                     1    2    3    4    5    6
        qualitative  ·  100  200  300  400  500
        none         ·    ·    ·    ·    ·    ·
        all          ·  100  200  300  400  500

                       7    8    all
        qualitative  600  700    900
        none           ·    ·      ·
        all          600  700  1,500

        1=code-1, 2=code-2, 3=code-3, 4=code-4,
        5=code-5, 6=code-6, 7=code-7, 8=code-8
        ·: no document has both values. A
        document counts under each of its
        values, also under broader ones, and
        once in “all”.
        """)
  }

  @Test func `years are their own column headings`() {
    let map = FacetMap(
      query: InterpretedQuery(text: "", interpreted: "(any)"), documents: 3, rowFacet: "method",
      columnFacet: "year", rows: ["cohort"], columns: ["2015..2019", "2020..2024", "none"],
      counts: [[1, 0, 2]], rowTotals: [3], columnTotals: [1, 0, 2])
    #expect(
      MapText().text(map) == """
        Study design by year, 3 documents
                2015..2019  2020..2024  none  all
        cohort           1           ·     2    3
        all              1           ·     2    3

        ·: no document has both values. A document counts under each of its values, also
        under broader ones, and once in “all”.
        """)
    #expect(
      MapTable().text(map)
        == "method/year\t2015..2019\t2020..2024\tnone\tall\ncohort\t1\t0\t2\t3\nall\t1\t0\t2\t3")
  }

  @Test(arguments: [40, 61, 80]) func `no line is too wide`(width: Int) {
    let text = MapText(style: TextStyle(width: width)).text(Self.map(60))
    for line in text.split(separator: "\n") { #expect(DisplayWidth.of(String(line)) <= width) }
    #expect(text.contains("60=code-60"))
  }
}
