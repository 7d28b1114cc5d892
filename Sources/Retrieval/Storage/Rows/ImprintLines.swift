import Literature

/// An imprint as lines `name=value`, as stored in the index file; each editor and each note has a
/// separate line.
package enum ImprintLines {
  private static var texts: [(String, WritableKeyPath<Imprint, String?>)] {
    [
      ("volume", \.volume), ("issue", \.issue), ("pages", \.pages), ("publisher", \.publisher),
      ("issn", \.issn), ("place", \.place), ("edition", \.edition),
      ("abbreviation", \.abbreviation), ("series", \.series),
      ("conference", \.conference), ("accessed", \.accessed),
    ]
  }

  private static var numbers: [(String, WritableKeyPath<Imprint, Int?>)] {
    [("month", \.month), ("day", \.day)]
  }

  /// The lines of an imprint.
  package static func text(_ imprint: Imprint) -> String {
    let lines =
      texts.compactMap { name, path in
        imprint[keyPath: path].map { "\(name)=\(EscapedLine.oneLine($0))" }
      }
      + numbers.compactMap { name, path in imprint[keyPath: path].map { "\(name)=\($0)" } }
      + imprint.editors.map { "editor=\(EscapedLine.oneLine($0))" }
      + imprint.seriesEditors.map { "series_editor=\(EscapedLine.oneLine($0))" }
      + imprint.notes.map { "note=\(EscapedLine.escape($0))" }
    return lines.joined(separator: "\n")
  }

  /// The imprint of lines; unknown names are ignored.
  package static func imprint(_ text: String) -> Imprint {
    var imprint = Imprint()
    for line in text.split(separator: "\n") {
      let parts = line.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard parts.count == 2 else { continue }
      if let field = texts.first(where: { $0.0 == parts[0] }) {
        imprint[keyPath: field.1] = String(parts[1])
      } else if let field = numbers.first(where: { $0.0 == parts[0] }) {
        imprint[keyPath: field.1] = Int(parts[1])
      } else {
        switch parts[0] {
        case "editor": imprint.editors.append(String(parts[1]))
        case "series_editor": imprint.seriesEditors.append(String(parts[1]))
        case "note": imprint.notes.append(EscapedLine.unescape(parts[1].utf8))
        default: break
        }
      }
    }
    return imprint
  }
}
