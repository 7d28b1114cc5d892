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

  /// Takes settings.
  ///
  /// - Parameter setting: the only setting that is listed; all of them if `nil`.
  init(_ settings: Settings, only setting: Setting? = nil) {
    file = settings.file
    folder = settings.folder.path
    libraries = settings.folder.libraries
    self.settings = (setting.map { [$0] } ?? Setting.allCases).map { setting in
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
