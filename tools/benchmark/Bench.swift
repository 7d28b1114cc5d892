import ArgumentParser

@main
struct Bench: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "peerlit-bench",
    abstract: "The Swift part of tools/bench.",
    subcommands: [
      Prepare.self, BuildIndex.self, Passages.self, RunQueries.self, Spawn.self, Builds.self,
      Tables.self, AppraiseText.self, AppraiseHostile.self,
      ReadFiles.self, ServeFTS5.self,
    ])
}
