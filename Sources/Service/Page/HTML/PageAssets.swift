import Literature

/// The style sheet, the script and the icon of the page, which are embedded into the program.
///
/// The content security policy of a page allows resources from this server and nothing inline.
package enum PageAssets: String, CaseIterable {
  case style = "page.css"
  case script = "page.js"
  case icon = "page.svg"

  /// The folder of the assets' addresses.
  static let folder = "/assets/"

  /// The address.
  package var href: String { Self.folder + rawValue }

  /// The content type.
  package var type: String {
    switch self {
    case .style: "text/css; charset=utf-8"
    case .script: "text/javascript; charset=utf-8"
    case .icon: "image/svg+xml"
    }
  }

  /// The content.
  package var bytes: [UInt8] {
    guard let bytes = EmbeddedResource.bytes(rawValue) else {
      preconditionFailure("\(rawValue) is not embedded")
    }
    return Array(bytes)
  }

  /// The content security policy: show the page, run the script, send requests to this server.
  package static let policy = [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self'",
    "connect-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].joined(separator: "; ")
}
