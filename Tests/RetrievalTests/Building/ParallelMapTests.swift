import Retrieval
import Synchronization
import Testing

/// Values that are computed on several threads and written in order.
struct ParallelMapTests {
  @Test(
    arguments: [
      (0, 4, 3), (1, 4, 0), (2, 0, 1), (2, 1, 12), (7, 1, 3), (100, 3, 12), (1_000, 64, 5),
    ])
  func `values are written in order, and each task is done once, in order`(
    count: Int, ahead: Int, tasks: Int
  ) throws {
    let begun = Counter()
    var done: [Int] = []
    var written: [Int] = []
    var work: [() throws -> Void] = []
    for task in 0..<tasks { work.append { done.append(task) } }
    try ParallelMap.forEach(
      count, ahead: ahead,
      { number in
        begun.add()
        return number * number
      }, meanwhile: work
    ) { number, value in
      #expect(value == number * number)
      #expect(begun.value <= number + max(1, ahead), "too many values were computed")
      written.append(number)
    }
    #expect(written == Array(0..<count))
    #expect(done == Array(0..<tasks))
    #expect(begun.value == count)
  }

  @Test func `tasks are spread over the numbers`() throws {
    var order: [String] = []
    try ParallelMap.forEach(
      6, ahead: 1, { $0 }, meanwhile: [{ order.append("a") }, { order.append("b") }]
    ) { number, _ in order.append("\(number)") }
    #expect(order == ["0", "1", "2", "a", "3", "4", "5", "b"])
  }

  @Test func `heavy values wait until others are written`() throws {
    let begun = Counter()
    let weights = [1, 1, 5, 1, 1, 1, 1]
    // Those that may have begun when each is written: one more than fits.
    let most = [3, 3, 3, 6, 7, 7, 7]
    try ParallelMap.forEach(
      weights.count, ahead: 3, weight: { weights[$0] }, { _ in begun.add() }
    ) { number, _ in #expect(begun.value <= most[number]) }
    #expect(begun.value == weights.count)
  }

  @Test(arguments: [false, true])
  func `an error ends the computation`(inTask: Bool) throws {
    struct Failure: Error {}
    let begun = Counter()
    var written = 0
    #expect(throws: Failure.self) {
      try ParallelMap.forEach(
        100, ahead: 2, { _ in begun.add() }, meanwhile: [{ if inTask { throw Failure() } }]
      ) { number, _ in
        if number == 20, !inTask { throw Failure() }
        written += 1
      }
    }
    let computed = begun.value
    #expect(written == (inTask ? 99 : 20))
    #expect(computed <= written + 2)
  }
}

/// A number that several threads count up.
private final class Counter: Sendable {
  private let count = Mutex(0)

  var value: Int { count.withLock { $0 } }

  func add() { count.withLock { $0 += 1 } }
}
