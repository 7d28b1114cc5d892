import ArgumentParser
import Foundation
import Retrieval
import Service
import Synchronization

/// `peerlit serve`: the service for other programs and for people.
package struct ServeCommand: ConsoleCommand {
  package static let configuration = CommandConfiguration(
    commandName: "serve",
    abstract: "Answer other programs over HTTP, and show people a search page.",
    discussion: """
      Listens on this machine alone unless --host says otherwise. The same questions as on the command line are answered with \
      the same JSON; GET /openapi.json describes them.

      Examples:
        peerlit serve
        peerlit serve --port 8080 --index library.sqlite
        peerlit serve --socket peerlit.socket
        peerlit serve --host 0.0.0.0 --token-file token.txt

      Exit status: 0 stopped by SIGTERM or Ctrl-C, 2 trouble, 64 wrong usage.
      """)

  @Option(help: ArgumentHelp("The port; 0 takes any that is free (default: 7700).", valueName: "n"))
  var port: Int?

  @Option(
    help: ArgumentHelp(
      "The address to listen at (default: 127.0.0.1); one that other machines reach needs a token.",
      valueName: "address"))
  var host: String?

  @Option(
    help: ArgumentHelp(
      "Listen at a unix socket instead, which only this user can open.", valueName: "path"),
    completion: .file())
  var socket: String?

  @Option(
    help: ArgumentHelp(
      "A file with the token that requests must bring as Authorization: Bearer (default: the environment's PEERLIT_TOKEN, or none).",
      valueName: "file"),
    completion: .file())
  var tokenFile: String?

  @Option(
    help: ArgumentHelp(
      "Let pages of this origin ask, such as https://example.org (repeatable).",
      valueName: "origin"))
  var allowOrigin: [String] = []

  @Option(
    help: ArgumentHelp("How long a query may take; it is then stopped.", valueName: "seconds"))
  var timeLimit = 5.0

  @Flag(help: "Write no access log to standard error.")
  var quiet = false

  @OptionGroup var place: IndexOption

  package init() {}

  package func validate() throws {
    guard (0...65_535).contains(port ?? 0) else {
      throw ValidationError("--port must be from 0 to 65535.")
    }
    if socket != nil, port != nil || host != nil {
      throw ValidationError("Give --socket, or --host and --port.")
    }
    guard (0.001...3600).contains(timeLimit) else {
      throw ValidationError("--time-limit must be from 0.001 to 3600.")
    }
  }

  package func run(on console: Console) throws -> ExitStatus {
    var configuration = ServiceConfiguration()
    configuration.address =
      socket.map { .socket(path: $0) } ?? .port(host: host ?? "127.0.0.1", port ?? 7700)
    configuration.token = try token(console)
    configuration.origins = allowOrigin
    configuration.limits.query = .milliseconds(Int(timeLimit * 1000))
    let index = try LiveIndex(path: place.path(console), timeLimit: configuration.limits.query)
    let context = ServiceContext(index: index, version: Program.version)
    let server = try Server(Responder(context), configuration)
    let writesLog = !quiet
    try Blocking.run {
      try await server.run(log: writesLog ? Self.log : nil) { address in
        try? FileHandle.standardOutput.write(contentsOf: Data("Listening on \(address)\n".utf8))
      }
    }
    return .found
  }

  /// Writes lines of the access log; nobody to read them is no reason to stop.
  @Sendable private static func log(_ lines: [UInt8]) {
    try? FileHandle.standardError.write(contentsOf: Data(lines))
  }

  /// The token that requests must bring.
  private func token(_ console: Console) throws -> String? {
    guard let tokenFile else {
      let variable = console.environment["PEERLIT_TOKEN"] ?? ""
      return variable.isEmpty ? nil : variable
    }
    let text: String
    do {
      text = try String(contentsOfFile: tokenFile, encoding: .utf8)
    } catch {
      throw UsageError("The file \(tokenFile) of the token can't be read.")
    }
    let token = text.trimmingCharacters(in: .whitespacesAndNewlines)
    guard !token.isEmpty, token.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) else {
      throw UsageError("The token in \(tokenFile) must be one word of ASCII characters.")
    }
    return token
  }
}

/// Waits for asynchronous work where nothing else is to be done.
enum Blocking {
  /// Runs work to its end, and throws what it throws.
  static func run(_ body: @escaping @Sendable () async throws -> Void) throws {
    let end = DispatchSemaphore(value: 0)
    let outcome = Mutex<Result<Void, any Error>>(.success(()))
    Task {
      do {
        try await body()
      } catch {
        outcome.withLock { $0 = .failure(error) }
      }
      end.signal()
    }
    end.wait()
    try outcome.withLock { try $0.get() }
  }
}
