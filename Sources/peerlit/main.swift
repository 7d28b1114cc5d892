import Foundation

// A reader that closes the pipe is not an error: writing then fails, and the program ends.
signal(SIGPIPE, SIG_IGN)
OutOfMemory.report()
// The runtime reads the arguments from /proc; without it, every call would seem to have none.
if CommandLine.arguments.count < 2, access("/proc/self/cmdline", R_OK) != 0 {
  Console.standard.error(
    "The arguments can't be read, because /proc is missing. Mount it: mount -t proc proc /proc")
  exit(ExitStatus.trouble.rawValue)
}
let status = Program.run(Array(CommandLine.arguments.dropFirst()), on: .standard)
exit(status.rawValue)
