import Foundation
import TestSupport

/// Python packages for tests, installed once into a separate folder under `.venv`.
struct PythonEnvironment {
  /// The Python interpreter of the environment.
  let python: URL

  /// Installs missing packages; `nil` if that fails.
  ///
  /// - Parameter packages: arguments of pip; if the list changes, it is installed again.
  init?(_ name: String, packages: [String]) {
    let folder = Project.root.appending(path: ".venv/\(name)")
    let list = folder.appending(path: "packages.txt")
    python = folder.appending(path: "bin/python")
    let wanted = packages.joined(separator: " ")
    if (try? String(contentsOf: list, encoding: .utf8)) == wanted { return }
    try? FileManager.default.removeItem(at: folder)
    guard Self.run("python3", ["-m", "venv", folder.path]) else { return nil }
    let install = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    for package in packages {
      let arguments = package.split(separator: " ").map(String.init)
      guard Self.run(python.path, install + arguments) else { return nil }
    }
    guard (try? wanted.write(to: list, atomically: true, encoding: .utf8)) != nil else {
      return nil
    }
  }

  private static func run(_ program: String, _ arguments: [String]) -> Bool {
    (try? ExternalProgram(program, arguments, limit: 600))?.status == 0
  }
}
