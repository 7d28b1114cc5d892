import Foundation
import Testing
import peerlit

struct ManualPageTests {
  @Test func `the page names every command and option`() throws {
    let capture = Capture()
    #expect(capture.run("manual") == .found)
    let page = capture.outputText
    #expect(page.hasPrefix(".TH PEERLIT 1 \"\" \"peerlit \(Program.version)\""))
    for command in try Program.help().subcommands ?? [] where command.commandName != "help" {
      #expect(page.contains(".SS \"peerlit \(command.commandName)"))
      for option in command.arguments?.flatMap({ $0.names ?? [] }) ?? [] {
        #expect(page.contains(option.typed.replacing("-", with: "\\-")), "\(option.typed)")
      }
    }
  }

  @Test func `text is escaped for roff`() throws {
    let command = try JSONDecoder().decode(
      CommandHelp.self,
      from: Data(
        """
        {"commandName":"x","shouldDisplay":true,"abstract":"Does -x.","subcommands":[
        {"commandName":"y","shouldDisplay":true,"abstract":".so a\\\\b","discussion":"A:\\n  'b"}]}
        """.utf8))
    let page = ManualPage(version: "1").text(command)
    #expect(page.contains("peerlit \\- does \\-x\n"))
    #expect(page.contains("\n\\&.so a\\eb\n"))
    #expect(page.contains("\nA:\n.nf\n  'b\n.fi\n"))
  }
}
