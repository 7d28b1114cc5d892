import Literature

/// The styles of a Word document: which of them are headings, and which hide text (ECMA-376, part
/// 1, section 17.7).
struct DOCXStyles {
  /// The outline level of each style: 0 for the title, 1 to 9 for headings.
  private(set) var levels: [String: Int] = [:]
  /// Styles whose text is hidden.
  private var hidden = Set<String>()

  /// Reads the styles, if the document has any.
  init(_ members: PackedText) throws(ReadError) {
    let found = try members.xml("word/styles.xml") { root in
      root.children("style").compactMap { style in
        style.attribute("styleId").map { ($0, Self.level(style), Self.hides(style) == true) }
      }
    }
    for (id, level, isHidden) in found ?? [] {
      levels[id] = level
      if isHidden { hidden.insert(id) }
    }
  }

  private static func level(_ style: XMLElement) -> Int? {
    let name = style.child("name")?.attribute("val")?.lowercased() ?? ""
    if name == "title" { return 0 }
    if let level = style.child("pPr", "outlineLvl")?.attribute("val").flatMap({ Int($0) }),
      level < 9
    {
      return level + 1
    }
    return name.hasPrefix("heading ") ? Int(name.dropFirst(8)) : nil
  }

  /// Whether a style or a run hides its text; `nil` if it does not say.
  private static func hides(_ element: XMLElement) -> Bool? {
    element.child("rPr", "vanish").map { mark in
      !["0", "false", "off"].contains(mark.attribute("val") ?? "")
    }
  }

  /// The text of a paragraph or cell, without what is not shown.
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
