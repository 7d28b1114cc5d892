import Testing
import peerlit

struct ConsoleTests {
  @Test func `progress is shown on a terminal alone and taken away`() {
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

  @Test func `what is told takes the progress away first`() {
    let capture = Capture()
    let console = capture.console(showsProgress: true)
    console.progress("half")
    console.tell("a file failed")
    #expect(capture.errorText == "\rhalf\r    \ra file failed\n")
  }
}
