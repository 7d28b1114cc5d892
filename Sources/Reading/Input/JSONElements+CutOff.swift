import Literature

extension JSONElements.Element {
  /// The usable parts of this object if the file ends within it, best first: all that was read, and
  /// its members before the last comma.
  var closed: [Self] {
    guard isObject, bytes.count == size else { return [] }
    let whole = Array(bytes[..<endOfWholeMembers])
    // A number at the end may lack digits.
    let isInNumber = bytes.last?.isDigit == true
    return (isInNumber ? [whole] : [bytes, whole]).map { part in
      Self(bytes: part + [0x7D], size: part.count + 1, line: line, isWhole: true)
    }
  }

  /// The offset of the last comma between two members of the object; 1, after its brace, if there
  /// is none.
  private var endOfWholeMembers: Int {
    var end = 1
    var depth = 0
    var string = JSONStringState()
    for (offset, byte) in bytes.enumerated() {
      string.read(byte)
      if string.isInside { continue }
      switch byte {
      case 0x7B, 0x5B: depth += 1
      case 0x7D, 0x5D: depth -= 1
      case 0x2C where depth == 1: end = offset
      default: break
      }
    }
    return end
  }
}
