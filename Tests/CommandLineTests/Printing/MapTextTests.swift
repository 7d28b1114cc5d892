import Answers
import Retrieval
import Testing
import peerlit

struct MapTextTests {
  @Test func `a map is a table with numbered columns`() {
    let map = FacetMap(
      query: InterpretedQuery(text: "", interpreted: "(any)"), documents: 1500, rowFacet: "method",
      columnFacet: "condition", rows: ["qualitative", "none"],
      columns: ["hepatitis-c", "mental-health", "none"], counts: [[2, 0, 12], [0, 1490, 0]])
    #expect(
      MapText().text(map) == """
        method by condition, 1,500 documents
                     1      2   3
        qualitative  2      ·  12
        none         ·  1,490   ·

        1=hepatitis-c, 2=mental-health, 3=none
        """)
  }
}
