/// HTML that is escaped by construction.
///
/// String literals are markup; interpolated values are text and are escaped, unless they are HTML:
///
///     let heading: HTML = "<h2 title=\"\(title)\">\(title)</h2>"
///
/// Attribute values are always in double quotation marks, which escaping relies on. Addresses that
/// come from documents go through ``WebLink``.
package struct HTML: Sendable, Equatable {
  /// The markup.
  package private(set) var text: String

  /// Creates HTML from markup: only for text of the project, never for text of a document.
  init(markup: String) {
    text = markup
  }

  /// Empty markup.
  static let empty = HTML(markup: "")

  /// Escaped text.
  package static func text(_ text: some StringProtocol) -> HTML { "\(text)" }

  /// Concatenates two pieces.
  static func + (left: HTML, right: HTML) -> HTML { HTML(markup: left.text + right.text) }

  /// Appends a piece.
  static func += (left: inout HTML, right: HTML) { left.text += right.text }
}

extension HTML: ExpressibleByStringInterpolation {
  package init(stringLiteral value: String) {
    text = value
  }

  package init(stringInterpolation: Interpolation) {
    text = stringInterpolation.text
  }

  /// Collects markup and escapes interpolated values.
  package struct Interpolation: StringInterpolationProtocol {
    fileprivate var text = ""

    package init(literalCapacity: Int, interpolationCount: Int) {
      text.reserveCapacity(literalCapacity + 16 * interpolationCount)
    }

    package mutating func appendLiteral(_ literal: String) {
      text += literal
    }

    /// Markup, if a condition is true.
    package mutating func appendInterpolation(_ html: HTML, if condition: Bool = true) {
      if condition { text += html.text }
    }

    /// Markup, if there is any.
    package mutating func appendInterpolation(_ html: HTML?) {
      if let html { text += html.text }
    }

    /// Several pieces of markup.
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
        // Other control characters can't be written in HTML.
        case "\0"..<" ", "\u{7F}"..."\u{9F}": text += "\u{FFFD}"
        default: text.unicodeScalars.append(scalar)
        }
      }
    }
  }
}

extension Sequence<HTML> {
  /// The pieces joined by a separator.
  func joined(by separator: HTML) -> HTML {
    var joined = HTML.empty
    for (index, piece) in enumerated() {
      if index > 0 { joined += separator }
      joined += piece
    }
    return joined
  }
}
