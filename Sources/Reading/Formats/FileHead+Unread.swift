import Literature

extension FileHead {
  /// A description of a file that is not read.
  var kind: String {
    let known: [(String, [UInt8])] = [
      ("a PNG image", [0x89, 0x50, 0x4E, 0x47]), ("a JPEG image", [0xFF, 0xD8, 0xFF]),
      ("a GIF image", Array("GIF8".utf8)), ("a PDF", Array("%PDF".utf8)),
      ("a SQLite file", Array("SQLite format 3".utf8)),
      (oldKind?.kind ?? "an old Office file", Self.oldOffice),
      ("a 7z archive", [0x37, 0x7A, 0xBC, 0xAF]), ("a RAR archive", Array("Rar!".utf8)),
      ("a program", [0x7F, 0x45, 0x4C, 0x46]),
    ]
    if isOpenDocument { return "an OpenDocument file of another kind" }
    if let kind = known.first(where: { bytes.starts(with: $0.1) }) { return kind.0 }
    if !isText { return "binary" }
    return name.extension.isEmpty ? "text" : "text with the extension .\(name.extension)"
  }

  /// The advice on a file that is not read, as the end of a sentence; empty if nothing is known.
  var advice: String {
    // Ovid calls its downloads "citation.cgi", whatever their format.
    if ["enw", "cgi"].contains(name.extension) { return "; export the records as RIS" }
    if kind.hasSuffix("archive") { return "; unpack it, or pack it as .zip" }
    guard bytes.starts(with: Self.oldOffice), let oldKind else { return "" }
    return "; save it as .\(oldKind.other)"
  }

  /// Whether the file is a web page, such as one that asks for a password, although its name is that
  /// of a file of records or of a document.
  var isMisnamedPage: Bool {
    (Self.recordExtensions.contains(name.extension) || Self.documentKinds[name.extension] != nil)
      && HTMLReader.recognises(self)
  }

  /// What is wrong with a file that has the name of a document or of a file of records, but not its
  /// contents; `nil` for files with other names.
  ///
  /// Such a file is damaged, incomplete or protected, so the records that the index has from it
  /// stay.
  var mismatch: String? {
    let ending = name.extension
    if let kind = Self.recordKinds[ending] {
      return "contains no \(kind) records, although its name ends in .\(ending); export them again"
    }
    guard let kind = Self.documentKinds[ending], !isOpenDocument else { return nil }
    if ["docx", "xlsx", "pptx"].contains(ending), bytes.starts(with: Self.oldOffice) {
      return "is protected by a password, or is an old Office file; save a copy without a password "
        + "as .\(ending)"
    }
    return "is not \(kind), although its name ends in .\(ending); replace it with an intact copy"
  }

  /// Whether the file is an OpenDocument file of any kind.
  var isOpenDocument: Bool { isZip(with: "mimetypeapplication/vnd.oasis.opendocument.") }

  /// The extensions of files of records that are downloaded.
  private static let recordExtensions: Set<String> = [
    "ris", "nbib", "bib", "enw", "ciw", "csv", "tsv", "json", "jsonl",
  ]

  /// The kinds of records of files that have the same tags everywhere, by extension.
  private static let recordKinds = ["ris": "RIS", "nbib": "MEDLINE"]

  /// The kinds of documents that are never plain text, by extension.
  private static let documentKinds = [
    "pdf": "a PDF", "docx": "a Word file", "xlsx": "an Excel file", "pptx": "a PowerPoint file",
    "odt": "an OpenDocument file", "ods": "an OpenDocument file", "odp": "an OpenDocument file",
    "epub": "an EPUB", "rtf": "an RTF file",
  ]

  /// The first bytes of files of Office before 2007, of files with a password of later versions, and
  /// of Outlook's messages.
  private static let oldOffice: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0]

  /// The kind of such a file, and the extension of a format that is read.
  private var oldKind: (kind: String, other: String)? {
    switch name.extension {
    case "doc", "dot": (kind: "an old Word file", other: "docx")
    case "xls", "xlt": (kind: "an old Excel file", other: "xlsx")
    case "ppt", "pps", "pot": (kind: "an old PowerPoint file", other: "pptx")
    case "msg": (kind: "an Outlook message", other: "eml")
    default: nil
    }
  }
}
