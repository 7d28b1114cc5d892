import ArgumentParser
import JSON
import Retrieval

/// `peerlit synonyms`: the groups of synonyms that searches use.
package struct SynonymsCommand: PrintingCommand {
  package static let configuration = CommandConfiguration(
    commandName: "synonyms",
    abstract: "List the synonyms that are added to queries.",
    discussion: """
      A query that contains one form of a group also finds the others, unless --exact is given. Your \
      own groups come first. With words, only the groups that contain one of them are listed.

      Examples:
        peerlit synonyms
        peerlit synonyms prison
        peerlit synonyms --synonyms own.txt --format tsv

      Exit status: 0 groups were listed, 1 there are none, 2 error, 64 invalid arguments.
      """)

  @Argument(help: ArgumentHelp("List only groups with these words.", valueName: "word"))
  var words: [String] = []

  @Option(help: "Output format.")
  var format = TableFormat.text

  @OptionGroup var index: IndexOption
  @OptionGroup package var output: OutputOptions

  package init() {}

  package func run(on console: Console) throws -> ExitStatus {
    let words = words.map { $0.lowercased() }
    let own = try index.readSynonyms(console).map { SynonymGroup(ofUser: $0) }
    let groups = (own + SynonymGroup.standard).filter { group in
      words.isEmpty
        || group.forms.contains { form in
          words.contains { form.lowercased().contains($0) }
        }
    }
    switch format {
    case .text where groups.isEmpty: console.note("No synonyms.")
    case .text: try console.print(SynonymText(style: console.style).text(groups))
    case .json: try console.print(try JSONText.pretty(SynonymsJSON(groups)))
    case .tsv: try console.print(SynonymTable().text(groups, as: .tsv))
    case .csv: try console.print(SynonymTable().text(groups, as: .csv(marksFormulas: false)))
    }
    return groups.isEmpty ? .nothing : .found
  }
}
