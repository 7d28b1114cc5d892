import Foundation
import Reading

/// A file of text named on the command line, such as a search strategy.
enum TextInput {
  /// The text of a file, or of standard input for `-`; with a note if its encoding is guessed.
  ///
  /// - Parameter content: what the file should contain, for the message: `strategy`.
  /// - Throws: ``InputError`` for a file that can't be read, or that is not text.
  static func read(
    _ path: String, orInputOf console: Console, content: String
  ) throws -> String {
    let bytes = Array(try InputFile.read(path, orInputOf: console))
    do throws(PlainText.Problem) {
      let text = try PlainText.read(bytes, name: path == "-" ? "" : path)
      if PlainText.isWindows1252(bytes) {
        let name = path == "-" ? "The text" : TerminalText.escaped(path)
        console.note(
          "\(name) is not UTF-8, so it was read as Windows-1252. If characters are wrong, save it as "
            + "UTF-8.")
      }
      return text
    } catch {
      switch error {
      case .notText(let kind):
        throw InputError(
          path, "it is \(kind), not text. Copy the \(content) from it into a text file.")
      case .unknownEncoding:
        throw InputError(
          path, "some of its characters are in an unknown encoding. Save the file as UTF-8.")
      }
    }
  }
}
