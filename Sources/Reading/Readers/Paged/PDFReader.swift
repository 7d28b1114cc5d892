import Foundation
import Literature

/// PDFs, by running `pdftotext -bbox-layout` (poppler's licence forbids linking it).
package struct PDFReader: WholeFileReader {
  package static let format = "PDF"

  private let recognition: TextRecognition?

  package static func recognises(_ head: FileHead) -> Bool {
    head.bytes.prefix(1024).withUnsafeBytes { $0.first("%PDF-") != nil }
  }

  package init() {
    recognition = nil
  }

  package init(options: ReadingOptions) {
    recognition = TextRecognition(options.ocr)
  }

  func outcomes(
    _ stream: ByteStream, from origin: RecordOrigin
  ) throws(ReadError) -> [ReadOutcome] {
    let file = try TemporaryFile(stream)
    return [.document(try document(in: file.path, origin), repaired: nil)]
  }

  private func document(
    in path: String, _ origin: RecordOrigin
  ) throws(ReadError) -> Document {
    if let document = try Self.document(ofText: path, origin) { return document }
    guard let recognition else { throw .needsTextRecognition }
    switch try recognition.recognise(path) {
    case .file(let file):
      if let document = try Self.document(ofText: file.path, origin) { return document }
    case .text(let text):
      if let document = Self.document(recognised: text, origin) { return document }
    }
    throw .damaged("\(recognition.name) found no text in it")
  }

  /// The document of a PDF; `nil` if its pages have no text.
  private static func document(
    ofText path: String, _ origin: RecordOrigin
  ) throws(ReadError) -> Document? {
    let program = try ProgramSource(
      "pdftotext", ["-bbox-layout", "-enc", "UTF-8", "-q", path, "-"], package: "poppler-utils")
    let layout = try PDFLayout(ByteStream(program))
    if let document = PDFText(layout).document(from: origin) { return document }
    switch program.status {
    case 0: return nil
    case 1 where isEncrypted(path): throw .needsPassword
    case 1: throw .damaged("pdftotext can't open it")
    case 3: throw .damaged("its permissions forbid copying its text")
    default: throw .damaged("pdftotext can't read it")
    }
  }

  /// Whether a PDF's trailer names an encryption dictionary, which is never itself compressed (ISO
  /// 32000-1, 7.5.5 and 7.5.8).
  private static func isEncrypted(_ path: String) -> Bool {
    guard let bytes = FileManager.default.contents(atPath: path) else { return false }
    return bytes.withUnsafeBytes { $0.first("/Encrypt") != nil }
  }

  private static func document(recognised text: String, _ origin: RecordOrigin) -> Document? {
    var document = Document(id: "", source: origin.source(key: nil))
    document.text = text.replacing("\u{C}", with: "\n\n").trimmed
    let lines = TextLine.lines(of: document.text)
    guard !lines.isEmpty else { return nil }
    var free = FreeText(lines)
    free.describe(&document)
    document.nameByFile(origin)
    return document
  }
}
