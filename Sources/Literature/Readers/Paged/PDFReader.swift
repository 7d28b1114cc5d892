import Foundation

/// PDFs, by running `pdftotext -bbox-layout` (poppler's licence forbids linking it).
package struct PDFReader: DocumentReader {
  package static let format = "PDF"

  package static func recognises(_ head: FileHead) -> Bool {
    head.bytes.prefix(1024).withUnsafeBytes { $0.first("%PDF-") != nil }
  }

  package init() {}

  package func read<Stop: Error>(
    _ stream: ByteStream, from origin: RecordOrigin,
    emit: (ReadOutcome) throws(Stop) -> Void
  ) throws(Stop) {
    let outcome: ReadOutcome
    do throws(ReadError) {
      let file = try TemporaryFile(stream)
      let program = try ProgramSource(
        "pdftotext", ["-bbox-layout", "-enc", "UTF-8", "-q", file.path, "-"],
        package: "poppler-utils")
      let layout = try PDFLayout(ByteStream(program))
      if let document = PDFText(layout).document(from: origin) {
        outcome = .document(document, repaired: false)
      } else {
        outcome = .failed(origin.notice(nil, Self.reason(program.status)))
      }
    } catch {
      outcome = .failed(origin.notice(nil, error.description))
    }
    try emit(outcome)
  }

  /// Why there is no text, from pdftotext's exit status.
  private static func reason(_ status: Int32) -> String {
    switch status {
    case 0: "holds no text (pages that were scanned need text recognition first)"
    case 1: "is damaged or locked: pdftotext can't open it"
    case 3: "does not permit its text to be taken"
    default: "can't be read: pdftotext ended with \(status)"
    }
  }
}

/// A copy of a stream in a file, removed with this object, for programs that need one.
private final class TemporaryFile {
  let path: String

  init(_ stream: ByteStream) throws(ReadError) {
    var template = Array("/tmp/peerlit-XXXXXX".utf8CString)
    let descriptor = mkstemp(&template)
    guard descriptor >= 0 else { throw .lastSystemError("make a temporary file") }
    path = template.withUnsafeBufferPointer { name in
      String(decoding: name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
    defer { close(descriptor) }
    var block = [UInt8](repeating: 0, count: 1 << 18)
    while true {
      let count = block.withUnsafeMutableBytes { stream.read(into: $0) }
      if count == 0 { break }
      var written = 0
      while written < count {
        let step = block[written..<count].withUnsafeBytes {
          write(descriptor, $0.baseAddress, $0.count)
        }
        guard step > 0 else { throw .lastSystemError("write a temporary file") }
        written += step
      }
    }
  }

  deinit {
    unlink(path)
  }
}
