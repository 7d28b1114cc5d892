import Analysis
import Foundation
import Yams

/// The settings file: a YAML mapping from settings to values.
///
///     index: ~/literature/library.sqlite
///     limit: 20
///     colour: never
struct SettingsFile {
  /// The path.
  let path: String
  /// Whether the file exists.
  let exists: Bool
  /// The values.
  let values: [Setting: String]

  /// The path of the file: `$PEERLIT_CONFIG`, `$XDG_CONFIG_HOME/peerlit/config.yaml`, or
  /// `~/.config/peerlit/config.yaml`; `nil` without a home folder.
  static func path(_ environment: [String: String]) -> String? {
    if let path = environment["PEERLIT_CONFIG"], !path.isEmpty { return path }
    return LibraryFolder.base("XDG_CONFIG_HOME", "/.config", environment)
      .map { $0 + "/peerlit/config.yaml" }
  }

  /// Reads a file; one that does not exist has no values.
  init(_ path: String, environment: [String: String]) throws(SettingsError) {
    self.path = path
    guard let data = FileManager.default.contents(atPath: path) else {
      exists = FileManager.default.fileExists(atPath: path)
      values = [:]
      if exists { throw SettingsError("\(path) can't be read.") }
      return
    }
    exists = true
    let text = String(decoding: data, as: UTF8.self)
    var node: Node?
    do {
      node = try Yams.compose(yaml: text)
    } catch {
      throw Self.mistake(error, path)
    }
    var found: [Setting: String] = [:]
    if let node {
      guard let mapping = node.mapping else {
        throw SettingsError("\(path) must have lines such as “limit: 20”.")
      }
      for (key, value) in mapping {
        let setting = try Self.setting(key, path)
        found[setting] = try Self.value(value, of: setting, path, environment)
      }
    }
    values = found
  }

  /// A mistake in the syntax of a file, with its line if it has one.
  private static func mistake(_ error: any Error, _ path: String) -> SettingsError {
    let fix = "Write one setting on each line, such as “limit: 20”."
    switch error as? YamlError {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      return SettingsError("\(path), line \(mark.line), is not valid YAML: \(problem). \(fix)")
    case .duplicatedKeysInMapping(let keys, _):
      let names = keys.sorted().map { "“\($0)”" }.joined(separator: ", ")
      return SettingsError("\(path) has more than one line for \(names). Keep one of them.")
    default:
      return SettingsError("\(path) is not valid YAML. \(fix)")
    }
  }

  private static func setting(_ key: Node, _ path: String) throws(SettingsError) -> Setting {
    let name = key.scalar?.string ?? ""
    if let setting = Setting(rawValue: name == "color" ? "colour" : name) { return setting }
    let names = Setting.allCases.map(\.rawValue)
    let near = EditDistance.nearest(to: name, among: names, within: 2)
    throw SettingsError(
      "\(path), line \(key.mark?.line ?? 0): Unknown setting “\(name)”. "
        + (near.map { "Did you mean “\($0)”?" }
          ?? "The settings are \(names.joined(separator: ", "))."))
  }

  private static func value(
    _ node: Node, of setting: Setting, _ path: String, _ environment: [String: String]
  ) throws(SettingsError) -> String {
    let text = node.scalar?.string ?? ""
    if let fault = setting.fault(text) {
      throw SettingsError(
        "\(path), line \(node.mark?.line ?? 0): \(setting.rawValue) \(fault), not “\(text)”.")
    }
    guard setting.isPath else { return text }
    if text.hasPrefix("~/"), let home = environment["HOME"] { return home + text.dropFirst() }
    return RelativePath.resolved(text, in: path)
  }
}
