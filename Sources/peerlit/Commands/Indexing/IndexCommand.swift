import Analysis
import Answers
import Appraisal
import ArgumentParser
import Reading
import Retrieval

/// `peerlit index`: updates an index from files and folders.
package struct IndexCommand: PrintingCommand {
  package static let configuration = CommandConfiguration(
    commandName: "index",
    abstract: "Index files and folders.",
    discussion: """
      New documents are added, changed ones replaced, and unchanged ones skipped. A file or record \
      that can't be read is reported with its location and the reason, and its previous version \
      stays in the index; everything else is still indexed.

      Examples:
        peerlit index corpus/
        peerlit index library/ export.jsonl --index library.sqlite
        peerlit index library/ --prune --report report.jsonl
        peerlit index new.ris --cluster cluster.yaml

      With --cluster, the index that the shards were made from is updated first, and then the \
      shards. Without paths, only the shards are updated, with the changes that other commands made \
      to the index.

      Exit status: 0 everything was read, 2 something could not be read, 64 invalid arguments.
      """)

  @Argument(
    help: ArgumentHelp("Files and folders.", valueName: "path"), completion: .file())
  var paths: [String] = []

  @Flag(help: "Remove documents under these paths whose source no longer exists.")
  var prune = false

  @Flag(help: "Merge all segments into one, as in a fresh index.")
  var optimize = false

  @Option(
    help: ArgumentHelp(
      "Language of a new index, by its Snowball name (default: english).", valueName: "name"))
  var language: String?

  @Flag(
    name: .customLong("no-fts"),
    help: "Leave the FTS5 table out of a new index; SQL then can't search the text.")
  var noFTS = false

  @Flag(
    name: .customLong("no-meaning"),
    help: "Do not encode new documents, even if the sentence encoder is installed.")
  var noMeaning = false

  @Flag(
    name: .customLong("follow-links"),
    help: "Also follow links in folders that point outside the given paths.")
  var followsLinks = false

  @Option(
    help: ArgumentHelp(
      "Write every failed, skipped, repaired or duplicate record and every mistake in a catalogue, "
        + "front matter or a record to a file, as JSON Lines.",
      valueName: "file"),
    completion: .file(extensions: ["jsonl"]))
  var report: String?

  @Option(
    help: ArgumentHelp(
      "Recognise the text of scanned PDFs with a program, such as “ocrmypdf --skip-text”.",
      valueName: "command"))
  var ocr: String?

  @Option(
    help: ArgumentHelp(
      "Store and apply the corrections in a table such as corrections.csv.", valueName: "file"),
    completion: .file(extensions: ["csv"]))
  var corrections: String?

  @Option(help: "Output format of the summary.")
  var format = ReportFormat.text

  @OptionGroup var index: IndexOption
  @OptionGroup package var output: OutputOptions

  package init() {}

  package var isPaged: Bool { false }

  package func validate() throws {
    if paths.isEmpty, index.cluster == nil {
      throw ValidationError("Nothing to index. Name at least one file or folder.")
    }
    guard let language, (try? Analyzer(language: language)) == nil else { return }
    throw ValidationError(
      "Unknown language “\(language)”. Use a Snowball name, such as english, german or french.")
  }

  package func run(on console: Console) throws -> ExitStatus {
    if !prune { try QueryHint.refuseWords(paths, command: "index") }
    var options = IndexOptions()
    options.prune = prune
    options.optimize = optimize
    if let language { options.language = language }
    options.fullText = !noFTS
    if !noMeaning { options.encoder = encoder(console) }
    options.countsAhead = console.showsProgress
    if let ocr { options.reading = ReadingOptions(ocr: ocr) }
    options.reading.followsLinks = followsLinks
    let corrections = try self.corrections.map(CorrectionInput.read) ?? []
    let log = try IncidentLog(report: report, console: console)
    let cluster = try index.readCluster(console).map { try ShardUpdater($0) }
    let path = try cluster?.index ?? index.path(console)
    console.detail("Index: \(path)")
    noteIgnored(path, console)
    try cluster?.prepare()
    let indexer = Indexer(path: path, options: options)
    let start = ContinuousClock.now
    console.lowerPriority()
    // After this first check, Ctrl-C and SIGTERM no longer end the program immediately.
    _ = console.isInterrupted()
    let outcome = try indexer.index(
      paths,
      progress: { progress in
        console.progress(ProgressText.line(progress, after: start.duration(to: .now)))
      },
      incident: { log.add($0) },
      shouldStop: console.isInterrupted)
    if !corrections.isEmpty, !console.isInterrupted() {
      try apply(corrections, indexer, console)
    }
    // The index is committed, so its summary is printed even if the report can't be written.
    let report = Result { try log.close() }
    try format.print(outcome, on: console) {
      IndexReportText(style: console.style).text(outcome, index: path)
    }
    if let cluster, !console.isInterrupted() { try update(cluster, console) }
    if console.isInterrupted() {
      console.error("Interrupted. Everything read so far is in the index; run again to continue.")
      return .trouble
    }
    try report.get()
    return outcome.hasFailures ? .trouble : .found
  }

  /// Reports options for a new index that an existing one can't follow.
  private func noteIgnored(_ path: String, _ console: Console) {
    guard noFTS || language != nil, let traits = IndexTraits(path: path) else { return }
    let remedy = "Use it with a new file (--index)."
    if noFTS, traits.hasFullText {
      console.note("--no-fts has no effect: the index already has an FTS5 table. \(remedy)")
    }
    if let language, language != traits.language {
      console.note(
        "--language \(language) has no effect: the index is in \(traits.language). \(remedy)")
    }
  }

  /// Sends the changes of the index to the shards of a cluster.
  private func update(_ cluster: ShardUpdater, _ console: Console) throws {
    let changes = try cluster.update { sent in
      console.detail("\(NumberText.counted(sent, "document")) sent")
    }
    console.note(
      "\(NumberText.counted(changes.added, "document")) sent to the shards, "
        + "\(changes.removed) removed from them.")
  }

  /// The installed weights of the sentence encoder.
  private func encoder(_ console: Console) -> EncoderFile? {
    guard let path = EncoderPath.find(console.environment) else { return nil }
    if let file = EncoderFile(path: path) { return file }
    console.note(
      "“\(TerminalText.escaped(path))” does not contain the weights of the sentence encoder, so "
        + "documents are not encoded. Install it again with “tools/setup --meaning”.")
    return nil
  }

  private func apply(
    _ corrections: [Correction], _ indexer: Indexer, _ console: Console
  ) throws {
    let report = try indexer.correct(corrections, isTable: true)
    for correction in report.unknown {
      console.note(
        "The correction of “\(TerminalText.escaped(correction.id))” is stored, but the index has "
          + "no such document.")
    }
    console.note(
      report.stored == 0
        ? "The index already has these corrections."
        : "\(NumberText.counted(report.stored, "correction")) stored, "
          + "\(NumberText.counted(report.documents.count, "document")) corrected.")
  }
}
