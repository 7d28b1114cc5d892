import Foundation
import Query
import Retrieval
import Testing
import peerlit

/// Fails when a command, an option, a field or a JSON key is missing from the documentation.
struct DocumentationTests {
  func commands() throws -> [CommandHelp] {
    let help = try JSONDecoder().decode(ProgramHelp.self, from: Data(Program._dumpHelp().utf8))
    return (help.command.subcommands ?? []).filter { $0.commandName != "help" }
  }

  /// The part of `docs/commands.md` on a command.
  func section(_ command: String) throws -> String {
    let parts = try Project.text("docs/commands.md").components(separatedBy: "\n## ")
    return try #require(
      parts.first { $0.hasPrefix("`peerlit \(command)") }, "no section on \(command)")
  }

  @Test func `every command and option is in docs/commands.md`() throws {
    let limits = Set(
      try commands().first { $0.commandName == "search" }?.arguments?.filter {
        $0.abstract?.contains("repeatable") == true || $0.abstract?.contains("participants") == true
          || ["year", "include-unknown"].contains($0.names?.first?.name)
      }.compactMap { $0.names?.first?.name } ?? [])
    #expect(limits.count == 7)
    for command in try commands() {
      let section = try section(command.commandName)
      let sharesLimits = section.contains("the limits of `search`")
      for option in command.arguments ?? [] where option.kind != "positional" {
        let names = option.names ?? []
        guard let name = names.first, !names.contains(where: { $0.name == "help" }),
          name.name != "version"
        else { continue }
        let isSaid =
          section.contains("`\(name.typed)") || sharesLimits && limits.contains(name.name)
        #expect(isSaid, "\(command.commandName) \(name.typed)")
        for value in option.allValues ?? [] {
          #expect(section.contains(value), "\(command.commandName) \(name.typed) \(value)")
        }
      }
    }
  }

  @Test func `every command's help has an example`() throws {
    for command in try commands() {
      #expect(
        command.discussion?.contains("Examples:\n  peerlit \(command.commandName)") == true,
        "\(command.commandName)")
      #expect(command.abstract?.hasSuffix(".") == true)
    }
  }

  @Test func `every field of a query is in docs/query-language.md`() throws {
    let text = try Project.text("docs/query-language.md")
    for field in QueryField.allCases { #expect(text.contains("`\(field.rawValue):")) }
    for field in FilterField.allCases {
      #expect(text.contains("| `\(field.rawValue)` | \(field.summary) |"))
    }
  }

  @Test func `the table of docs/query-language.md is true`() throws {
    let rows = try Project.text("docs/query-language.md").split(separator: "\n").compactMap {
      $0.wholeMatch(of: /\| (`.+) \| .+ \| `(\(.+\))` \|/)
    }
    #expect(rows.count >= 10)
    for row in rows {
      let typed = row.1.split(separator: "`, `").map { $0.trimming("`") }
      let trees = try typed.map { try QueryParser().parse($0).tree.description }
      #expect(trees.contains(String(row.2)), "\(typed): \(trees)")
    }
  }

  @Test func `every JSON key is in docs/json.md`() throws {
    let text = try Project.text("docs/json.md")
    let folder = Project.root.appending(path: "docs/schema")
    for file in try FileManager.default.contentsOfDirectory(atPath: folder.path) {
      #expect(text.contains("schema/\(file)"))
      let schema = try JSONSerialization.jsonObject(
        with: Data(contentsOf: folder.appending(path: file)))
      for key in keys(schema) { #expect(text.contains("`\(key)`"), "\(file): \(key)") }
    }
  }

  private func keys(_ schema: Any) -> Set<String> {
    var found = Set<String>()
    for (name, value) in schema as? [String: Any] ?? [:] {
      if name == "properties" { found.formUnion((value as? [String: Any] ?? [:]).keys) }
      found.formUnion(keys(value))
    }
    return found
  }
}

extension Substring {
  fileprivate func trimming(_ character: Character) -> String {
    String(drop { $0 == character }.reversed().drop { $0 == character }.reversed())
  }
}
