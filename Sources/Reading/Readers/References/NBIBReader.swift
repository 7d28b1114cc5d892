import Literature

/// MEDLINE's display format, as PubMed and ERIC export it (.nbib): "PMID- 10899500".
package struct NBIBReader: TaggedReader {
  typealias Syntax = MEDLINESyntax

  package static let format = "MEDLINE (nbib)"

  package static func recognises(_ head: FileHead) -> Bool {
    head.start.hasPrefix("PMID- ") || head.start.hasPrefix("OWN - ")
      || head.isText && head.holds("OWN - ")
        && (head.holds("\nPMID- ") || head.holds("\nOWN - ERIC"))
  }

  package init() {}
}
