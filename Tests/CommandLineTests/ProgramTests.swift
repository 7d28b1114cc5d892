import Testing
import peerlit

struct ProgramTests {
  @Test func `no arguments at all print the help`() {
    let capture = Capture()
    #expect(capture.run() == .found)
    #expect(capture.outputText.hasPrefix("OVERVIEW: Searches the literature on peer support."))
    #expect(capture.errors.isEmpty)
  }

  @Test(arguments: [
    ["--help"], ["-h"], ["help"], ["help", "search"], ["search", "--help"], ["--version"],
  ])
  func `help and version are answers`(arguments: [String]) {
    let capture = Capture()
    #expect(capture.run(arguments) == .found)
    #expect(!capture.output.isEmpty)
    #expect(capture.errors.isEmpty)
  }

  @Test(arguments: ["bash", "zsh", "fish"])
  func `completions can be made for each shell`(shell: String) {
    let capture = Capture()
    #expect(capture.run("--generate-completion-script", shell) == .found)
    for word in ["search", "min-sample", "sample-size"] {
      #expect(capture.outputText.contains(word))
    }
  }

  @Test func `a reader who leaves is no error`() {
    let capture = Capture()
    capture.patience = 10
    #expect(capture.run("--help") == .found)
    #expect(capture.output.count == 10)
    #expect(capture.errors.isEmpty)
  }
}
