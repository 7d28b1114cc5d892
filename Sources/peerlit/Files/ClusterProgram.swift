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

/// The program for clusters is not installed.
struct MissingProgramError: Error, CustomStringConvertible {
  var description: String {
    "Clusters need the program \(ClusterProgram.name), which is not installed. Install it with "
      + "cluster/install from a checkout of peerlit; docs/scale-out.md explains clusters."
  }
}
