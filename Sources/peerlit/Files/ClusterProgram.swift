import Foundation

/// The program that reads and writes the shards of clusters, which is installed separately.
enum ClusterProgram {
  /// Its name.
  static let name = "peerlit-cluster"

  /// Its path: in a folder of `PATH`.
  ///
  /// - Throws: ``MissingProgramError`` if it is not installed.
  static func path(_ environment: [String: String]) throws -> String {
    for folder in (environment["PATH"] ?? "").split(separator: ":") {
      let path = "\(folder)/\(name)"
      if FileManager.default.isExecutableFile(atPath: path) { return path }
    }
    throw MissingProgramError()
  }
}
