import Foundation
import Retrieval
import Yams

/// The file that describes a cluster, in YAML.
///
///     head: head.sqlite
///     library: ../library.sqlite
///     timeout: 2000
///     on_missing: partial
///     shards:
///       - 10.0.0.1:7711
///       - [10.0.0.2:7711, 10.0.0.3:7711]
///
/// `head` and `library` are relative to the folder of the file; `library` is the index that the
/// shards were made from, which only updates need. A shard is a server, or a list of servers with
/// the same contents, the preferred one first. `timeout` is in milliseconds.
enum ClusterFile {
  /// Reads a file.
  ///
  /// - Parameter environment: its `PATH` is searched for the program that reads shards.
  static func read(
    _ path: String, environment: [String: String]
  ) throws -> ClusterConfiguration {
    let text = String(decoding: try InputFile.read(path), as: UTF8.self)
    guard let mapping = (try? Yams.compose(yaml: text))?.mapping else {
      throw InputError(path, "it must be YAML with the lines “head: FILE” and “shards:”.")
    }
    var configuration = ClusterConfiguration(program: "", head: "", shards: [])
    for (key, value) in mapping {
      let line = "line \(key.mark?.line ?? 0): "
      switch key.scalar?.string ?? "" {
      case "head": configuration.head = resolved(value.scalar?.string ?? "", path)
      case "library": configuration.library = resolved(value.scalar?.string ?? "", path)
      case "timeout":
        guard let timeout = value.int, (1...600_000).contains(timeout) else {
          throw InputError(
            path, line + "timeout must be a number of milliseconds from 1 to 600,000.")
        }
        configuration.timeout = timeout
      case "on_missing":
        let choice = value.scalar.flatMap {
          ClusterConfiguration.OnMissing(rawValue: $0.string)
        }
        guard let choice else {
          throw InputError(path, line + "on_missing must be error or partial.")
        }
        configuration.whenMissing = choice
      case "shards":
        configuration.shards = try (value.sequence ?? []).map { try servers($0, path, line) }
      case let name:
        throw InputError(
          path,
          line + "Unknown key “\(name)”. The keys are head, library, shards, timeout and "
            + "on_missing.")
      }
    }
    guard !configuration.head.isEmpty else { throw InputError(path, "it needs “head: FILE”.") }
    guard !configuration.shards.isEmpty else {
      throw InputError(path, "it needs “shards:” with a line “- HOST:PORT” for each shard.")
    }
    configuration.program = try ClusterProgram.path(environment)
    return configuration
  }

  private static func servers(_ node: Node, _ path: String, _ line: String) throws -> [String] {
    let servers =
      node.sequence.map { $0.map { $0.scalar?.string ?? "" } } ?? [
        node.scalar?.string ?? ""
      ]
    for server in servers {
      let parts = server.split(separator: ":", omittingEmptySubsequences: false)
      guard parts.count > 1, !server.hasPrefix(":"), !server.contains(","),
        let port = parts.last.flatMap({ Int($0) }), (1...65_535).contains(port)
      else { throw InputError(path, line + "A server is HOST:PORT, not “\(server)”.") }
    }
    return servers
  }

  private static func resolved(_ head: String, _ path: String) -> String {
    head.isEmpty ? head : RelativePath.resolved(head, in: path)
  }
}
