extension PostingLayout {
  /// The numbers of all postings of a row; of a damaged row, those before the damage.
  package static func numbers(
    _ bytes: [UInt8], row: Int
  ) -> (numbers: [UInt32], isWhole: Bool) {
    var numbers: [UInt32] = []
    func integer(_ offset: Int, _ size: Int) -> Int {
      (0..<size).reduce(0) { $0 | Int(bytes[offset + $1]) << (8 * $1) }
    }
    if row == 0, bytes.count <= shortSize {
      for item in 0..<bytes.count / 5 { numbers.append(UInt32(integer(item * 4, 4))) }
      return (numbers, bytes.count % 5 == 0)
    }
    guard bytes.count >= headSize else { return (numbers, false) }
    let rows = row == 0 ? integer(4, 2) : 0
    let blocks = integer(row == 0 ? 6 : 4, 2)
    let entries = row == 0 ? headSize + (rows > 1 ? rows * rowEntrySize : 0) : laterHeadSize
    let data = entries + blocks * entrySize
    guard data <= bytes.count else { return (numbers, false) }
    for block in 0..<blocks {
      let entry = entries + block * entrySize
      let count = Int(bytes[entry + 10]) + 1
      let span = integer(entry + 4, 4) - integer(entry, 4)
      let before = numbers.count
      guard span >= 0,
        data + integer(entry + 8, 2)
          + PostingBlock.size(form: bytes[entry + 12], span: span, count: count) <= bytes.count
      else { return (numbers, false) }
      bytes.withUnsafeBytes { bytes in
        guard let start = bytes.baseAddress else { return }
        PostingBlock(entry: start + entry, data: start + data)
          .forEach(from: 0, to: .max) { number, _ in numbers.append(number) }
      }
      guard numbers.count == before + count else { return (numbers, false) }
    }
    return (numbers, true)
  }
}
