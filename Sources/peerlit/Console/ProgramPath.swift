import Foundation

/// Finds programs in the folders of `PATH`.
enum ProgramPath {
  /// The path of a program; `nil` if it is not installed.
  static func find(_ name: String, _ environment: [String: String]) -> String? {
    (environment["PATH"] ?? "").split(separator: ":").map { "\($0)/\(name)" }
      .first { FileManager.default.isExecutableFile(atPath: $0) }
  }
}
