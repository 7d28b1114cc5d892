import Appraisal
import ArgumentParser
import Literature
import Retrieval

/// `peerlit sample`: documents drawn at random, for labelling by hand.
package struct SampleCommand: PrintingCommand {
  package static let configuration = CommandConfiguration(
    commandName: "sample",
    abstract: "Draw a random sample of documents to check their facets.",
    discussion: """
      Prints a table in the format of corrections.csv with empty facets. Read the documents and \
      fill in their facets: codes separated by semicolons, a number, or none. Then \
      tools/evaluate --facets FILE --index INDEX measures how often peerlit agrees with you, and \
      index --corrections FILE stores your values.

      Examples:
        peerlit sample 40 -o sample.csv
        peerlit sample 40 --seed 2 --index library.sqlite

      Exit status: 0 success, 1 the index is empty, 2 error, 64 invalid arguments.
      """)

  @Argument(help: ArgumentHelp("Number of documents.", valueName: "n"))
  var count: Int

  @Option(
    help: ArgumentHelp("Random seed; the same seed draws the same sample.", valueName: "n"))
  var seed: UInt64 = 1

  @OptionGroup var index: IndexOption
  @OptionGroup package var output: OutputOptions

  package init() {}

  package func validate() throws {
    if count < 1 { throw ValidationError("The number of documents must be at least 1.") }
  }

  package func run(on console: Console) throws -> ExitStatus {
    let index = try index.open(console)
    let selection = try index.sample(count, seed: seed)
    let documents = try index.documents(selection, 0..<selection.count)
    try console.write(CorrectionFile.text(documents.map { Correction(of: $0) }))
    return documents.isEmpty ? .nothing : .found
  }
}
