/// HTML that is escaped by construction.
///
/// A literal is markup, as it is written in the source; whatever is put into it is text and is
/// escaped, unless it is HTML itself:
///
///     let heading: HTML = "<h2 title=\"\(title)\">\(title)</h2>"
///
/// Values of attributes always stand in double quotation marks, which is what escaping is for.
/// Addresses that come from documents go through ``WebLink``.
package struct HTML: Sendable, Equatable {
  /// The markup.
  package private(set) var text: String

  /// Takes markup as it is: for what the project itself brings, never for anything of a document.
  init(markup: String) {
    text = markup
  }

  /// Nothing.
  static let empty = HTML(markup: "")

  /// Escaped text.
  package static func text(_ text: some StringProtocol) -> HTML { "\(text)" }

  /// Pieces one after another.
  static func + (left: HTML, right: HTML) -> HTML { HTML(markup: left.text + right.text) }

  /// Adds a piece.
  static func += (left: inout HTML, right: HTML) { left.text += right.text }
}

extension HTML: ExpressibleByStringInterpolation {
  package init(stringLiteral value: String) {
    text = value
  }

  package init(stringInterpolation: Interpolation) {
    text = stringInterpolation.text
  }

  /// Collects markup and escapes what is put into it.
  package struct Interpolation: StringInterpolationProtocol {
    fileprivate var text = ""

    package init(literalCapacity: Int, interpolationCount: Int) {
      text.reserveCapacity(literalCapacity + 16 * interpolationCount)
    }

    package mutating func appendLiteral(_ literal: String) {
      text += literal
    }

    /// Markup, where a condition holds.
    package mutating func appendInterpolation(_ html: HTML, if condition: Bool = true) {
      if condition { text += html.text }
    }

    /// Markup, where there is any.
    package mutating func appendInterpolation(_ html: HTML?) {
      if let html { text += html.text }
    }

    /// Pieces one after another.
    package mutating func appendInterpolation(_ pieces: [HTML]) {
      for piece in pieces { text += piece.text }
    }

    /// A number.
    package mutating func appendInterpolation(_ number: Int) {
      text += String(number)
    }

    /// Text, escaped.
    package mutating func appendInterpolation(_ value: some StringProtocol) {
      for scalar in value.unicodeScalars {
        switch scalar {
        case "&": text += "&amp;"
        case "<": text += "&lt;"
        case ">": text += "&gt;"
        case "\"": text += "&quot;"
        case "'": text += "&#39;"
        case "\n", "\t", "\r": text.unicodeScalars.append(scalar)
        // HTML has no way to write the other control characters.
        case "\0"..<" ", "\u{7F}"..."\u{9F}": text += "\u{FFFD}"
        default: text.unicodeScalars.append(scalar)
        }
      }
    }
  }
}

extension Sequence<HTML> {
  /// Pieces with one between each two.
  func joined(by separator: HTML) -> HTML {
    var joined = HTML.empty
    for (index, piece) in enumerated() {
      if index > 0 { joined += separator }
      joined += piece
    }
    return joined
  }
}
