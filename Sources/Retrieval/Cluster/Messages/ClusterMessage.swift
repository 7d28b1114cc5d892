/// A message to the program that reads or writes shards.
///
/// Numbers are little-endian; a text is its length in bytes, as 32 bits, and its bytes.
struct ClusterMessage {
  private(set) var bytes: [UInt8]

  init(_ kind: Character) {
    bytes = []
    append(kind)
  }

  mutating func append(_ kind: Character) { bytes.append(kind.asciiValue ?? 0) }

  mutating func append(_ byte: UInt8) { bytes.append(byte) }

  mutating func append(_ number: UInt32) { bytes.append(little: number) }

  mutating func append(count: Int) { append(UInt32(clamping: count)) }

  mutating func append(_ number: Double) { bytes.append(little: number.bitPattern) }

  mutating func append(_ text: String) {
    var text = text
    text.withUTF8 { utf8 in
      append(count: utf8.count)
      bytes.append(contentsOf: utf8)
    }
  }

  mutating func append(raw bytes: [UInt8]) { self.bytes += bytes }

  mutating func append(data: [UInt8]) {
    append(count: data.count)
    bytes.append(contentsOf: data)
  }
}
