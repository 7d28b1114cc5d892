import Literature

/// EPUB books and reports (EPUB 2 and 3).
package struct EPUBReader: PackedTextReader {
  package static let format = "EPUB"
  package static let isPacked = true

  package static func recognises(_ head: FileHead) -> Bool {
    head.isZip(with: "application/epub+zip")
  }

  /// The year in a package is the year of publication.
  static let yearIsOfFile = false

  static func isWanted(_ member: String) -> Bool {
    let ending = FileName(member).extension
    return ["opf", "xhtml", "html", "htm", "xht", "xhtm", "xml", ""].contains(ending)
  }

  package init() {}

  func reference(
    _ members: PackedText, _ problems: inout [String]
  ) throws(ReadError) -> BibliographicRecord {
    let path = try members.xml("META-INF/container.xml") { container in
      container.descendants("rootfile").first?.attribute("full-path")
    }
    guard let path = path.flatMap(\.self) else {
      throw .damaged("META-INF/container.xml does not name a package file")
    }
    var reference = BibliographicRecord()
    let chapters = try members.xml(path) { package in
      if let metadata = package.child("metadata") { describe(metadata, &reference) }
      return Self.chapters(package, path)
    }
    guard let chapters else { throw .damaged("the package \(path) is missing") }
    let encrypted = try Self.encrypted(members)
    var (missing, locked): ([String], [String]) = ([], [])
    var builder = TextBuilder()
    // A spine may list a chapter only once (EPUB 3.3, section 5.7); repeated entries must not make
    // a small file large.
    var read = Set<String>()
    for chapter in chapters where read.insert(chapter).inserted {
      guard !encrypted.contains(chapter) else {
        locked.append(chapter)
        continue
      }
      guard let bytes = members[chapter] else {
        missing.append(chapter)
        continue
      }
      // An empty chapter has no root element.
      guard let page = try? HTMLPage(bytes) else { continue }
      let text = page.tree.withRoot { root in
        var content = HTMLContent(root, title: reference.title, isBook: true)
        return content.text
      }
      Self.append(text, to: &builder)
    }
    (reference.abstract, reference.sections) = builder.finish()
    if reference.abstract.isEmpty, !locked.isEmpty { throw .needsPassword }
    for (verb, kind, chapters) in [("lacks", "", missing), ("has", "encrypted ", locked)] {
      guard let first = chapters.first else { continue }
      problems.append(
        chapters.count == 1
          ? "\(verb) the \(kind)chapter \(first)"
          : "\(verb) \(chapters.count) \(kind)chapters, such as \(first)")
    }
    return reference
  }

  /// The members that are encrypted; often only fonts are (EPUB 3.3, section 4.2.6.3.2).
  private static func encrypted(_ members: PackedText) throws(ReadError) -> Set<String> {
    let links = try members.xml("META-INF/encryption.xml") { root in
      root.descendants("CipherReference").compactMap { $0.attribute("URI") }
    }
    return Set((links ?? []).map { resolve($0, []) })
  }

  /// The members of the chapters, by name, in reading order; pictures have no text.
  private static func chapters(_ package: XMLElement, _ path: String) -> [String] {
    let folder = path.split(separator: "/").dropLast().map(String.init)
    var items: [String: String] = [:]
    for item in package.child("manifest")?.children("item") ?? [] {
      guard let id = item.attribute("id"), let link = item.attribute("href"),
        item.attribute("media-type")?.hasPrefix("image/") != true
      else { continue }
      items[id] = resolve(link, folder)
    }
    return (package.child("spine")?.children("itemref") ?? [])
      .compactMap { $0.attribute("idref").flatMap { items[$0] } }
  }

  private func describe(_ metadata: XMLElement, _ reference: inout BibliographicRecord) {
    reference.title = metadata.child("title")?.content ?? ""
    reference.authors = NameList.divided(
      metadata.children("creator").compactMap { creator in
        // "Lee, Ann", by which the book is sorted.
        let name = creator.attribute("file-as") ?? ""
        return name.contains(",") && !OrganisationNames.contains(name, hasComma: false)
          ? name : creator.content
      }, order: .givenFirst)
    reference.year = metadata.child("date")?.content
      .flatMap { PublicationDate.firstYear(in: $0) }
    reference.imprint.publisher = metadata.child("publisher")?.content
    reference.venue = reference.imprint.publisher
    reference.language = metadata.child("language")?.content
    reference.keywords = metadata.children("subject").compactMap(\.content)
    for id in metadata.children("identifier").compactMap(\.content) {
      reference.add(.doi, id)
      reference.add(.isbn, id)
    }
  }

  /// Adds the text of a chapter section by section.
  private static func append(
    _ chapter: (text: String, sections: [Section]), to builder: inout TextBuilder
  ) {
    let utf8 = Array(chapter.text.utf8)
    for section in chapter.sections {
      builder.section(section.heading, section.kind, level: 1)
      let body = String(decoding: utf8[section.bytes], as: UTF8.self)
      for paragraph in body.split(separator: "\n\n") { builder.paragraph(String(paragraph)) }
    }
  }

  /// A link within the book as the name of a member.
  private static func resolve(_ link: String, _ folder: [String]) -> String {
    let path = String(link.prefix { $0 != "#" })
    return PackedText.resolve(path.removingPercentEncoding ?? path, in: folder)
  }
}
