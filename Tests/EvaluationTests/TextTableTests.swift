import Testing
import peerlit_evaluate

struct TextTableTests {
  @Test func `numbers are aligned to the right`() {
    var table = TextTable(["set", "MAP"])
    table.rows = [["peer", "0.6"], ["nfcorpus", "12.3"]]
    #expect(
      table.text == """
        set        MAP
        --------  ----
        peer       0.6
        nfcorpus  12.3
        """)
  }

  @Test(arguments: [
    (0.64567, 4, "0.6457"), (-1.5, 1, "-1.5"), (0.04, 1, "0.0"), (12, 0, "12"), (-0.001, 2, "0.00"),
  ])
  func `numbers have a fixed number of digits`(_ value: Double, _ digits: Int, _ text: String) {
    #expect(value.fixed(digits) == text)
  }
}
