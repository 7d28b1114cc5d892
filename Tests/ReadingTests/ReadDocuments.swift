import Foundation
import Literature
import Reading
import Testing

/// The result of reading bytes in some format.
struct ReadDocuments {
  var documents: [Document] = []
  /// The documents in which characters were replaced.
  var repaired: [String] = []
  /// The documents whose XML is not well-formed.
  var mended: [String] = []
  var failures: [String] = []
  var skipped: [String] = []
  var mistakes: [String] = []

  /// Reads bytes with one reader.
  init(_ reader: some DocumentReader, _ bytes: some Sequence<UInt8>, name: String = "file.txt") {
    let stream = ByteStream(bytes)
    reader.read(stream, from: RecordOrigin(path: "/folder/\(name)")) { add($0) }
  }

  /// Reads a text with one reader.
  init(_ reader: some DocumentReader, _ text: String, name: String = "file.txt") {
    self.init(reader, text.utf8, name: name)
  }

  /// Reads files and folders as a library.
  init(library paths: String..., options: ReadingOptions = ReadingOptions()) {
    Library(paths: paths, options: options).walk { found in
      switch found {
      case .file(let file): file.read { add($0) }
      case .notice(let outcome): add(outcome)
      }
    }
  }

  /// Reads bytes like a file of a library, with the reader that recognises them.
  init(contents bytes: [UInt8], name: String, isNamed: Bool = true) {
    SourceFile.read(bytes, named: "/folder/\(name)", isNamed: isNamed) { add($0) }
  }

  private mutating func add(_ outcome: ReadOutcome) {
    switch outcome {
    case .document(let document, let repair):
      documents.append(document)
      if repair == .characters { repaired.append(document.id) }
      if repair == .markup { mended.append(document.id) }
    case .failed(let notice): failures.append(notice.description)
    case .skipped(let notice): skipped.append(notice.description)
    case .mistake(let notice, _): mistakes.append(notice.description)
    }
  }
}

extension Document {
  /// The words of a section.
  func text(_ section: Section) -> String {
    String(decoding: Array(text.utf8)[section.bytes], as: UTF8.self)
  }

  /// Sections as "kind|heading|first words", for comparison with what is expected.
  var outline: [String] {
    sections.map { section in
      "\(section.kind.rawValue)|\(section.heading)|\(text(section).prefix(24))"
    }
  }
}
