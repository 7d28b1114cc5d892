import Foundation
import Testing

/// The paths in ARCHITECTURE.md and in the other pages for contributors exist.
struct ArchitectureTests {
  /// Every path in the project, relative to its root.
  private static let files: Set<String> = {
    let root = Project.root
    var paths = Set<String>()
    for folder in ["Sources", "Tests", "docs", "tools", "index", "corpus"] {
      let found = FileManager.default.enumerator(atPath: root.appending(path: folder).path)
      paths.insert(folder)
      while let path = found?.nextObject() as? String { paths.insert("\(folder)/\(path)") }
    }
    return paths
  }()

  /// The texts in backticks.
  private static func code(_ page: String) throws -> [String] {
    try Project.text(page).components(separatedBy: "`").enumerated()
      .filter { $0.offset % 2 == 1 }.map(\.element)
  }

  @Test(arguments: [
    "ARCHITECTURE.md", "CONTRIBUTING.md", "docs/ranking.md", "docs/appraisal.md",
    "docs/measuring.md", "docs/glossary.md", "docs/reliability.md", "docs/security.md",
    "index/README.md",
  ])
  func `every path and every source file that a page names exists`(page: String) throws {
    let names = Set(Self.files.map { $0.split(separator: "/").last.map(String.init) ?? $0 })
    for code in try Self.code(page) {
      if let folder = ["Sources/", "Tests/", "tools/"].first(where: code.hasPrefix) {
        // What comes after the first argument or placeholder is not a path.
        let path = code.prefix { !" \n<*".contains($0) }
        let whole =
          path.count == code.count || code.dropFirst(path.count).first?.isWhitespace == true
        let known =
          whole ? String(path) : path.split(separator: "/").dropLast().joined(separator: "/")
        #expect(
          Self.files.contains(known.hasSuffix("/") ? String(known.dropLast()) : known),
          "\(page): \(code) in \(folder)")
      } else if code.hasSuffix(".swift"), !code.contains(where: { "<*".contains($0) }) {
        let name = code.split(separator: "/").last.map(String.init) ?? code
        #expect(names.contains(name), "\(page): \(code)")
      }
    }
  }
}
