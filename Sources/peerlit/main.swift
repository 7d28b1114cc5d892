import Foundation

// A reader that closes its end of a pipe is no error: writing then fails, and the program ends.
signal(SIGPIPE, SIG_IGN)
OutOfMemory.report()
let status = Program.run(Array(CommandLine.arguments.dropFirst()), on: .standard)
exit(status.rawValue)
