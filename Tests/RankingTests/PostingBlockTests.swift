import Glibc
import Ranking
import SeededRandom
import Testing

/// A block of any form, read in place, equals what was encoded; a damaged one is never read beyond
/// its end.
struct PostingBlockTests {
  typealias Form = PostingBlock.Form

  @Test(arguments: [
    (128, 1...1, Form.consecutive), (128, 1...2, Form.bits), (128, 1...8, Form.bits),
    (128, 9...20, Form.bytes), (128, 400...600, Form.words), (5, 60_000...90_000, Form.words),
    (5, 1...2, Form.bytes), (40, 90_000_000...91_000_000, Form.whole),
  ])
  func `the shortest form is chosen and read`(
    count: Int, gaps: ClosedRange<UInt32>, form: UInt8
  ) throws {
    var random = SplitMix64(seed: UInt64(count) + UInt64(gaps.upperBound))
    for _ in 0..<50 {
      let list = RandomPostings.list(count, gaps: gaps, first: 77, &random)
      let row = PostingLayout.rows(list)[0]
      let entry = PostingLayout.headSize
      let last = list[count - 1].number
      let isDense = last - list[0].number == UInt32(count - 1)
      #expect(row[entry + 12] == (isDense ? Form.consecutive : form))
      row.withUnsafeBytes { bytes in
        guard let start = bytes.baseAddress else { return }
        let block = PostingBlock(
          entry: start + entry, data: start + entry + PostingLayout.entrySize)
        for _ in 0..<20 {
          let from = UInt32.random(in: 0...last + 2, using: &random)
          let end = UInt32.random(in: from...last + 3, using: &random)
          var found: [Posting] = []
          block.forEach(from: from, to: end) { found.append(Posting(number: $0, impact: $1)) }
          #expect(found == list.filter { $0.number >= from && $0.number < end })
          guard from <= last else { continue }
          let next = block.next(from)
          let item = list.firstIndex { $0.number >= from }
          #expect(next.item == item && list[next.item].number == next.number)
          #expect(block.impact(next.item) == list[next.item].impact)
          let one = from < list[0].number ? nil : block.posting(of: from)
          #expect(one.map(\.item) == list.firstIndex { $0.number == from })
          #expect(one.map(\.impact) == list.first { $0.number == from }?.impact)
        }
      }
    }
  }

  /// The block is followed by a page that must not be read.
  @Test func `a block of random bytes stays in its bounds`() throws {
    var random = SplitMix64(seed: 11)
    let page = Int(sysconf(Int32(_SC_PAGESIZE)))
    let room = page * 16
    let memory = try #require(
      mmap(nil, room + page, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0))
    defer { munmap(memory, room + page) }
    #expect(memory != MAP_FAILED && mprotect(memory + room, page, PROT_NONE) == 0)
    let forms = [Form.consecutive, Form.bits, Form.bytes, Form.words, Form.whole]
    for round in 0..<3_000 {
      let form = forms[round % forms.count]
      let count = Int.random(in: 1...256, using: &random)
      let limit = UInt32(1) << UInt32.random(in: 0...16, using: &random)
      let span = UInt32.random(in: 0...limit, using: &random)
      let first = UInt32.random(in: 0...100_000, using: &random)
      let last = first + span
      let size = PostingBlock.size(form: form, span: Int(span), count: count)
      try #require(size <= room)
      var entry: [UInt8] = []
      entry.append(little: first)
      entry.append(little: last)
      entry += [0, 0, UInt8(count - 1), 255, form]
      let data = memory + room - size
      for byte in 0..<size {
        data.storeBytes(
          of: .random(in: 0...255, using: &random), toByteOffset: byte, as: UInt8.self)
      }
      entry.withUnsafeBytes { bytes in
        guard let entry = bytes.baseAddress else { return }
        let block = PostingBlock(entry: entry, data: UnsafeRawPointer(data))
        for _ in 0..<10 {
          let from = UInt32.random(in: 0...last, using: &random)
          let end = UInt32.random(in: from...last + 5_000, using: &random)
          var visits = 0
          var isInside = true
          block.forEach(from: from, to: end) { number, _ in
            visits += 1
            isInside = isInside && number >= from && number < end && number <= last
          }
          #expect(isInside && visits <= count, "round \(round)")
          #expect(block.next(from).item < count, "round \(round)")
          _ = block.impact(block.next(from).item)
          if from >= first, let found = block.posting(of: from) { #expect(found.item < count) }
        }
      }
    }
  }

  @Test func `a block of an unknown form never fits`() {
    for form in UInt8.min...UInt8.max where ![6, 8, 16, 32, 62].contains(form) {
      #expect(PostingBlock.size(form: form, span: 1, count: 1) > 1 << 40)
    }
  }
}
