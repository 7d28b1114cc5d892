import Foundation
import Literature

/// A program, chosen by the user, that recognises the text of scanned pages.
struct TextRecognition {
  /// The output of the program.
  enum Result {
    /// A PDF with text.
    case file(TemporaryFile)
    /// The text that it printed.
    case text(String)
  }

  /// Name of the program.
  let name: String
  private let arguments: [String]

  /// Uses a command in the form of ``ReadingOptions/ocr``; `nil` if it is empty.
  init?(_ command: [String]) {
    guard let name = command.first else { return nil }
    self.name = name
    arguments = Array(command.dropFirst())
  }

  /// Runs the program on a PDF for at most an hour.
  func recognise(_ path: String) throws(ReadError) -> Result {
    let output = try TemporaryFile(ByteStream([]), suffix: ".pdf")
    let program = try ProgramSource(
      name, arguments + [path, output.path], package: name == "ocrmypdf" ? name : nil,
      limits: ProgramSource.Limits(seconds: 3600, memory: 1 << 33))
    let printed = try ByteStream(program).readAll(limit: TextLimits.document)
    guard program.status == 0 else {
      throw .damaged("\(name) ended with status \(program.status)")
    }
    if try FileStatus(output.path, followingLinks: true).size > 0 { return .file(output) }
    return .text(DecodedText(printed).text)
  }
}
