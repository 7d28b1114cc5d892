import Reading
import Testing

struct ReadingOrderTests {
  private func box(_ left: Double, _ top: Double, _ right: Double, _ bottom: Double)
    -> ReadingOrder.Box
  {
    ReadingOrder.Box(left: left, top: top, right: right, bottom: bottom)
  }

  @Test func `a title, columns, a figure and columns are in order`() {
    let boxes = [
      box(313, 300, 538, 400), box(56, 300, 280, 350), box(56, 360, 280, 400),
      box(80, 50, 500, 100),  // title
      box(60, 420, 530, 500),  // figure
      box(56, 520, 280, 700), box(313, 520, 538, 600), box(313, 610, 538, 700),
    ]
    #expect(ReadingOrder.order(boxes) == [3, 1, 2, 0, 4, 5, 6, 7])
  }

  @Test func `one column is read downwards`() {
    #expect(
      ReadingOrder.order([box(50, 200, 500, 300), box(50, 100, 400, 150), box(80, 160, 450, 190)])
        == [1, 2, 0])
  }

  @Test func `other layouts are read by position`() {
    #expect(ReadingOrder.order([]).isEmpty)
    #expect(ReadingOrder.order([box(0, 0, 0, 0), box(0, 0, 0, 0)]).sorted() == [0, 1])
  }
}
