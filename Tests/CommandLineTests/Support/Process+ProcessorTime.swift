import Foundation

extension Process {
  /// The processor time that the process has used, in seconds, as Linux says.
  var processorTime: Double {
    get throws {
      let text = try String(contentsOfFile: "/proc/\(processIdentifier)/stat", encoding: .utf8)
      // The name of the program, in parentheses, may contain spaces.
      let fields = (text.split(separator: ")").last ?? "").split(separator: " ")
      let ticks = fields.dropFirst(11).prefix(2).compactMap { Double($0) }.reduce(0, +)
      return ticks / Double(sysconf(Int32(_SC_CLK_TCK)))
    }
  }
}
