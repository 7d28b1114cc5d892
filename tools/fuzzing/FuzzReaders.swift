import Reading

extension Target {
  /// The readers that parse bytes themselves.
  ///
  /// Readers of PDF and packed formats use other programs and libraries, which are fuzzed
  /// elsewhere.
  static let readers: [String: @Sendable ([UInt8]) -> Void] = {
    let readers: [any DocumentReader.Type] = [
      RISReader.self, ENWReader.self, NBIBReader.self, WebOfScienceReader.self, BibTeXReader.self,
      CSLJSONReader.self, EndNoteXMLReader.self, PubMedXMLReader.self, TableReader.self,
      JATSReader.self, TEIReader.self, HTMLReader.self, MarkdownReader.self, PlainTextReader.self,
      JSONLinesReader.self, RTFReader.self, MailReader.self, ZoteroRDFReader.self, ICTRPReader.self,
      EuropePMCReader.self, EBSCOReader.self, OAIReader.self, FeedReader.self,
    ]
    var targets: [String: @Sendable ([UInt8]) -> Void] = [:]
    for reader in readers {
      let name = String(describing: reader).replacing("Reader", with: "").lowercased()
      targets[name] = { bytes in read(bytes, reader.init()) }
    }
    return targets
  }()

  private static func read(_ bytes: [UInt8], _ reader: some DocumentReader) {
    reader.read(ByteStream(bytes), from: RecordOrigin(path: "/library/x")) { outcome in
      guard case .document(let document, _) = outcome else { return }
      // Sections must lie within the text.
      let size = document.text.utf8.count
      for section in document.sections {
        precondition(section.bytes.lowerBound >= 0 && section.bytes.upperBound <= size)
      }
    }
  }
}
