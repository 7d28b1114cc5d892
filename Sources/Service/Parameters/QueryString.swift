/// The query string of an address.
public enum QueryString {
  /// The names and values, in order; `+` is a space, as in forms.
  ///
  /// - Throws: ``ServiceError`` for a `%` without two hexadecimal digits and for bytes that are not
  ///   UTF-8.
  public static func pairs(
    _ text: String
  ) throws(ServiceError) -> [(name: String, value: String)] {
    var pairs: [(name: String, value: String)] = []
    for part in Array(text.utf8).split(separator: UInt8(ascii: "&")) {
      let separator = part.firstIndex(of: UInt8(ascii: "=")) ?? part.endIndex
      let name = try decoded(part[..<separator], isForm: true)
      pairs.append((name, try decoded(part[separator...].dropFirst(), isForm: true)))
    }
    return pairs
  }

  /// A part of an address, percent-decoded.
  ///
  /// - Parameter isForm: whether `+` is a space.
  static func decoded(
    _ bytes: some Sequence<UInt8>, isForm: Bool = false
  ) throws(ServiceError) -> String {
    var result: [UInt8] = []
    var rest = bytes.makeIterator()
    while let byte = rest.next() {
      switch byte {
      case UInt8(ascii: "%"):
        guard let high = rest.next().flatMap(digit), let low = rest.next().flatMap(digit) else {
          throw ServiceError(
            .malformedAddress, "A % in the address is not followed by two hexadecimal digits.",
            hint: "Write a literal percent sign as %25.")
        }
        result.append(high << 4 | low)
      case UInt8(ascii: "+") where isForm: result.append(UInt8(ascii: " "))
      default: result.append(byte)
      }
    }
    guard let text = String(validating: result, as: UTF8.self) else {
      throw ServiceError(
        .malformedAddress, "The address contains bytes that are not UTF-8.",
        hint: "Encode text as UTF-8, then each byte as %XX.")
    }
    return text
  }

  /// A text percent-encoded for a query string or a segment of a path.
  ///
  /// - Parameter isForm: whether a space is `+`, as in the query string of a form.
  public static func encoded(_ text: String, isForm: Bool = false) -> String {
    let digits = Array("0123456789ABCDEF".utf8)
    var result: [UInt8] = []
    result.reserveCapacity(text.utf8.count)
    for byte in text.utf8 {
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "-"), UInt8(ascii: "."),
        UInt8(ascii: "_"), UInt8(ascii: "~"):
        result.append(byte)
      case UInt8(ascii: " ") where isForm: result.append(UInt8(ascii: "+"))
      default:
        result.append(UInt8(ascii: "%"))
        result.append(digits[Int(byte >> 4)])
        result.append(digits[Int(byte & 15)])
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  private static func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x30...0x39: byte - 0x30
    case 0x41...0x46: byte - 0x41 + 10
    case 0x61...0x66: byte - 0x61 + 10
    default: nil
    }
  }
}
