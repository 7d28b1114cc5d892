import Answers
import Appraisal
import ArgumentParser
import JSON
import Literature
import Reading

/// `peerlit appraise`: the facets of documents, without an index.
package struct AppraiseCommand: PrintingCommand {
  package static let configuration = CommandConfiguration(
    commandName: "appraise",
    abstract: "Show facts about studies: \(FacetDefinition.appraised.inWords).",
    discussion: """
      Each value is shown with the text that supports it. Nothing is indexed or stored.

      Examples:
        peerlit appraise article.txt
        peerlit appraise corpus/
        peerlit appraise records.jsonl --format jsonl -o facets.jsonl

      Exit status: 0 documents were read, 1 there were none, 2 something could not be read, \
      64 invalid arguments.
      """)

  @Argument(
    help: ArgumentHelp("Files and folders.", valueName: "file"), completion: .file())
  var files: [String]

  @Option(help: "Output format.")
  var format = AppraisalFormat.text

  @OptionGroup package var output: OutputOptions

  package init() {}

  package func run(on console: Console) throws -> ExitStatus {
    try QueryHint.refuseWords(files, command: "appraise")
    let appraiser = Appraiser()
    var documents = 0
    var failures = 0

    func take(_ outcome: ReadOutcome) throws {
      switch outcome {
      case .document(var document, _):
        document.facets = appraiser.appraise(document)
        documents += 1
        switch format {
        case .text:
          if documents > 1 { try console.print("") }
          try console.print(AppraisalText(style: console.style).text(document))
        case .jsonl: try console.print(try JSONText.line(AppraisalJSON(document)))
        }
        console.progress("\(NumberText.counted(documents, "document")) appraised")
      case .skipped(let notice):
        console.incident("skipped: \(TerminalText.escaped(String(describing: notice)))")
      case .failed(let notice), .mistake(let notice, _):
        failures += 1
        console.incident("failed: \(TerminalText.escaped(String(describing: notice)))")
      }
    }

    try Library(paths: files).walk { found in
      switch found {
      case .file(let file): try file.read { try take($0) }
      case .notice(let outcome): try take(outcome)
      }
    }
    return failures > 0 ? .trouble : documents > 0 ? .found : .nothing
  }
}
