import Testing
import peerlit

struct ConsoleTests {
  @Test func `progress is shown only on a terminal, and erased`() {
    let terminal = Capture()
    let console = terminal.console(showsProgress: true)
    console.progress("half")
    console.progress("too soon for another")
    console.clearProgress()
    #expect(terminal.errorText == "\rhalf\r    \r")

    let pipe = Capture()
    pipe.console().progress("half")
    #expect(pipe.errors.isEmpty)
  }

  @Test func `a message erases the progress first`() {
    let capture = Capture()
    let console = capture.console(showsProgress: true)
    console.progress("half")
    console.incident("a file failed")
    #expect(capture.errorText == "\rhalf\r    \ra file failed\n")
  }

  @Test(arguments: [
    (Console.Verbosity.quiet, "peerlit: e\n"), (.normal, "peerlit: e\npeerlit: n\ni\n"),
    (.verbose, "peerlit: e\npeerlit: n\ni\npeerlit: d\n"),
  ])
  func `verbosity decides what is printed besides errors`(
    verbosity: Console.Verbosity, printed: String
  ) {
    let capture = Capture()
    let console = capture.console(showsProgress: true)
    console.verbosity = verbosity
    console.error("e")
    console.note("n")
    console.incident("i")
    console.detail("d")
    if verbosity == .quiet { console.progress("half") }
    #expect(capture.errorText == printed)
  }

  @Test func `messages can't command the terminal`() {
    let capture = Capture()
    capture.console().note("a\u{1B}[2J\nb\u{202E}c\u{9B}d")
    #expect(capture.errorText == "peerlit: a\\x1B[2J\nb\\u{202E}c\\x9Bd\n")
  }

  @Test(arguments: [
    (true, "peerlit: 12 more documents match, but do\nnot state a year.\n"),
    (false, "peerlit: 12 more documents match, but do not state a year.\n"),
  ])
  func `notes are wrapped on a terminal`(isTerminal: Bool, printed: String) {
    let capture = Capture()
    let style = TextStyle(width: 40, isTerminal: isTerminal)
    let console = capture.console(style: style, showsProgress: true)
    console.note("12 more documents match, but do not state a year.")
    #expect(capture.errorText == printed)
  }

  @Test func `a note with a long path is not divided`() {
    let capture = Capture()
    let style = TextStyle(width: 40, isTerminal: true)
    let note = "Nothing found in /home/reviewers/libraries/hepatitis.sqlite. The file is unchanged."
    capture.console(style: style, showsProgress: true).note(note)
    #expect(capture.errorText == "peerlit: \(note)\n")
  }

  @Test(arguments: [true, false])
  func `records can't command the terminal, and stay as they are elsewhere`(
    isTerminal: Bool
  ) throws {
    let capture = Capture()
    let console = capture.console(style: TextStyle(isTerminal: isTerminal))
    let title = "a\u{1B}]0;b\u{7}\tc\u{9B}d"
    try console.print(title)
    try console.write("TI  - \(title)\r\n")
    try console.flush()
    let shown = isTerminal ? "a\\x1B]0;b\\x07\tc\\x9Bd" : title
    #expect(capture.outputText == "\(shown)\nTI  - \(shown)\r\n")
  }
}
