/// Numbers written in digits.
extension Scanner {
  /// Reads a number in digits and returns its end, or `nil` if letters follow directly ("3rd").
  static func number(
    _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ kinds: UnsafeBufferPointer<UInt8>,
    _ word: inout ScannedWord
  ) -> Int? {
    let count = bytes.count
    func isDigit(_ at: Int) -> Bool { at < count && kinds[Int(bytes[at])] == digit }
    var at = start
    var value: UInt64 = 0
    func take(_ places: Int) {
      for _ in 0..<places {
        value = min(value &* 10 &+ UInt64(bytes[at] & 0x0F), 4_000_000_000)
        at += 1
      }
    }
    while isDigit(at) { take(1) }
    if at - start <= 3 {
      while let width = separator(bytes, at), isDigit(at + width), isDigit(at + width + 1),
        isDigit(at + width + 2), !isDigit(at + width + 3)
      {
        at += width
        take(3)
        word.shape.insert(.grouped)
      }
    }
    if at < count, bytes[at] == UInt8(ascii: ".") || bytes[at] == 0xC2, at + 1 < count {
      // 4.5 and 4·5
      let width = bytes[at] == 0xC2 ? (bytes[at + 1] == 0xB7 ? 2 : 0) : 1
      if width > 0, isDigit(at + width) {
        let whole = value
        let digits = at - start
        at += width
        let point = at
        while isDigit(at) { at += 1 }
        if at - point == 3, digits <= 3, whole > 0 {
          at = point
          take(3)
          word.shape.insert(.pointed)
        }
        word.shape.insert(.decimal)
      }
    }
    // A letter directly after it makes it part of a word, unless it is a non-ASCII mark.
    if at < count, kinds[Int(bytes[at])] == letter, punctuation(bytes, at) == nil { return nil }
    word.shape.insert(.number)
    var next = at
    if next < count, bytes[next] == UInt8(ascii: " ") { next += 1 }
    if next < count, bytes[next] == UInt8(ascii: "%") { word.shape.insert(.percent) }
    word.value = UInt32(truncatingIfNeeded: value)
    return at
  }

  /// Width in bytes of a thousands separator other than a plain space: `,` `'` `’`, no-break and
  /// thin spaces.
  private static func separator(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int) -> Int? {
    guard at < bytes.count else { return nil }
    switch bytes[at] {
    case UInt8(ascii: ","), UInt8(ascii: "'"): return 1
    case 0xC2 where at + 1 < bytes.count && bytes[at + 1] == 0xA0: return 2
    case 0xE2 where at + 2 < bytes.count && bytes[at + 1] == 0x80:
      return [0x87, 0x89, 0x8A, 0xAF, 0x99].contains(bytes[at + 2]) ? 3 : nil
    default: return nil
    }
  }
}
