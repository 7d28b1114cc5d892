/// No program was found to open a file or an address.
struct UnopenableError: Error, CustomStringConvertible {
  let target: String

  var description: String {
    "No program found to open \(TerminalText.escaped(target)). "
      + "Use --print to print the path or address instead."
  }
}
