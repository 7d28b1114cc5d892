/// The colours of a ``FacetMapDrawing``.
///
/// Numbers have a contrast of at least 4.5 to 1 with their shade, as WCAG 2.2 requires of text.
/// Plain rules come first, because some SVG viewers support neither variables nor media queries.
enum FacetMapStyle {
  private struct Colours {
    var page: String
    var text: String
    var quiet: String
    var grid: String
    /// Shades from few to many, each with the colour of the number on it.
    var shades: [(fill: String, number: String)]
  }

  private static let light = Colours(
    page: "#ffffff", text: "#16202b", quiet: "#55616e", grid: "#d5dbe1",
    shades: [
      ("#dcebf7", "#16202b"), ("#a9cde9", "#16202b"), ("#6fabd8", "#0b1620"),
      ("#2a6fae", "#ffffff"), ("#0b3f78", "#ffffff"),
    ])

  private static let dark = Colours(
    page: "#14181d", text: "#e8edf2", quiet: "#a9b4c0", grid: "#343d47",
    shades: [
      ("#1f3346", "#e8edf2"), ("#23506f", "#ffffff"), ("#2f6f99", "#ffffff"),
      ("#86bfe6", "#0b1620"), ("#cfe7f8", "#0b1620"),
    ])

  private static func rules(_ colours: Colours) -> String {
    let shades = colours.shades.enumerated().map { at, shade in
      ".peerlit-map .c\(at + 1){fill:\(shade.fill)}.peerlit-map .n\(at + 1){fill:\(shade.number)}"
    }
    return ".peerlit-map .page{fill:\(colours.page)}"
      + ".peerlit-map .title,.peerlit-map .label{fill:\(colours.text)}"
      + ".peerlit-map .quiet{fill:\(colours.quiet)}"
      + ".peerlit-map .grid{stroke:\(colours.grid)}" + shades.joined()
  }

  private static let numbers = (1...5).map { ".peerlit-map .n\($0)" }.joined(separator: ",")

  /// The style sheet.
  static let text =
    ".peerlit-map text{font:13px system-ui,\"Segoe UI\",\"Helvetica Neue\",Arial,sans-serif}"
    + ".peerlit-map .title{font-size:18px;font-weight:600}"
    + ".peerlit-map .end{text-anchor:end}"
    + numbers + "{text-anchor:middle;font-variant-numeric:tabular-nums}"
    + ".peerlit-map .grid{fill:none;stroke-width:1}" + rules(light)
    + "@media (prefers-color-scheme:dark){" + rules(dark) + "}"
    + "@media print{" + rules(light)
    + ".peerlit-map rect{print-color-adjust:exact;-webkit-print-color-adjust:exact}}"
}
