import ArgumentParser
import Foundation
import Retrieval
import Service

/// `peerlit serve`: the HTTP API and the search page.
package struct ServeCommand: ConsoleCommand {
  package static let configuration = CommandConfiguration(
    commandName: "serve",
    abstract: "Serve an HTTP API and a search page.",
    discussion: """
      Listens only on this machine unless --host is given. The API returns the same JSON as the \
      command line; GET /openapi.json describes it.

      Examples:
        peerlit serve
        peerlit serve --port 8080 --index library.sqlite
        peerlit serve --socket peerlit.socket
        peerlit serve --host 0.0.0.0 --token-file token.txt

      Exit status: 0 stopped by SIGTERM or Ctrl-C, 2 error, 64 invalid arguments.
      """)

  @Option(
    help: ArgumentHelp("Port to listen on (default: 7700; 0 = any free port).", valueName: "n"))
  var port: Int?

  @Option(
    help: ArgumentHelp(
      "Address to listen on (default: 127.0.0.1); one that other machines can reach requires a token.",
      valueName: "address"))
  var host: String?

  @Option(
    help: ArgumentHelp(
      "Listen on a Unix socket instead, which only this user can open.", valueName: "path"),
    completion: .file())
  var socket: String?

  @Option(
    help: ArgumentHelp(
      "File with the token that requests must send as Authorization: Bearer (default: $PEERLIT_TOKEN, or no token).",
      valueName: "file"),
    completion: .file())
  var tokenFile: String?

  @Option(
    help: ArgumentHelp(
      "Allow cross-origin requests from this origin, such as https://example.org (repeatable).",
      valueName: "origin"))
  var allowOrigin: [String] = []

  @Option(
    help: ArgumentHelp("Time limit for a query.", valueName: "seconds"))
  var timeLimit = 5.0

  @Flag(help: "Encode queries with the sentence encoder, if documents are encoded.")
  var encodeQueries = false

  @Flag(name: .shortAndLong, help: "Do not write an access log.")
  var quiet = false

  @OptionGroup var index: IndexOption

  package init() {}

  package func validate() throws {
    guard (0...65_535).contains(port ?? 0) else {
      throw ValidationError("--port must be between 0 and 65535.")
    }
    if socket != nil, port != nil || host != nil {
      throw ValidationError("Use --socket, or --host and --port, not both.")
    }
    for origin in allowOrigin where !WebOrigin.isValid(origin) {
      throw ValidationError(
        origin == "null"
          ? "--allow-origin null would allow every sandboxed page; name the site's own origin."
          : "“\(origin)” is not an origin; write it as https://example.org, without a path.")
    }
    guard (0.001...3600).contains(timeLimit) else {
      throw ValidationError("--time-limit must be between 0.001 and 3600 seconds.")
    }
  }

  package func run(on console: Console) throws -> ExitStatus {
    var configuration = ServiceConfiguration()
    configuration.address =
      socket.map { .socket(path: $0) }
      ?? .port(
        host: host ?? ServiceConfiguration.Address.standardHost,
        port ?? ServiceConfiguration.Address.standardPort)
    configuration.token = try token(console)
    configuration.logins = configuration.token.map {
      Logins(token: $0, address: configuration.address)
    }
    configuration.origins = allowOrigin
    configuration.limits.query = .milliseconds(Int(timeLimit * 1000))
    makeRoom(&configuration.limits, console)
    let encoder = encodeQueries ? try EncoderPath.open(console.environment) : nil
    let index = try index.openLive(
      console, timeLimit: configuration.limits.query, encoder: encoder)
    let context = ServiceContext(
      index: index, version: Program.version, logins: configuration.logins,
      offersFiles: socket == nil && configuration.address.isLocal,
      acceptsCorrections: configuration.address.isLocal,
      hidesFolders: !configuration.address.isLocal)
    let server = try Server(Responder(context), configuration)
    let log = console.log
    let path = TerminalText.escaped(index.path)
    let writesAccessLog = !quiet
    try Blocking.run {
      try await server.run(log: writesAccessLog ? { @Sendable in log(.errors, $0) } : nil) {
        address in
        log(.output, Array("Listening on \(address)\nIndex: \(path)\n".utf8))
      }
    }
    return .found
  }

  /// Limits the connections to those for which files can be opened.
  private func makeRoom(_ limits: inout ServiceLimits, _ console: Console) {
    let room = OpenFiles.makeRoom(for: limits.connections)
    if room.connections < limits.connections {
      console.note(
        "Only \(room.connections) connections are served at once, because only \(room.files) files "
          + "can be open; raise the limit with ulimit -n.")
    }
    limits.connections = room.connections
  }

  /// The token that requests must send.
  private func token(_ console: Console) throws -> String? {
    guard let tokenFile else {
      return try ServerToken.variable(console.environment).map {
        try ServerToken($0, from: ServerToken.variableName).text
      }
    }
    let token = try ServerToken(file: tokenFile)
    if let warning = ServerToken.warning(file: tokenFile) { console.note(warning) }
    return token.text
  }
}
