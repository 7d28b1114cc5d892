import Foundation
import Literature
import Reading

/// The file of a document that has the file to itself.
struct DocumentFile {
  /// The path.
  let path: String

  /// Its last component.
  var name: String { path.split(separator: "/").last.map(String.init) ?? "file" }

  /// Size of the pieces in which a file is sent, in bytes.
  private static let piece = 1 << 20

  /// The file of a document; `nil` if it has none, or shares it with other records.
  init?(_ document: Document) {
    guard let path = document.ownFile else { return nil }
    self.path = path
  }

  /// Whether the page may link to the file; links in a library are not sent.
  var isOffered: Bool { !IndexedFile.isLink(path) }

  /// The file as a response; `nil` if it can't be read, or is not the one that was indexed.
  ///
  /// - Parameter known: its fingerprint when it was indexed.
  func response(known: SourceFingerprint) -> ServiceResponse? {
    guard let file = IndexedFile.handle(path, known: known) else { return nil }
    var response = ServiceResponse(
      type: type,
      headers: [
        (
          "content-disposition",
          "\(isShown ? "inline" : "attachment"); filename*=UTF-8''\(QueryString.encoded(name))"
        ),
        // A file may contain scripts, so it is shown in a sandbox, as if it came from another site.
        ("content-security-policy", policy), ("x-content-type-options", "nosniff"),
      ])
    response.rest = BodyPieces {
      let bytes = try file.read(upToCount: Self.piece).map { Array($0) } ?? []
      return bytes.isEmpty ? nil : bytes
    }
    return response
  }

  private var ending: String {
    path.split(separator: ".").last.map { $0.lowercased() } ?? ""
  }

  /// Whether a browser shows it, instead of saving it.
  private var isShown: Bool { ["pdf", "txt", "md", "html", "htm"].contains(ending) }

  private var type: String {
    switch ending {
    case "pdf": "application/pdf"
    case "txt", "md": "text/plain; charset=utf-8"
    case "html", "htm": "text/html"
    default: "application/octet-stream"
    }
  }

  private var policy: String {
    // Browsers' viewers of PDF files don't work in a sandbox; they run no script of this server.
    let common =
      "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'none'"
    return ending == "pdf" ? common + "; object-src 'self'" : "sandbox; " + common
  }
}
