extension FacetMapDrawing {
  /// The positions of the parts, in pixels.
  struct Layout: Sendable {
    static let cell = (width: 42, height: 28)
    let margin = 20
    let left: Int
    let top: Int
    let width: Int
    let height: Int
    let legend: Int

    init(rows: [String], columns: [String], title: String) {
      let widest = columns.map { Self.width(of: $0) }.max() ?? 0
      // Column labels are at 45 degrees: as high as they are wide.
      let slant = widest * 71 / 100 + 14
      left = margin + (rows.map { Self.width(of: $0) }.max() ?? 0) + 8
      top = 66 + slant
      let bottom = top + rows.count * Self.cell.height
      legend = bottom + 18
      let last = columns.last.map { Self.width(of: $0) * 71 / 100 } ?? 0
      let reach = left + columns.count * Self.cell.width
      width = max(reach + max(last, margin), 2 * margin + 9 * title.count, 460)
      height = legend + Self.cell.height + margin
    }

    func x(_ column: Int) -> Int { left + column * Self.cell.width }
    func y(_ row: Int) -> Int { top + row * Self.cell.height }

    /// The approximate width of a text at 13 pixels, whatever the reader's font.
    static func width(of words: String) -> Int {
      words.unicodeScalars.reduce(0) { $0 + ($1.value > 0x2E80 ? 14 : 8) } * 15 / 16
    }

    /// The text, shortened to fit a width.
    static func fit(_ words: String, into width: Int) -> String {
      let room = max(20, (width - 40) / 8)
      return words.count > room ? words.prefix(room - 1) + "…" : words
    }
  }
}
