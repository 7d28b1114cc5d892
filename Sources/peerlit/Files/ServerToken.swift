import Foundation
import Service

/// The token that a server requires, from a file or from the environment.
struct ServerToken {
  /// The token.
  let text: String

  /// The minimum number of characters: 16 random hexadecimal digits can't be guessed over a
  /// network.
  private static let shortest = 16

  /// Checks a token.
  ///
  /// - Parameter place: where it comes from, for the message.
  init(_ text: String, from place: String) throws(ServerError) {
    guard text.utf8.count >= Self.shortest, text.utf8.allSatisfy({ (0x21...0x7E).contains($0) })
    else {
      throw ServerError(
        "The token in \(place) is unsafe; it must consist of at least \(Self.shortest) ASCII "
          + "characters without blanks, such as the output of: openssl rand -hex 16")
    }
    self.text = text
  }

  /// Reads and checks the token in a file.
  init(file path: String) throws {
    let text = String(decoding: try InputFile.read(path), as: UTF8.self)
    try self.init(
      text.trimmingCharacters(in: .whitespacesAndNewlines), from: TerminalText.escaped(path))
  }

  /// The environment variable with a token.
  static let variableName = "PEERLIT_TOKEN"

  /// The token in the environment, unchecked; `nil` if there is none.
  static func variable(_ environment: [String: String]) -> String? {
    environment[variableName].flatMap { $0.isEmpty ? nil : $0 }
  }

  /// A warning if every user of the machine can read a file; `nil` if not.
  static func warning(file path: String) -> String? {
    var status = stat()
    guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG,
      status.st_mode & 0o004 != 0
    else { return nil }
    let name = TerminalText.escaped(path)
    return "Other users can read the token in \(name); prevent it with: chmod 600 \(name)"
  }
}
