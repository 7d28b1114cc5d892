import CXML

/// The text of an element.
extension XMLElement {
  /// All text in it with white space collapsed, except that of elements for which `isLeftOut` is
  /// true.
  ///
  /// Block elements, or all elements if `isSpaced`, are separated by spaces.
  func text(
    isSpaced: Bool = false, without isLeftOut: (XMLElement) -> Bool = { _ in false }
  ) -> String {
    var bytes: [UInt8] = []
    append(to: &bytes, isSpaced, isLeftOut, depth: 0)
    if bytes.last == 0x20 { bytes.removeLast() }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The text, or `nil` if it is empty.
  var content: String? {
    let text = text()
    return text.isEmpty ? nil : text
  }

  private func append(
    to bytes: inout [UInt8], _ isSpaced: Bool, _ isLeftOut: (XMLElement) -> Bool, depth: Int
  ) {
    guard depth < Self.depthLimit else { return }
    for node in nodes {
      switch node {
      case .text(let content): Self.collapse(content, &bytes)
      case .element(let element):
        if isLeftOut(element) { continue }
        Superscript.separate(element, from: &bytes)
        if let mark = WordMarks.text(of: element) { bytes.append(contentsOf: mark.utf8) }
        let isDivided = isSpaced || element.isNamed(anyOf: Self.blocks)
        if isDivided { Self.divide(&bytes) }
        element.append(to: &bytes, isSpaced, isLeftOut, depth: depth + 1)
        if isDivided { Self.divide(&bytes) }
      }
    }
  }

  /// Block elements of HTML, JATS, TEI and Office formats.
  private static let blocks: [StaticString] = [
    "p", "li", "br", "break", "div", "title", "head", "label", "caption", "list-item", "item", "td",
    "th", "tr", "table", "row", "cell", "sec", "list", "fn", "note", "def", "term", "disp-formula",
    "disp-quote", "s", "tab", "line-break", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "dt",
    "dd", "blockquote", "section",
  ]

  private static func divide(_ bytes: inout [UInt8]) {
    if !bytes.isEmpty, bytes.last != 0x20 { bytes.append(0x20) }
  }

  /// Appends a text with each run of white space as one space.
  static func collapse(_ content: UnsafePointer<xmlChar>, _ bytes: inout [UInt8]) {
    var start = content
    while start.pointee != 0 {
      if start.pointee <= 0x20 {
        if !bytes.isEmpty, bytes.last != 0x20 { bytes.append(0x20) }
        while start.pointee != 0, start.pointee <= 0x20 { start += 1 }
      } else {
        var end = start
        while end.pointee > 0x20 { end += 1 }
        bytes.append(contentsOf: UnsafeBufferPointer(start: start, count: end - start))
        start = end
      }
    }
  }
}
