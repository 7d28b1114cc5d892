import Literature

/// The styles of a Word document: which of them are headings, and which hide text (ECMA-376, part
/// 1, section 17.7).
struct DOCXStyles {
  /// The outline level of each style: 0 for the title, 1 to 9 for headings.
  private(set) var levels: [String: Int] = [:]
  /// The styles that are the title themselves, not only based on it.
  private(set) var titles = Set<String>()
  /// Styles whose text is hidden.
  private var hidden = Set<String>()

  /// The level of body text, which has no outline level.
  static let bodyText = 10
  /// Maximum length of a chain of styles, each based on the next; Word allows fewer.
  private static let longestChain = 64

  /// The properties that a style itself states.
  private struct Style {
    /// Its outline level, ``bodyText`` among them; `nil` if it does not say.
    let level: Int?
    /// Whether the style hides its text; `nil` if it does not say.
    let hides: Bool?
    /// The style that it is based on, which applies to all that it does not state.
    let base: String?
  }

  /// Reads the styles, if the document has any.
  init(_ members: PackedText) throws(ReadError) {
    let found = try members.xml("word/styles.xml") { root in
      root.children("style").compactMap { style in
        style.attribute("styleId").map { id in
          (
            id,
            Style(
              level: Self.level(style), hides: Self.hides(style),
              base: style.child("basedOn")?.attribute("val"))
          )
        }
      }
    }
    let styles = Dictionary(found ?? [], uniquingKeysWith: { _, last in last })
    for id in styles.keys {
      let chain = Self.chain(from: id, in: styles)
      if let level = chain.compactMap(\.level).first, level < Self.bodyText { levels[id] = level }
      if styles[id]?.level == 0 { titles.insert(id) }
      if chain.compactMap(\.hides).first == true { hidden.insert(id) }
    }
  }

  /// A style, the one that it is based on, and so on; styles that are based on each other end it.
  private static func chain(from id: String, in styles: [String: Style]) -> [Style] {
    var chain: [Style] = []
    var next: String? = id
    while let id = next, let style = styles[id], chain.count < longestChain {
      chain.append(style)
      next = style.base
    }
    return chain
  }

  private static func level(_ style: XMLElement) -> Int? {
    let name = style.child("name")?.attribute("val")?.lowercased() ?? ""
    if name == "title" { return 0 }
    // It may be based on the title, but is not one.
    if name == "subtitle" { return bodyText }
    return outlineLevel(style) ?? (name.hasPrefix("heading ") ? Int(name.dropFirst(8)) : nil)
  }

  /// The outline level that a style or paragraph states, ``bodyText`` among them.
  static func outlineLevel(_ element: XMLElement) -> Int? {
    element.child("pPr", "outlineLvl")?.attribute("val").flatMap { Int($0) }
      .flatMap { (0..<bodyText).contains($0) ? $0 + 1 : nil }
  }

  /// Whether a style or a run hides its text; `nil` if it does not say.
  private static func hides(_ element: XMLElement) -> Bool? {
    element.child("rPr", "vanish").map { mark in
      !["0", "false", "off"].contains(mark.attribute("val") ?? "")
    }
  }

  /// The text of a paragraph or cell, without hidden text.
  func text(_ block: XMLElement) -> String {
    let isHidden = isHidden(block)
    return block.text { isLeftOut($0, isHidden) }
  }

  /// The elements with a name that are shown in a paragraph or table.
  func shown(_ name: StaticString, in block: XMLElement) -> [XMLElement] {
    let isHidden = isHidden(block)
    return block.descendants(name) { isLeftOut($0, isHidden) }
  }

  private func isHidden(_ paragraph: XMLElement) -> Bool {
    hidden.contains(paragraph.child("pPr", "pStyle")?.attribute("val") ?? "")
  }

  /// Whether an element is deleted, moved, hidden, a field code or a property.
  private func isLeftOut(_ element: XMLElement, _ isHidden: Bool) -> Bool {
    if element.isNamed("r") {
      let style = element.child("rPr", "rStyle")?.attribute("val") ?? ""
      return Self.hides(element) ?? (isHidden || hidden.contains(style))
    }
    return element.isNamed(anyOf: [
      "delText", "instrText", "del", "moveFrom", "pPr", "rPr", "Fallback",
    ])
  }
}
