import Service
import Testing

struct FiguresTests {
  @Test(arguments: [
    (0, "0"), (999, "999"), (1000, "1,000"), (101_016, "101,016"), (1_234_567, "1,234,567"),
    (-1234, "-1,234"),
  ])
  func `thousands are parted`(number: Int, text: String) {
    #expect(Figures.whole(number) == text)
  }

  @Test(arguments: [(0, "0 passages"), (1, "1 passage"), (2000, "2,000 passages")])
  func `things are counted`(number: Int, text: String) {
    #expect(Figures.counted(number, "passage") == text)
  }

  @Test(arguments: [
    (412, "412 µs"), (1000, "1.0 ms"), (3240, "3.2 ms"), (9960, "10 ms"), (412_000, "412 ms"),
    (1_440_000, "1.4 s"),
  ])
  func `times are rounded`(microseconds: Int, text: String) {
    #expect(Figures.time(microseconds: microseconds) == text)
  }
}
