import Foundation
import Literature

/// The records of the exports in a folder, by the files that they link to.
///
/// Zotero keeps each file in its own folder: `storage/ABCD1234/paper.pdf` in its data, and
/// `files/12/paper.pdf` next to an export. A record names the file under `L1` (RIS), `file`
/// (BibTeX) or an attachment (RDF), so the file's metadata is that of the record, and both are one
/// work.
struct LinkedRecords: Sendable {
  private var documents: [String: Document] = [:]

  /// Folders in which reference managers keep files.
  private static let stores: Set<Substring> = ["storage", "files"]
  /// Maximum size, in bytes, of an export that is read for its links.
  private static let sizeLimit = 1 << 26

  /// The folder with the exports that may link to a file; `nil` for files stored elsewhere.
  static func exportFolder(ofFile path: String) -> String? {
    let parts = path.split(separator: "/")
    guard parts.count >= 4, stores.contains(parts[parts.count - 3]) else { return nil }
    return "/" + parts.dropLast(3).joined(separator: "/")
  }

  /// Reads the exports in a folder, without those that are links to other folders.
  init(folder: String, _ links: LinkPolicy) {
    for name in (try? FileStatus.names(in: folder)) ?? [] {
      let path = "\(folder)/\(name)"
      let format = FileName(name).extension
      guard ["ris", "bib", "rdf"].contains(format), links.refusal(ofFile: path, in: folder) == nil,
        let status = try? FileStatus(path, followingLinks: true), status.kind == .file,
        status.size <= Self.sizeLimit, let bytes = Self.contents(of: path, in: folder, links)
      else { continue }
      let origin = RecordOrigin(path: path)
      for reference in Self.references(ByteStream(bytes), format) where !reference.links.isEmpty {
        guard let document = reference.document(from: origin) else { continue }
        for link in reference.links {
          if let key = Self.key(link), documents[key] == nil { documents[key] = document }
        }
      }
    }
  }

  /// The contents of an export; `nil` if a link has taken its place since the check.
  private static func contents(of path: String, in folder: String, _ links: LinkPolicy) -> Data? {
    let descriptor = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    let file = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    if let place = FileStatus.place(of: descriptor),
      links.refusal(ofOpened: place, in: folder) != nil
    {
      return nil
    }
    return try? file.readToEnd()
  }

  private static func references(_ stream: ByteStream, _ format: String) -> [BibliographicRecord] {
    switch format {
    case "bib": return BibTeXReader.references(stream)
    case "rdf": return (try? ZoteroRDFReader.references(stream)) ?? []
    default:
      var records = TaggedRecords<RISSyntax>(stream, from: RecordOrigin(path: ""))
      var references: [BibliographicRecord] = []
      while let reference = records.nextReference() { references.append(reference) }
      return references
    }
  }

  /// The record that links to a file.
  func document(forFile path: String) -> Document? {
    Self.key(path).flatMap { documents[$0] }
  }

  /// The last two parts of a path, which identify a file wherever the store was at export.
  private static func key(_ path: String) -> String? {
    let plain = path.replacing("\\", with: "/")
    let parts = (plain.removingPercentEncoding ?? plain).split(separator: "/")
    return parts.count >= 2 ? parts.suffix(2).joined(separator: "/") : nil
  }
}

extension Document {
  /// Copies the metadata of the record that links to the document's file.
  mutating func takeMetadata(of record: Document) {
    set(\.title, .title, record.title)
    set(\.authors, .authors, record.authors)
    set(\.year, .year, record.year)
    set(\.venue, .venue, record.venue)
    set(\.type, .type, record.type)
    set(\.language, .language, record.language)
    set(\.url, .url, record.url)
    set(\.keywords, .keywords, record.keywords)
    replaceIdentifiers(by: record.identifiers)
    if record.imprint != Imprint() { imprint = record.imprint }
  }
}
