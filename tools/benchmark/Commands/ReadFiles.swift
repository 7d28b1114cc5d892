import ArgumentParser
import Foundation
import Reading

/// Times the readers alone, without indexing, on files in memory and one core.
struct ReadFiles: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "read",
    abstract: "Time the readers alone on files in memory.")

  @Argument(help: "Files and folders, each reported on one line.")
  var paths: [String]

  @Option(help: "Minimum number of megabytes to read of each; small files are read repeatedly.")
  var megabytes = 50

  @Option(help: "Number of repetitions; the best counts.")
  var times = 3

  func run() throws {
    for path in paths {
      var files: [(path: String, bytes: [UInt8])] = []
      Library(paths: [path]).walk { found in
        guard case .file(let file) = found,
          let data = FileManager.default.contents(atPath: file.path)
        else { return }
        files.append((file.path, [UInt8](data)))
      }
      let size = files.reduce(0) { $0 + $1.bytes.count }
      guard size > 0 else { continue }
      let rounds = max(1, megabytes * 1_000_000 / size)
      var documents = 0
      let clock = ContinuousClock()
      let best = (0..<max(1, times)).map { _ in
        clock.measure {
          documents = 0
          for _ in 0..<rounds {
            for file in files {
              SourceFile.read(file.bytes, named: file.path) { outcome in
                if case .document = outcome { documents += 1 }
              }
            }
          }
        }.seconds
      }.min()
      guard let best, best > 0 else { continue }
      let read = Double(size * rounds) / 1e6
      print(
        "\(path): \(files.count) files, \(documents / rounds) documents, "
          + "\((read / best).formatted(digits: 1)) MB/s, "
          + "\((Double(documents) / best).formatted(digits: 0)) documents/s")
    }
  }
}
