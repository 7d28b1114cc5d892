import CResources

/// The style and the script of the page, which are embedded into the binary and into every page.
///
/// The policy of a page names them by their digests, so that a browser runs these and nothing else.
package enum PageAssets {
  /// The style sheet.
  package static let style = text("page.css")
  /// The script, without which everything works, only slower.
  package static let script = text("page.js")
  /// The picture that stands for the page in lists and tabs.
  package static let icon = text("page.svg")

  /// What a browser may do with a page of ours: show it, run our script, ask this server.
  package static let policy = [
    "default-src 'none'",
    "script-src 'sha256-\(SHA256.base64(script))'",
    "style-src 'sha256-\(SHA256.base64(style))'",
    "img-src data:",
    "connect-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].joined(separator: "; ")

  private static func text(_ name: String) -> String {
    var length = 0
    guard let start = pl_resource(name, &length) else {
      preconditionFailure("\(name) is not embedded")
    }
    return String(decoding: UnsafeRawBufferPointer(start: start, count: length), as: UTF8.self)
  }
}
