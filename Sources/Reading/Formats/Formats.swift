/// All formats that are read, in the order in which they are tried; the first that recognises a
/// file reads it.
package enum Formats {
  /// The readers; a new format is one line here.
  package static let all: [any DocumentReader.Type] = [
    PDFReader.self,
    DOCXReader.self,
    XLSXReader.self,
    PPTXReader.self,
    ODTReader.self,
    ODSReader.self,
    EPUBReader.self,
    RTFReader.self,
    MailReader.self,
    ZoteroRDFReader.self,
    PubMedXMLReader.self,
    JATSReader.self,
    TEIReader.self,
    EndNoteXMLReader.self,
    ICTRPReader.self,
    EuropePMCReader.self,
    EBSCOReader.self,
    OAIReader.self,
    FeedReader.self,
    NBIBReader.self,
    RISReader.self,
    ENWReader.self,
    WebOfScienceReader.self,
    BibTeXReader.self,
    JSONLinesReader.self,
    CSLJSONReader.self,
    TableReader.self,
    HTMLReader.self,
    MarkdownReader.self,
    PlainTextReader.self,
  ]

  /// The readers of zip files that are one document.
  static let packed: [any DocumentReader.Type] = all.filter { $0.isPacked }

  /// Whether a zip file is one document, not an archive of files.
  static func isPackedText(_ head: FileHead) -> Bool { packed.contains { $0.recognises(head) } }

  /// The reader for a file with this beginning, or `nil` if none recognises it.
  package static func reader(
    for head: FileHead, options: ReadingOptions = ReadingOptions()
  ) -> (any DocumentReader)? {
    all.first { $0.recognises(head) }.map { $0.init(options: options) }
  }
}
