/// Settings as a table, with the settings file and the names of libraries.
struct SettingsText {
  func lines(_ settings: Settings) -> [String] {
    let rows = Setting.allCases.map { setting in
      let value = settings[setting]
      return [setting.rawValue, value.text.isEmpty ? "–" : value.text, value.origin.description]
    }
    let widths = (0..<2).map { column in rows.map { DisplayWidth.of($0[column]) }.max() ?? 0 }
    var lines = rows.map { row in
      let cells = zip(row, widths).map { DisplayWidth.padded($0, to: $1) }
      return (cells + row.suffix(1)).joined(separator: "  ")
    }
    lines.append("")
    if let file = settings.file {
      lines.append("Settings file: \(file)\(settings.hasFile ? "" : " (does not exist)")")
    }
    let libraries = settings.folder.libraries
    let names = libraries.isEmpty ? "none yet" : libraries.joined(separator: ", ")
    lines.append("Libraries in \(settings.folder.path): \(names)")
    return lines
  }
}
