/// Settings as a table, with the settings file and the names of libraries.
struct SettingsText {
  func lines(_ settings: Settings) -> [String] {
    let rows = Setting.allCases.map { setting in
      let value = settings[setting]
      return [setting.rawValue, value.text.isEmpty ? "–" : value.text, value.origin.description]
    }
    let widths = (0..<2).map { column in rows.map { $0[column].count }.max() ?? 0 }
    var lines = rows.map { row in
      let cells = zip(row, widths).map { cell, width in
        cell + String(repeating: " ", count: width - cell.count)
      }
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

/// Settings as JSON; the schema is `docs/schema/config.json`.
struct SettingsJSON: Encodable {
  private struct Row: Encodable {
    var name: String
    var value: String
    var origin: String
    var variable: String
  }

  private let formatVersion = 1
  private let file: String?
  private let folder: String
  private let libraries: [String]
  private let settings: [Row]

  init(_ settings: Settings) {
    file = settings.file
    folder = settings.folder.path
    libraries = settings.folder.libraries
    self.settings = Setting.allCases.map { setting in
      let value = settings[setting]
      return Row(
        name: setting.rawValue, value: value.text, origin: value.origin.description,
        variable: setting.variable)
    }
  }

  private enum CodingKeys: String, CodingKey {
    case formatVersion = "format_version"
    case file, folder, libraries, settings
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(formatVersion, forKey: .formatVersion)
    try container.encode(file, forKey: .file)
    try container.encode(folder, forKey: .folder)
    try container.encode(libraries, forKey: .libraries)
    try container.encode(settings, forKey: .settings)
  }
}
