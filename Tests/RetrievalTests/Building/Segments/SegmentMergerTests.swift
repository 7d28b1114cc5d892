import Testing

import Retrieval

/// The choice of the segments to merge, by their sizes.
struct SegmentMergerTests {
  @Test(
    arguments: [
      ([], nil), ([5], nil), ([3, 1], 0..<2), ([4, 1], nil), ([9, 3, 1], 0..<3),
      ([100, 9, 3, 1], 1..<4), ([1, 1, 1, 1, 1, 1, 1], 0..<7), ([9, 1, 1], 1..<3),
    ] as [([Int], Range<Int>?)])
  func `at the end, the newest are merged with neighbours up to three times as large`(
    sizes: [Int], merged: Range<Int>?
  ) {
    #expect(SegmentMerger.newest(of: sizes, isLast: true) == merged)
  }

  @Test(
    arguments: [
      ([3, 1], nil), ([1, 1, 1, 1, 1, 1, 1], nil), ([1, 1, 1, 1, 1, 1, 1, 1], 0..<8),
      ([90, 1, 1, 1, 1, 1, 1, 1, 1], 1..<9),
    ] as [([Int], Range<Int>?)])
  func `while more are expected, eight are collected first`(sizes: [Int], merged: Range<Int>?) {
    #expect(SegmentMerger.newest(of: sizes, isLast: false) == merged)
  }

  @Test func `batches of one size never leave more than a dozen live`() {
    var sizes: [Int] = []
    var written = 0
    for _ in 0..<300 {
      sizes.append(1)
      written += 1
      while let run = SegmentMerger.newest(of: sizes, isLast: false) {
        let size = sizes[run].reduce(0, +)
        sizes.replaceSubrange(run, with: [size])
        written += size
      }
      #expect(sizes.count <= 12)
    }
    // Merging two at a time would write every posting eight times over.
    #expect(written < 300 * 7)
  }
}
