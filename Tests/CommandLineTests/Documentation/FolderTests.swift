import Foundation
import Testing

/// The folders of a module use one another in one direction, as ARCHITECTURE.md says.
struct FolderTests {
  /// A source file.
  private struct File {
    /// The folder that contains it, directly or in a subfolder; `.` for none.
    var folder: String
    /// The types that it declares for other files.
    var declared: [String]
    /// The words in its code that may be types.
    var words: Set<String>
  }

  /// The folders of `Sources` with subfolders, except that of the commands: the program lists them,
  /// and they ask it for its version and its help.
  private static let parents: [String] = {
    let paths = FileManager.default.subpaths(atPath: Project.root.appending(path: "Sources").path)
    let parents = (paths ?? []).filter { $0.hasSuffix(".swift") }.flatMap { path -> [String] in
      let folders = path.split(separator: "/").dropLast()
      return folders.indices.dropFirst().map { folders[..<$0].joined(separator: "/") }
    }
    return Set(parents).subtracting(["peerlit/Commands"]).sorted()
  }()

  @Test func `the folders are found`() {
    #expect(Self.parents.count > 30)
  }

  /// Names are enough to find what a file uses, because types have different names.
  @Test(arguments: parents)
  func `no folder uses a folder that uses it`(parent: String) throws {
    let files = try Self.files(in: parent)
    #expect(files.count > 1)
    var homes: [String: Set<String>] = [:]
    for file in files {
      for name in file.declared { homes[name, default: []].insert(file.folder) }
    }
    var used: [String: Set<String>] = [:]
    for file in files {
      for word in file.words { used[file.folder, default: []].formUnion(homes[word] ?? []) }
      used[file.folder]?.remove(file.folder)
    }
    for (folder, others) in used {
      var open = others
      var reached: Set<String> = []
      while let next = open.popFirst() {
        if reached.insert(next).inserted { open.formUnion(used[next] ?? []) }
      }
      #expect(!reached.contains(folder), "Sources/\(parent)/\(folder)")
    }
  }

  private static func files(in parent: String) throws -> [File] {
    let root = Project.root.appending(path: "Sources/\(parent)")
    let paths = try FileManager.default.subpathsOfDirectory(atPath: root.path)
    return try paths.filter { $0.hasSuffix(".swift") }.map { path in
      let text = try String(contentsOf: root.appending(path: path), encoding: .utf8)
      let lines = text.split(separator: "\n").filter { !$0.drop { $0 == " " }.hasPrefix("//") }
      let folders = path.split(separator: "/").dropLast()
      return File(
        folder: folders.first.map(String.init) ?? ".", declared: lines.compactMap(declaration),
        words: Set(lines.flatMap(words)))
    }
  }

  private static let modifiers: Set<Substring> = [
    "public", "package", "final", "indirect", "nonisolated",
  ]
  private static let kinds: Set<Substring> = [
    "struct", "class", "enum", "protocol", "actor", "typealias",
  ]

  /// The type that a line declares, if it is not private or inside another.
  private static func declaration(_ line: Substring) -> String? {
    let words = line.split(separator: " ", omittingEmptySubsequences: false)
      .drop { modifiers.contains($0) || $0.hasPrefix("@") }
    guard let kind = words.first, kinds.contains(kind), let name = words.dropFirst().first else {
      return nil
    }
    return String(name.prefix(while: isInName))
  }

  /// The words with a capital on a line of code, without those in its strings.
  private static func words(_ line: Substring) -> [String] {
    let parts = line.split(separator: "\"", omittingEmptySubsequences: false)
    return parts.enumerated().filter { $0.offset.isMultiple(of: 2) }.flatMap { part in
      part.element.split { !isInName($0) }.filter { $0.first?.isUppercase == true }
        .map(String.init)
    }
  }

  private static func isInName(_ character: Character) -> Bool {
    character.isLetter || character.isNumber || character == "_"
  }
}
