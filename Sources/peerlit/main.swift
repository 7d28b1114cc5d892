import Foundation

// A reader that closes the pipe is not an error: writing then fails, and the program ends.
signal(SIGPIPE, SIG_IGN)
OutOfMemory.report()
let status = Program.run(Array(CommandLine.arguments.dropFirst()), on: .standard)
exit(status.rawValue)
