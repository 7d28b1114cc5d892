import Literature

/// EndNote's tagged format, as EndNote, Zotero, Google Scholar and publishers export it (.enw): "%T
/// Peers".
package struct ENWReader: TaggedReader {
  typealias Syntax = ReferSyntax

  package static let format = "EndNote (enw)"

  package static func recognises(_ head: FileHead) -> Bool {
    guard head.isText else { return false }
    let start = head.start.drop { $0 == "\u{FEFF}" }
    if head.name.extension == "enw" { return start.hasPrefix("%") }
    let lines: [StaticString] = ["\n%T ", "\r%T ", "\n%A ", "\r%A "]
    return ["%0 ", "%A ", "%T "].contains { start.hasPrefix($0) }
      && lines.contains { head.holds($0) }
  }

  package init() {}
}
