import Query

/// The settings of a call, each with the place that set it.
///
/// Options take precedence over environment variables, and these over the settings file.
package struct Settings: Sendable, Equatable {
  /// The place that set a value.
  package enum SettingSource: Sendable, Equatable, CustomStringConvertible {
    case option(String)
    case variable(String)
    case file(String)
    case standard

    /// The place in words.
    package var description: String {
      switch self {
      case .option(let name): name
      case .variable(let name): "$" + name
      case .file(let path): path
      case .standard: "default"
      }
    }
  }

  /// A value and what set it.
  package struct Value: Sendable, Equatable {
    /// The value, as text.
    package var text: String
    /// Where it was set.
    package var origin: SettingSource
  }

  /// The settings file; `nil` without a home folder.
  package let file: String?
  /// Whether the settings file exists.
  package let hasFile: Bool
  /// The folder with the libraries.
  package let folder: LibraryFolder
  private var values: [Setting: Value] = [:]

  /// The standard settings.
  package init() {
    file = nil
    hasFile = false
    folder = LibraryFolder(environment: [:])
  }

  /// Reads the settings file and the environment.
  ///
  /// - Parameter checkout: the folder of the checkout that the program was built in, if any.
  package init(
    environment: [String: String], checkout: String? = nil
  ) throws(SettingsError) {
    folder = LibraryFolder(environment: environment, checkout: checkout)
    file = SettingsFile.path(environment)
    var isThere = false
    if let file {
      let contents = try SettingsFile(file, environment: environment)
      isThere = contents.exists
      if contents.values[.index] != nil, contents.values[.library] != nil {
        throw SettingsError("\(file) sets both index and library. Remove one of them.")
      }
      for (setting, text) in contents.values {
        values[setting] = Value(text: text, origin: .file(file))
      }
    }
    hasFile = isThere
    let names = [Setting.index, .library].map(\.variable)
    if names.allSatisfy({ environment[$0]?.isEmpty == false }) {
      throw SettingsError("\(names[0]) and \(names[1]) are both set. Unset one of them.")
    }
    for setting in Setting.allCases {
      for variable in setting.variables {
        guard let text = environment[variable], !text.isEmpty else { continue }
        if let fault = setting.fault(text) {
          throw SettingsError("\(variable) \(fault), not “\(text)”.")
        }
        set(setting, text, .variable(variable))
        break
      }
    }
  }

  /// Sets a value, for example that of an option.
  package mutating func set(_ setting: Setting, _ text: String, _ origin: SettingSource) {
    // A library is the name of an index: the one that takes precedence counts.
    if setting == .library { values[.index] = nil }
    if setting == .index { values[.library] = nil }
    values[setting] = Value(text: text, origin: origin)
  }

  /// A value and what set it.
  package subscript(_ setting: Setting) -> Value {
    if let value = values[setting] { return value }
    if setting == .index {
      let library = values[.library]
      return Value(text: folder.index(library?.text), origin: library?.origin ?? .standard)
    }
    return Value(text: setting.standard, origin: .standard)
  }

  /// The path of the index.
  package var index: String { self[.index].text }
  /// The maximum number of hits.
  package var limit: Int { Int(self[.limit].text) ?? SearchRequest("").limit }
  /// The unit that is listed and counted.
  package var unit: SearchRequest.Unit {
    SearchRequest.Unit(rawValue: self[.unit].text) ?? .document
  }
  /// Whether to use colours.
  package var colour: ColourChoice { ColourChoice(rawValue: self[.colour].text) ?? .auto }
  /// The server to search; `nil` to search an index.
  package var server: String? { text(.server) }
  /// The file with synonyms; `nil` for none.
  package var synonyms: String? { text(.synonyms) }

  /// The time limit of a query, in seconds; 0 for none.
  package var timeout: Double { Double(self[.timeout].text) ?? 0 }

  private func text(_ setting: Setting) -> String? {
    let text = self[setting].text
    return text.isEmpty ? nil : text
  }
}
