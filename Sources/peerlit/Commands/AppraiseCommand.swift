import Appraisal
import ArgumentParser
import JSON
import Literature

/// `peerlit appraise`: the facets of documents, with no index.
package struct AppraiseCommand: ConsoleCommand {
  package static let configuration = CommandConfiguration(
    commandName: "appraise",
    abstract: "Tell study design, setting, condition and sample size of documents.",
    discussion: """
      Each value comes with the words that it rests on. Nothing is indexed or kept.

      Examples:
        peerlit appraise article.txt
        peerlit appraise corpus/
        peerlit appraise records.jsonl --format jsonl > facets.jsonl

      Exit status: 0 documents were read, 1 there were none, 2 something could not be read.
      """)

  @Argument(
    help: ArgumentHelp("Files and folders.", valueName: "file"), completion: .file())
  var files: [String]

  @Option(help: "The form of the answer; jsonl is an object a line.")
  var format = AppraisalFormat.text

  package init() {}

  package func run(on console: Console) throws -> ExitStatus {
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
        case .jsonl: try console.print(try JSONText.line(AppraisalRecord(document)))
        }
        console.progress("\(Counted.of(documents, "document")) appraised")
      case .skipped(let notice): console.tell("skipped: \(notice)")
      case .failed(let notice):
        failures += 1
        console.tell("failed: \(notice)")
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

/// The forms in which `appraise` answers.
package enum AppraisalFormat: String, CaseIterable, Sendable, ExpressibleByArgument {
  case text, jsonl
}
