import ArgumentParser
import Retrieval
import Service

/// `peerlit mcp`: the same questions over standard input and output, for language-model tools.
package struct MCPCommand: ConsoleCommand {
  package static let configuration = CommandConfiguration(
    commandName: "mcp",
    abstract: "Answer language-model tools over standard input and output.",
    discussion: """
      Speaks the Model Context Protocol, a message of JSON a line, until the input ends. It is \
      not meant for typing: a program such as an assistant starts it, and asks it by the tools \
      search, get_document, similar, list_facets and evidence_map. POST /mcp of peerlit serve does \
      the same over HTTP.

      Examples:
        peerlit mcp
        peerlit mcp --index library.sqlite

      Exit status: 0 the input has ended, 2 trouble, 64 wrong usage.
      """)

  @OptionGroup var place: IndexOption

  package init() {}

  package func run(on console: Console) throws -> ExitStatus {
    let index = try LiveIndex(path: place.path(console), timeLimit: ServiceLimits().query)
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
    if let detail = answer.detail { console.tell("peerlit: \(detail)") }
    guard let body = answer.body else { return }
    try console.print(String(decoding: body, as: UTF8.self))
    try console.flush()
  }
}
