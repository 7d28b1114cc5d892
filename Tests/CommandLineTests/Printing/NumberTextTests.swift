import Answers
import Testing

struct NumberTextTests {
  @Test(arguments: [
    (0, "0"), (999, "999"), (1000, "1,000"), (101_016, "101,016"), (1_234_567, "1,234,567"),
    (-1234, "-1,234"), (Int.min, "-9,223,372,036,854,775,808"),
  ])
  func `thousands are separated`(number: Int, text: String) {
    #expect(NumberText.whole(number) == text)
  }

  @Test(arguments: [
    (0.0, 2, "0.00"), (-0.001, 2, "0.00"), (9.8125, 4, "9.8125"), (1.005, 0, "1"),
    (-2.5, 1, "-2.5"),
    (0.000_001, 6, "0.000001"), (Double.infinity, 2, "inf"),
  ])
  func `decimals are fixed`(number: Double, decimals: Int, text: String) {
    #expect(NumberText.fixed(number, decimals) == text)
  }

  @Test func `counts have a plural`() {
    #expect(NumberText.counted(0, "passage") == "0 passages")
    #expect(NumberText.counted(1, "passage") == "1 passage")
    #expect(NumberText.counted(2000, "query", "queries") == "2,000 queries")
  }

  @Test(arguments: [
    (412, "412 µs"), (1000, "1.0 ms"), (3240, "3.2 ms"), (9960, "10 ms"), (412_000, "412 ms"),
    (999_449, "999 ms"), (999_450, "1.0 s"), (1_440_000, "1.4 s"),
  ])
  func `times are rounded`(microseconds: Int, text: String) {
    #expect(NumberText.time(microseconds: microseconds) == text)
  }
}
