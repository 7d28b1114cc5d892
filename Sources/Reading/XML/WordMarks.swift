/// Characters that Word stores as elements without text: hyphens that never end a line, and symbols
/// (ECMA-376, part 1, sections 17.3.3.18 and 17.3.3.30).
enum WordMarks {
  /// The characters of an element; `nil` for other elements and unknown symbols.
  static func text(of element: XMLElement) -> String? {
    if element.isNamed("noBreakHyphen") { return "-" }
    guard element.isNamed("sym"),
      let code = element.attribute("char").flatMap({ UInt32($0, radix: 16) })
    else { return nil }
    // Fonts of symbols have their characters in a private range.
    if code & 0xFF00 == 0xF000 {
      return element.attribute("font") == "Symbol" ? symbols[code & 0xFF] : nil
    }
    return code < 0x20 ? nil : Unicode.Scalar(code).map { String(Character($0)) }
  }

  /// The characters of the font Symbol that reports of studies use, by their codes (Adobe, "Symbol
  /// Encoding").
  private static let symbols: [UInt32: String] = [
    0x2D: "−", 0x3C: "<", 0x3D: "=", 0x3E: ">", 0x44: "Δ", 0x53: "Σ", 0x57: "Ω", 0x61: "α",
    0x62: "β", 0x63: "χ", 0x64: "δ", 0x65: "ε", 0x66: "φ", 0x67: "γ", 0x68: "η", 0x6B: "κ",
    0x6C: "λ", 0x6D: "μ", 0x6E: "ν", 0x70: "π", 0x71: "θ", 0x72: "ρ", 0x73: "σ", 0x74: "τ",
    0x77: "ω", 0x78: "ξ", 0x79: "ψ", 0x7A: "ζ", 0x7E: "∼", 0xA3: "≤", 0xA5: "∞", 0xAB: "↔",
    0xAC: "←", 0xAD: "↑", 0xAE: "→", 0xAF: "↓", 0xB0: "°", 0xB1: "±", 0xB3: "≥", 0xB4: "×",
    0xB7: "•", 0xB8: "÷", 0xB9: "≠", 0xBB: "≈", 0xD6: "√",
  ]
}
