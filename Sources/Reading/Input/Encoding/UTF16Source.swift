/// Converts UTF-16 to UTF-8, for exports written by Windows programs.
struct UTF16Source: ByteSource {
  private let stream: ByteStream
  private let isBigEndian: Bool
  private var pending: [UInt8] = []
  private var units: [UInt16] = []
  private var ready = ConvertedBytes()

  /// Reads a stream after its byte-order mark.
  init(_ stream: ByteStream, isBigEndian: Bool) {
    self.stream = stream
    self.isBigEndian = isBigEndian
  }

  mutating func read(into buffer: UnsafeMutableRawBufferPointer) throws(ReadError) -> Int {
    while ready.isEmpty {
      guard try fill() else { return 0 }
    }
    return ready.give(to: buffer)
  }

  /// Transcodes the next block; half a character at its end is kept for the next one.
  private mutating func fill() throws(ReadError) -> Bool {
    var block = [UInt8](repeating: 0, count: 1 << 16)
    let count = block.withUnsafeMutableBytes { stream.read(into: $0) }
    if let failure = stream.failure { throw failure }
    pending += block[..<count]
    for at in stride(from: 0, to: pending.count & ~1, by: 2) {
      let (first, second) = (UInt16(pending[at]), UInt16(pending[at + 1]))
      units.append(isBigEndian ? first << 8 | second : second << 8 | first)
    }
    pending = Array(pending.suffix(pending.count % 2))
    guard count > 0 || !units.isEmpty else { return false }
    let isHalf = count > 0 && units.last.map { UTF16.isLeadSurrogate($0) } == true
    let whole = isHalf ? units.dropLast() : units[...]
    ready.replace(by: Array(String(decoding: whole, as: UTF16.self).utf8))
    units = isHalf ? Array(units.suffix(1)) : []
    return true
  }
}
