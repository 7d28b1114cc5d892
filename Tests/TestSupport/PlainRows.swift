/// Decodes the rows of posting lists as the documentation of `PostingLayout` and `PositionLayout`
/// says, but without their code.
package enum PlainRows {
  /// The postings of a row.
  package static func postings(_ bytes: [UInt8], row: Int) -> [(UInt32, UInt8)] {
    if row == 0, bytes.count <= 20 {
      let count = bytes.count / 5
      return (0..<count).map { (UInt32(integer(bytes, $0 * 4, 4)), bytes[count * 4 + $0]) }
    }
    var offset = 6
    if row == 0 {
      let rows = integer(bytes, 4, 2)
      offset = 11 + (rows > 1 ? rows * 5 : 0)
    }
    let blocks = integer(bytes, row == 0 ? 6 : 4, 2)
    let data = offset + blocks * 13
    var postings: [(UInt32, UInt8)] = []
    for block in 0..<blocks {
      let entry = offset + block * 13
      let first = integer(bytes, entry, 4)
      let span = integer(bytes, entry + 4, 4) - first
      let count = Int(bytes[entry + 10]) + 1
      var start = data + integer(bytes, entry + 8, 2)

      let shift = Int(bytes[entry + 12])
      let buckets = span >> shift
      /// The bucket of an item.
      func bucket(_ item: Int) -> Int {
        (0..<buckets).first { item < Int(bytes[start + $0]) } ?? buckets
      }
      var steps: [Int] = []
      let numbers = start + buckets
      var end = numbers
      switch bytes[entry + 12] {
      case 62: steps = Array(0..<count)
      case 6:
        steps = (0...span).filter { bytes[numbers + $0 / 8] >> UInt8($0 % 8) & 1 == 1 }
        end += (buckets + 1) * 8
        for (item, step) in steps.enumerated() { precondition(step >> 6 == bucket(item)) }
      case 8:
        steps = (0..<count).map { bucket($0) << 8 + Int(bytes[numbers + $0]) }
        end += count
      case 16:
        steps = (0..<count).map { bucket($0) << 16 + integer(bytes, numbers + $0 * 2, 2) }
        end += count * 2
      default:
        steps = (0..<count).map { integer(bytes, numbers + $0 * 4, 4) }
        end += count * 4
      }
      start = end
      for (item, step) in steps.enumerated() {
        postings.append((UInt32(first + step), bytes[start + item]))
      }
    }
    return postings
  }

  /// The positions of each posting of a row.
  ///
  /// - Parameter postings: number of postings from the first one of the row to the end of the list.
  package static func positions(_ bytes: [UInt8], postings: Int) -> [[Int]] {
    let blocks = Int(bytes[0])
    var all: [[Int]] = []
    for block in 0..<blocks {
      let start = 1 + (blocks - 1) * 4 + (block > 0 ? integer(bytes, block * 4 - 3, 4) : 0)
      let count = min(128, postings - block * 128)
      var offset = start + count
      for item in 0..<count {
        let lead = Int(bytes[start + item])
        if lead < 240 {
          all.append([lead])
          continue
        }
        var length = lead - 240
        if lead == 255 {
          length = integer(bytes, offset, 2)
          offset += 2
        }
        let end = offset + length
        var position = 0
        var found: [Int] = []
        while offset < end {
          var step = 0
          var shift = 0
          while bytes[offset] >= 128 {
            step |= Int(bytes[offset] & 127) << shift
            shift += 7
            offset += 1
          }
          step |= Int(bytes[offset]) << shift
          offset += 1
          position += step
          found.append(position)
        }
        all.append(found)
      }
    }
    return all
  }

  private static func integer(_ bytes: [UInt8], _ offset: Int, _ size: Int) -> Int {
    (0..<size).reduce(0) { $0 | Int(bytes[offset + $1]) << (8 * $1) }
  }
}
