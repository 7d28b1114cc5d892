import Literature

/// The records that a repository gives to harvesters: a `record` for each, with its metadata in
/// Dublin Core (Open Archives Initiative, "Protocol for Metadata Harvesting").
///
/// ``JATSReader`` reads those that contain articles.
package struct OAIReader: XMLRecordReader {
  package static let format = "OAI-PMH"
  static let records = ["record"]

  package static func recognises(_ head: FileHead) -> Bool { head.xmlRoot == "OAI-PMH" }

  package init() {}

  func document(_ record: XMLElement, from origin: RecordOrigin, line: Int) -> Document? {
    guard let fields = Self.fields(of: record) else { return nil }
    var reference = DublinCore(fields).reference
    let number = record.child("header", "identifier")?.content
    reference.key = number
    let arXiv = "oai:arXiv.org:"
    if let number, number.hasPrefix(arXiv) {
      reference.addAccessions(String(number.dropFirst(arXiv.count)), of: "arXiv")
    }
    return reference.document(from: origin, line: line)
  }

  func unread(_ record: XMLElement) -> String? {
    if record.child("header")?.attribute("status") == "deleted" {
      return "was deleted from the repository"
    }
    guard let metadata = record.child("metadata"), Self.fields(of: record) == nil else {
      return nil
    }
    let names = metadata.children.prefix(3).map(\.localName).joined(separator: ", ")
    return "has its metadata in another format than Dublin Core (\(names)); harvest oai_dc instead"
  }

  /// The element with the fields in Dublin Core; `nil` if there is none.
  private static func fields(of record: XMLElement) -> XMLElement? {
    record.child("metadata")?.children.first {
      ["dc", "qualifieddc", "thesis"].contains($0.localName)
    }
  }
}
