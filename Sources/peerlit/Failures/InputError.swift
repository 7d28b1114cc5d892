/// A file named on the command line, or standard input, could not be read.
struct InputError: Error, CustomStringConvertible {
  let description: String

  init(_ path: String, _ reason: String) {
    let name = path == "-" ? "standard input" : TerminalText.escaped(path)
    description = "Can't read \(name): \(reason)"
  }
}
