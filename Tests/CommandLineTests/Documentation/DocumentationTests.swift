import Answers
import Foundation
import Literature
import Query
import Retrieval
import Service
import Testing
import peerlit

/// Fails when a command, an option, a field or a JSON key is missing from the documentation.
struct DocumentationTests {
  func commands() throws -> [CommandHelp] {
    (try Program.help().subcommands ?? []).filter { $0.commandName != "help" }
  }

  /// The section of `docs/commands.md` on a command.
  func section(_ command: String) throws -> String {
    let parts = try Project.text("docs/commands.md").components(separatedBy: "\n## ")
    return try #require(
      parts.first { $0.hasPrefix("`peerlit \(command)") }, "no section on \(command)")
  }

  @Test func `every command and option is in docs/commands.md`() throws {
    let filters = Set(Parameter.allFilters.map(\.option))
    let common = try Project.text("docs/commands.md").components(separatedBy: "\n## ").first {
      $0.hasPrefix("Common options")
    }
    for command in try commands() {
      let section = try section(command.commandName)
      let sharesFilters = section.contains("the filters of `search`")
      for option in command.arguments ?? [] where option.kind != "positional" {
        guard let name = option.names?.first(where: { $0.kind == "long" }) else { continue }
        let isDocumented =
          section.contains("`\(name.typed)") || common?.contains("`\(name.typed)") == true
          || sharesFilters && filters.contains(name.typed)
        #expect(isDocumented, "\(command.commandName) \(name.typed)")
        for short in option.names ?? [] where short.kind == "short" {
          #expect((section + (common ?? "")).contains("`\(short.typed)"), "\(short.typed)")
        }
        for value in option.allValues ?? [] {
          #expect(
            (section + (common ?? "")).contains(value),
            "\(command.commandName) \(name.typed) \(value)")
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

  @Test func `every query field is in docs/query-language.md`() throws {
    let text = try Project.text("docs/query-language.md")
    for field in QueryField.allCases { #expect(text.contains("`\(field.rawValue):")) }
    for facet in FacetDefinition.filters {
      let row = text.split(separator: "\n").first { $0.hasPrefix("| `\(facet.field ?? "")` | ") }
      #expect(row?.contains(facet.noun) == true, "\(facet.name)")
    }
  }

  @Test func `the table of docs/query-language.md is correct`() throws {
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

  @Test func `every outcome of a report is in its schema and in docs/json.md`() throws {
    let outcomes = IndexIncident.Outcome.allCases.map(\.rawValue)
    let schema = try JSONSerialization.jsonObject(
      with: Data(contentsOf: Project.root.appending(path: "docs/schema/incident.json")))
    let properties = (schema as? [String: Any])?["properties"] as? [String: Any]
    #expect((properties?["outcome"] as? [String: Any])?["enum"] as? [String] == outcomes)
    let table = try Project.text("docs/json.md").components(separatedBy: "| outcome |").last
    let rows = try #require(table).split(separator: "\n").prefix {
      $0.first == "|" || $0.first == " "
    }
    #expect(
      rows.dropFirst(2).compactMap { $0.split(separator: "`").dropFirst().first.map(String.init) }
        == outcomes)
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
