import Literature

/// Web of Science's field-tagged export: "AU Loach, PA", continued after three spaces.
package struct WebOfScienceReader: TaggedReader {
  typealias Syntax = WebOfScienceSyntax

  package static let format = "Web of Science"

  package static func recognises(_ head: FileHead) -> Bool {
    let start = head.start.drop { $0 == "\u{FEFF}" }
    guard start.hasPrefix("FN ") else { return false }
    // An export of a search that found nothing has no records.
    let name = start.prefix { !$0.isNewline }.dropFirst(3)
    if ["Web of Science", "ISI Export Format"].contains(where: { name.contains($0) }) {
      return true
    }
    let next = start.drop { !$0.isNewline }.drop(while: \.isWhitespace)
    return next.hasPrefix("VR ") || head.holds("\nPT ")
  }

  package init() {}
}
