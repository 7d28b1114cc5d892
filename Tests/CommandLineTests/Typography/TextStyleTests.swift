import Testing
import peerlit

struct TextStyleTests {
  @Test(
    arguments: [
      (true, 120, [:], TextStyle(width: 100, isTerminal: true, hasColor: true)),
      (true, 60, [:], TextStyle(width: 60, isTerminal: true, hasColor: true)),
      (true, 5, ["NO_COLOR": ""], TextStyle(width: 40, isTerminal: true, hasColor: true)),
      (true, 80, ["NO_COLOR": "1"], TextStyle(width: 80, isTerminal: true, hasColor: false)),
      (true, 80, ["TERM": "dumb"], TextStyle(width: 80, isTerminal: true, hasColor: false)),
      (false, nil, ["TERM": "xterm"], TextStyle(width: 80, hasColor: false)),
    ] as [(Bool, Int?, [String: String], TextStyle)])
  func `colour is used only on terminals that want it`(
    isTerminal: Bool, columns: Int?, environment: [String: String], style: TextStyle
  ) {
    #expect(
      TextStyle(isTerminal: isTerminal, columns: columns, environment: environment) == style)
  }
}
