import JSON

extension ReportFormat {
  /// Prints an answer in this format.
  ///
  /// - Parameter text: the answer as text.
  func print<Answer: Encodable>(
    _ answer: @autoclosure () -> Answer, on console: Console, text: () -> String
  ) throws {
    switch self {
    case .text: try console.print(text())
    case .json: try console.print(try JSONText.pretty(answer()))
    }
  }
}
