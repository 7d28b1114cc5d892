import Answers
import ArgumentParser
import Retrieval

/// `peerlit shard`: an index as the shards of a cluster.
package struct ShardCommand: PrintingCommand {
  package static let configuration = CommandConfiguration(
    commandName: "shard",
    abstract: "Divide an index into the shards of a cluster, for several machines.",
    discussion: """
      Writes head.sqlite and the folders shard-1, shard-2 … to a new or empty folder. Copy each shard \
      to its machine; search --cluster then searches all shards together and returns the results of \
      the index. If you give files and folders, they are first indexed into library.sqlite in the \
      same folder. The program peerlit-cluster is required; docs/scale-out.md describes the setup.

      Examples:
        peerlit shard --into cluster --shards 3
        peerlit shard --index library.sqlite --into cluster --shards 3
        peerlit shard corpus/ --into cluster --shards 3

      Exit status: 0 success, 2 error, 64 invalid arguments.
      """)

  @Argument(
    help: ArgumentHelp("Files and folders to index first.", valueName: "path"),
    completion: .file())
  var paths: [String] = []

  @Option(
    help: ArgumentHelp("New or empty folder for the shards.", valueName: "folder"),
    completion: .directory)
  var into: String

  @Option(help: ArgumentHelp("Number of shards.", valueName: "n"))
  var shards: Int

  @OptionGroup var index: IndexOption
  @OptionGroup package var output: OutputOptions

  package init() {}

  package func validate() throws {
    if !paths.isEmpty, index.isGiven {
      throw ValidationError("Use paths or an index, not both.")
    }
    guard (1...ShardBuilder.mostShards).contains(shards) else {
      throw ValidationError("--shards must be from 1 to \(ShardBuilder.mostShards).")
    }
  }

  package func run(on console: Console) throws -> ExitStatus {
    let program = try ClusterProgram.path(console.environment)
    let library = paths.isEmpty ? try index.path(console) : try read(console)
    let builder = ShardBuilder(index: library, program: program)
    let counts = try builder.build(into: into, shards: shards) { written in
      console.detail("\(NumberText.counted(written, "document")) written")
    }
    for (shard, count) in counts.enumerated() {
      try console.print("shard-\(shard + 1): \(NumberText.counted(count, "document"))")
    }
    return .found
  }

  /// Indexes the paths into a new index in the folder of the shards; returns its path.
  private func read(_ console: Console) throws -> String {
    try ShardBuilder.checkEmpty(into)
    let path = into + "/" + ShardBuilder.library
    let log = try IncidentLog(report: nil, console: console)
    let report = try Indexer(path: path).index(
      paths,
      progress: { console.progress(ProgressText.line($0, after: .zero)) },
      incident: { log.add($0) })
    try log.close()
    try console.print(IndexReportText(style: console.style).text(report))
    return path
  }
}
