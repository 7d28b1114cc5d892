import Literature

/// Zotero's RDF export: items, with their journals and attachments as separate nodes.
///
/// RDF is a graph: an item refers to its journal and its files by their addresses, so the file is
/// parsed as a whole.
package struct ZoteroRDFReader: DocumentReader {
  package static let format = "Zotero RDF"
  /// Maximum size of an export in bytes.
  private static let sizeLimit = 1 << 27

  package static func recognises(_ head: FileHead) -> Bool {
    head.xmlRoot == "RDF"
      && (head.holds("zotero.org/namespaces") || head.holds("purl.org/net/biblio"))
  }

  package init() {}

  package func read<Stop: Error>(
    _ stream: ByteStream, from origin: RecordOrigin,
    emit: (ReadOutcome) throws(Stop) -> Void
  ) throws(Stop) {
    let items: [ZoteroNode]
    let isCut: Bool
    do throws(ReadError) {
      (items, isCut) = try Self.items(stream)
    } catch {
      try emit(.failed(origin.notice(nil, error.description)))
      return
    }
    for (index, item) in items.enumerated() {
      let location = SourceLocation.record(index + 1)
      if let damage = item.damage {
        try emit(.failed(origin.notice(location, damage)))
      } else if let part = item.part {
        try emit(.skipped(origin.notice(location, "is a \(part) that belongs to no item")))
      } else {
        var document = item.reference.document(from: origin)
        document?.source.number = index + 1
        try emit(origin.outcome(document, at: location))
      }
    }
    // A file that is cut off may have had more items.
    if isCut, items.allSatisfy({ $0.damage == nil }) {
      let reason =
        items.isEmpty ? "ends before its first record" : "is cut off after its last record"
      try emit(.failed(origin.notice(nil, reason)))
    }
  }

  /// The references of an export that are complete, in order.
  static func references(_ stream: ByteStream) throws(ReadError) -> [BibliographicRecord] {
    try items(stream).items.filter { $0.damage == nil && $0.part == nil }.map(\.reference)
  }

  private static func items(
    _ stream: ByteStream
  ) throws(ReadError) -> (items: [ZoteroNode], isCut: Bool) {
    let root = FileHead(name: "", bytes: stream.peek(FileHead.length)).xmlRoot
    let bytes = try stream.readAll(limit: sizeLimit)
    let end = XMLEnd(of: bytes)
    let isCut = root != nil && !end.closes(root: root)
    let items = try XMLTree(PackedText.withoutProlog(bytes)).withRoot { root in
      ZoteroGraph(root, cutAt: isCut ? end : nil).items
    }
    return (items, isCut)
  }
}

/// An item of an export, or a part of one that is on its own.
private struct ZoteroNode {
  var reference: BibliographicRecord
  /// The kind of part if it is not an item: a note or a file.
  var part: String?
  /// Why it is incomplete, if the file is cut off.
  var damage: String?
}

/// The nodes of an export by their addresses.
private struct ZoteroGraph {
  private let root: XMLElement
  private var nodes: [String: XMLElement] = [:]

  /// The addresses of notes and files that belong to items.
  private var owned: Set<String> = []
  /// The element within which the file is cut off.
  private var cut: XMLElement?
  private let isCut: Bool

  /// Collects the nodes.
  ///
  /// - Parameter end: the end of the file if it is cut off.
  init(_ root: XMLElement, cutAt end: XMLEnd?) {
    self.root = root
    isCut = end != nil
    let all = Array(root.children)
    if let end, let last = all.last, !end.closes(lastElement: last.name) { cut = last }
    for node in all.dropLast(cut == nil ? 0 : 1) {
      if let address = node.attribute("about"), nodes[address] == nil { nodes[address] = node }
      for part in node.children where part.isNamed(anyOf: ["isReferencedBy", "link"]) {
        if let address = part.attribute("resource") { owned.insert(address) }
      }
    }
  }

  /// Elements that are parts of items, not items.
  private static let parts: [StaticString] = [
    "Attachment", "Memo", "Collection", "Journal", "Series", "Description",
  ]

  var items: [ZoteroNode] {
    root.children.compactMap { node in
      if isItem(node) { return ZoteroNode(reference: reference(node), damage: damage(node)) }
      return part(node).map { ZoteroNode(reference: BibliographicRecord(), part: $0) }
    }
  }

  /// The kind of a note or a file on its own; `nil` for everything else.
  private func part(_ node: XMLElement) -> String? {
    let name: String
    if node.isNamed("Memo") {
      name = "note"
    } else if node.isNamed("Attachment") {
      name = "file"
    } else {
      return nil
    }
    // The item of a note may be after the end of the file.
    return isCut || owned.contains(node.attribute("about") ?? "") ? nil : name
  }

  private func isItem(_ node: XMLElement) -> Bool {
    guard let type = node.child("itemType")?.content else {
      return !node.isNamed(anyOf: Self.parts)
    }
    return type != "attachment" && type != "note"
  }

  /// Why an item is incomplete, if the file is cut off.
  private func damage(_ item: XMLElement) -> String? {
    guard isCut else { return nil }
    if item == cut { return "the file ends in the middle of this record" }
    let parts = item.children.filter { $0.isNamed(anyOf: ["isPartOf", "isReferencedBy", "link"]) }
    let isComplete = parts.compactMap { $0.attribute("resource") }.allSatisfy { nodes[$0] != nil }
    return isComplete ? nil : "refers to a journal, a note or a file after the end of the file"
  }

  private func reference(_ item: XMLElement) -> BibliographicRecord {
    var reference = BibliographicRecord()
    reference.key = item.child("citationKey")?.content
    reference.title = item.child("title")?.content ?? ""
    reference.setNames(names(item.child("authors")), editors: names(item.child("editors")))
    reference.imprint.seriesEditors = names(item.child("seriesEditors"))
    reference.setDate(item.child("date")?.content)
    // Without an item type, the element has the name of one, or is an article.
    let type =
      item.child("itemType")?.content ?? (item.isNamed("Article") ? "journalArticle" : item.name)
    reference.types = ReferenceTypes.combined(
      item.child("type")?.content, with: ReferenceTypes.name(type, in: .zotero))
    reference.language = item.child("language")?.content
    reference.abstract = item.child("abstract")?.content ?? ""
    reference.keywords = item.children("subject").compactMap { subject in
      subject.child("AutomaticTag", "value")?.content ?? subject.content
    }
    reference.imprint.pages = item.child("pages")?.content
    reference.imprint.publisher = item.child("publisher", "Organization", "name")?.content
    reference.imprint.place =
      item.child("publisher", "Organization", "adr", "Address", "locality")?.content
    reference.setEdition(item.child("edition")?.content)
    describe(item, &reference)
    for container in item.children("isPartOf") {
      let node = container.attribute("resource").flatMap { nodes[$0] }
      if let part = node ?? container.children.first(where: { _ in true }) {
        describe(container: part, &reference)
      }
    }
    reference.setVenue(
      proceedings: reference.venue,
      conference: item.child("presentedAt", "Conference", "title")?.content)
    reference.setAccessed(item.child("dateSubmitted")?.content)
    for note in item.children("isReferencedBy") {
      let memo = note.attribute("resource").flatMap { nodes[$0] } ?? note.child("Memo")
      if let text = memo?.child("value")?.content { reference.notes.append(ZoteroNote.plain(text)) }
    }
    for link in item.children("link") {
      let path = link.attribute("resource").flatMap { nodes[$0] }.flatMap(Self.path)
      if let path { reference.links.append(path) }
    }
    reference.decodeEntities()
    return reference
  }

  /// Identifiers and the URL of an item: "DOI 10.1000/x", or a nested dcterms:URI.
  private func describe(_ item: XMLElement, _ reference: inout BibliographicRecord) {
    for identifier in item.children("identifier") {
      if let address = identifier.child("URI", "value")?.content {
        reference.url = reference.url ?? address
      } else {
        add(identifier.content, to: &reference)
      }
    }
    for note in item.children("description").compactMap(\.content) {
      reference.notes.append(note)
      if !reference.identifiers.contains(where: { $0.scheme == .doi }), note.holds("DOI") {
        reference.add(.doi, note)
      }
    }
  }

  private func describe(container: XMLElement, _ reference: inout BibliographicRecord) {
    if container.isNamed("Series"), !Self.hasOwnSeries(reference) {
      reference.imprint.series = container.child("title")?.content
      return
    }
    reference.venue = reference.venue ?? container.child("title")?.content
    reference.imprint.abbreviation =
      reference.imprint.abbreviation ?? container.child("alternative")?.content
    reference.imprint.volume = reference.imprint.volume ?? container.child("volume")?.content
    reference.imprint.issue =
      reference.imprint.issue ?? (container.child("number") ?? container.child("issue"))?.content
    for identifier in container.children("identifier") { add(identifier.content, to: &reference) }
  }

  private func add(_ identifier: String?, to reference: inout BibliographicRecord) {
    guard let identifier else { return }
    if identifier.hasPrefix("DOI") {
      reference.add(.doi, identifier)
    } else if identifier.hasPrefix("ISBN") {
      for number in identifier.dropFirst(4).split(separator: " ") {
        reference.add(.isbn, String(number))
      }
    } else if identifier.hasPrefix("ISSN") {
      reference.imprint.issn = identifier.dropFirst(4).trimmed
    }
  }

  /// Whether the series of a work is what contains it: a book or a report, not a chapter.
  private static func hasOwnSeries(_ reference: BibliographicRecord) -> Bool {
    let code = ReferenceTypes.deciding(reference.types).flatMap {
      ReferenceTypes.code($0, in: .csl)
    }
    return ["book", "report"].contains(code)
  }

  private func names(_ list: XMLElement?) -> [String] {
    (list?.descendants("Person") ?? []).compactMap { person in
      PersonName.inverted(
        person.child("surname")?.content,
        (person.child("givenName") ?? person.child("givenname"))?.content)
        ?? person.child("name")?.content
    }
  }

  /// The path of an attachment's file.
  private static func path(_ attachment: XMLElement) -> String? {
    guard attachment.isNamed("Attachment") else { return nil }
    return (attachment.child("resource") ?? attachment.child("path"))?.attribute("resource")
  }
}
