extension PositionLayout {
  /// The positions of every posting of a row.
  ///
  /// - Parameter postings: the number of postings of the list, counted from the first in this row.
  package static func positions(_ bytes: [UInt8], postings: Int) -> [[UInt16]] {
    var reader = ByteReader(bytes)
    guard let blocks = reader.byte(), (1...blocksPerRow).contains(Int(blocks)),
      reader.slice(Int(blocks - 1) * 4) != nil
    else { return [] }
    var all: [[UInt16]] = []
    for block in 0..<Int(blocks) {
      let count = min(PostingLayout.blockSize, postings - block * PostingLayout.blockSize)
      guard let leads = reader.slice(count) else { return all }
      for lead in leads {
        if lead < firstLength {
          all.append([UInt16(lead)])
          continue
        }
        var size = 0
        if let short = self.size(lead) {
          size = short
        } else {
          guard let low = reader.byte(), let high = reader.byte() else { return all }
          size = Int(low) | Int(high) << 8
        }
        let end = reader.offset + size
        var found: [UInt16] = []
        var position: UInt32 = 0
        while reader.offset < end, let step = reader.variable() {
          position &+= step
          found.append(UInt16(truncatingIfNeeded: position))
        }
        all.append(found)
      }
    }
    return all
  }
}
