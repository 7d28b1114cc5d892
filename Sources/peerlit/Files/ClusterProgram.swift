/// The program that reads and writes the shards of clusters, which is installed separately.
enum ClusterProgram {
  /// Its name.
  static let name = "peerlit-cluster"

  /// Its path: in a folder of `PATH`.
  ///
  /// - Throws: ``MissingProgramError`` if it is not installed.
  static func path(_ environment: [String: String]) throws -> String {
    guard let path = ProgramPath.find(name, environment) else { throw MissingProgramError() }
    return path
  }
}
