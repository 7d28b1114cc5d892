import Literature
import Testing

struct WrittenNumberTests {
  @Test(
    arguments: [
      ("45", 45), ("1204", 1204), ("1,204", 1204), ("1 204", 1204), ("1.204.300", 1_204_300),
      ("1’204", 1204), (" 0 ", 0), ("1,20", nil), (",204", nil), ("1,,204", nil), ("-5", nil),
      ("4.5", nil), ("12,34,567", nil), ("", nil), ("forty", nil), ("99999999999999999999", nil),
    ] as [(String, Int?)])
  func `numbers may have separators between groups of three digits`(text: String, number: Int?) {
    #expect(WrittenNumber.value(text) == number)
  }
}
