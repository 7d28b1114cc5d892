import ArgumentParser
import Foundation

#if canImport(Glibc)
  import Glibc
#endif

/// Times complete processes, from start to end, with the output discarded.
struct Spawn: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Time a complete process: best and median of several runs.")

  @Option(help: "Number of runs.")
  var times = 20

  @Argument(parsing: .captureForPassthrough, help: "Program and its arguments.")
  var command: [String]

  func run() throws {
    guard let program = command.first else { throw ValidationError("No program given.") }
    var durations: [Double] = []
    var status: Int32 = 0
    for _ in 0...times {
      let clock = ContinuousClock()
      let duration = try clock.measure {
        status = try Self.start(program, command)
      }
      durations.append(duration.seconds * 1000)
    }
    // The first run fills the disk cache.
    let warm = durations.dropFirst()
    let best = (warm.min() ?? 0).formatted(digits: 1)
    let median = (warm.median ?? 0).formatted(digits: 1)
    print("best \(best) ms, median \(median) ms of \(times), exit \(status)")
  }

  private static func start(_ program: String, _ arguments: [String]) throws -> Int32 {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0)
    var pointers = arguments.map { strdup($0) } + [nil]
    defer { pointers.forEach { free($0) } }
    var process: pid_t = 0
    let result = posix_spawnp(&process, program, &actions, nil, &pointers, environ)
    guard result == 0 else {
      throw ValidationError("\(program): \(String(cString: strerror(result)))")
    }
    var status: Int32 = 0
    waitpid(process, &status, 0)
    return status >> 8 & 0xFF
  }
}
