/// The reason why a source could not be read completely.
public enum ReadError: Error, Sendable, Equatable {
  /// A system call failed: its name and the system's message.
  case system(call: String, message: String)
  /// Not a file: a device, a pipe, a socket.
  case notAFile(String)
  /// A document larger than the limit for its format, in bytes.
  case tooLarge(bytes: Int, limit: Int)
  /// A compressed file that expands too much.
  case expandsTooMuch(times: Int)
  /// An archive with too many members, or archives within archives within archives.
  case tooManyMembers(limit: Int)
  /// Archives nested deeper than the limit.
  case nestedTooDeep(limit: Int)
  /// The compressed data or the archive is damaged; with the message of the library.
  case damaged(String)
  /// A program that a format needs is not installed; with its package, unless the user chose it.
  case missingProgram(name: String, package: String?)
  /// A program took more time or wrote more output than the limit.
  case programLimit(seconds: Int)
  /// The document is encrypted and opens only with a password.
  case needsPassword
  /// The document consists of page images without text.
  case needsTextRecognition
  /// The file changed after reading began.
  case changed
  /// Since the walk, a link has taken the place of the file, or of a folder above it.
  case replaced
}

extension ReadError: CustomStringConvertible {
  /// A description for the report.
  public var description: String {
    switch self {
    case .system(let call, let message): "can't \(call): \(message)"
    case .notAFile(let kind): "is \(kind), not a file"
    case .tooLarge(let bytes, let limit):
      "is too large (\(bytes) bytes; a document of this format may have at most \(limit))"
    case .expandsTooMuch(let times):
      "expands to more than \(times) times its size; reading stopped"
    case .tooManyMembers(let limit): "has more than \(limit) members; reading stopped"
    case .nestedTooDeep(let limit): "contains archives nested more than \(limit) deep"
    case .damaged(let message): "is damaged: \(message)"
    case .missingProgram(let name, let package):
      package.map { "needs the program \(name), which is not installed (Debian package \($0))" }
        ?? "needs OCR, but the program \(name) was not found; check the command after --ocr"
    case .programLimit(let seconds):
      "took more than \(seconds) seconds or produced too much output; reading stopped"
    case .needsPassword: "is protected by a password; save a copy without one"
    case .needsTextRecognition:
      "has no text; OCR needed (index it with --ocr COMMAND)"
    case .changed: "changed while it was read; index it again"
    case .replaced:
      "was replaced by a link, or moved, before it was read; check its folder, and index it again"
    }
  }
}
