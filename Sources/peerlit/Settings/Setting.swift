import Foundation
import Query
import Service

/// A setting: a row of the table that the settings file, environment variables and `peerlit config`
/// share.
package enum Setting: String, Sendable, CaseIterable {
  case index, library, unit, limit, colour, server, synonyms, timeout

  /// The environment variable that sets it.
  package var variable: String { "PEERLIT_" + rawValue.uppercased() }

  /// The variables that set it, in both spellings, as with options.
  var variables: [String] { self == .colour ? [variable, "PEERLIT_COLOR"] : [variable] }

  /// The option that sets it.
  package var option: String { "--" + rawValue }

  /// Its meaning, as a sentence.
  package var summary: String {
    switch self {
    case .index: "Index to use."
    case .library: "Name of the index to use, in the folder of the default index."
    case .unit: "What search lists and counts."
    case .limit: "Maximum number of hits."
    case .colour: "When to use colour: auto, always or never."
    case .server: "Server to search instead of an index."
    case .synonyms: "File with synonyms."
    case .timeout: "Time limit of a query in seconds; 0 for none."
    }
  }

  /// The value if nothing sets it; empty for none.
  var standard: String {
    switch self {
    case .unit: SearchRequest.Unit.document.rawValue
    case .limit: String(SearchRequest("").limit)
    case .colour: ColourChoice.auto.rawValue
    case .timeout: "0"
    case .index, .library, .server, .synonyms: ""
    }
  }

  /// Whether a value is a path, which is relative to the folder of the settings file.
  var isPath: Bool { self == .index || self == .synonyms }

  /// The rule that a value breaks; `nil` if it is valid.
  func fault(_ value: String) -> String? {
    switch self {
    case .index, .synonyms: value.isEmpty ? "must be the path of a file" : nil
    case .library: LibraryFolder.isName(value) ? nil : LibraryFolder.rule
    case .unit:
      SearchRequest.Unit(rawValue: value) == nil
        ? "must be " + SearchRequest.Unit.allCases.map(\.rawValue).joined(separator: " or ") : nil
    case .limit:
      Int(value).map { $0 >= 0 } ?? false ? nil : "must be a whole number, at least 0"
    case .colour:
      ColourChoice(rawValue: value) == nil
        ? "must be auto, always or never" : nil
    case .server:
      (try? ServerAddress(value)) == nil
        ? "must be an address such as http://127.0.0.1:7700 or unix:PATH" : nil
    case .timeout:
      Double(value).map { Self.seconds.contains($0) } ?? false
        ? nil : "must be a number of seconds, 0 for no limit"
    }
  }
  /// The time limits that are valid, in seconds.
  static let seconds = 0...1e9
}
