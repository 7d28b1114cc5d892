import Literature

/// RIS, the format that reference managers and databases exchange: "TI  - Title".
package struct RISReader: TaggedReader {
  typealias Syntax = RISSyntax

  package static let format = "RIS"

  package static func recognises(_ head: FileHead) -> Bool {
    guard head.isText else { return false }
    // Records without a type are reported.
    let isNamed = head.name.extension == "ris"
    guard isNamed || head.holds("TY") else { return false }
    return head.bytes.withUnsafeBytes { bytes in
      var line = 0
      var lines = 0
      while line < bytes.count, lines < 200 {
        let end = bytes[line...].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? bytes.count
        let text = UnsafeRawBufferPointer(rebasing: bytes[line..<end])
        if opens(text) || isNamed && RISSyntax.hasTag(text) { return true }
        if end > line { lines += 1 }
        line = end + 1
      }
      return false
    }
  }

  /// Whether a line begins a record, ignoring blanks and a byte-order mark before it.
  private static func opens(_ line: UnsafeRawBufferPointer) -> Bool {
    let rest = UnsafeRawBufferPointer(
      rebasing: line.drop { $0 == 0x20 || $0 == 0xEF || $0 == 0xBB || $0 == 0xBF })
    return rest.begins(with: "TY  -") || rest.begins(with: "TY -")
  }

  package init() {}
}
