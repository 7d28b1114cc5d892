/// Every format that is read, in the order in which they are asked; the first that recognises a
/// file reads it.
package enum Formats {
  /// The readers; a new format is one line here.
  package static let all: [any DocumentReader.Type] = [
    PubMedXMLReader.self,
    JATSReader.self,
    TEIReader.self,
    EndNoteXMLReader.self,
    NBIBReader.self,
    RISReader.self,
    WebOfScienceReader.self,
    BibTeXReader.self,
    JSONLinesReader.self,
    CSLJSONReader.self,
    TableReader.self,
    MarkdownReader.self,
    PlainTextReader.self,
  ]

  /// The reader for a file that begins like this, or `nil` when none knows it.
  package static func reader(for head: FileHead) -> (any DocumentReader)? {
    all.first { $0.recognises(head) }.map { $0.init() }
  }
}
