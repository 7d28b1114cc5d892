import Foundation
import TestSupport
import Testing

/// The page in a real browser: `Tests/Browser/page.py` drives headless Chromium.
struct BrowserTests {
  /// Selenium, and axe-core from another package that includes it.
  static let environment = PythonEnvironment(
    "browser", packages: ["selenium==4.51.0", "--no-deps axe-playwright-python==0.1.8"])

  static let lacking: Comment? =
    !CallersTests.has("chromium") || !CallersTests.has("chromedriver")
    ? "Chromium is not installed (Debian: chromium, chromium-driver)."
    : !CallersTests.has("python3")
      ? "Python is not installed."
      : environment == nil ? "Selenium can't be installed." : nil

  @Test(.enabled(if: lacking == nil, lacking))
  func `a user searches, filters, reads and goes back`() throws {
    let python = try #require(Self.environment).python
    let site = try #require(
      FileManager.default.enumerator(
        at: python.deletingLastPathComponent().deletingLastPathComponent(),
        includingPropertiesForKeys: nil)?
        .compactMap { $0 as? URL }.first { $0.lastPathComponent == "axe.min.js" })
    let run = try ExternalProgram(
      python.path,
      [
        Project.root.appending(path: "Tests/Browser/page.py").path, ServerProcess.program.path,
        Project.root.appending(path: "corpus").path, site.path,
      ])
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.errors.contains("\nRan "), "\(run.errors)")
  }
}
