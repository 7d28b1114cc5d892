import ArgumentParser
import Retrieval
import Service

/// `peerlit mcp`: an MCP server on standard input and output.
package struct MCPCommand: ConsoleCommand {
  package static let configuration = CommandConfiguration(
    commandName: "mcp",
    abstract: "Run an MCP server on standard input and output.",
    discussion: """
      Speaks the Model Context Protocol, one JSON message per line, until the input ends. Not for \
      interactive use; an MCP client such as an assistant starts it. The tools are search, fetch, \
      get_document, similar, list_facets and evidence_map. peerlit serve offers the same at \
      POST /mcp.

      Examples:
        peerlit mcp
        peerlit mcp --index library.sqlite

      Exit status: 0 the input ended, 2 error, 64 invalid arguments.
      """)

  @OptionGroup var index: IndexOption

  package init() {}

  package func run(on console: Console) throws -> ExitStatus {
    let index = try index.openLive(console, timeLimit: ServiceLimits().query)
    var session = MCPSession(ServiceContext(index: index, version: Program.version))
    var lines = MessageLines()
    while true {
      let bytes = try console.read()
      if bytes.isEmpty {
        try lines.end().map { try answer($0, &session, console) }
        return .found
      }
      for line in lines.add(bytes) { try answer(line, &session, console) }
    }
  }

  private func answer(
    _ line: MessageLines.Line, _ session: inout MCPSession, _ console: Console
  ) throws {
    let answer = session.answer(line)
    if let detail = answer.detail { console.error(detail) }
    guard let body = answer.body else { return }
    try console.print(String(decoding: body, as: UTF8.self))
    try console.flush()
  }
}
