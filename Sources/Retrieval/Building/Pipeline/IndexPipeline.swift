import Analysis
import Foundation
import Literature
import Ranking
import Reading
import Synchronization

/// Reads and prepares documents on other threads, and passes them to the writer in order.
///
/// One thread reads, one thread per core prepares batches, and the caller's thread writes. Queues
/// between them are short, so memory does not depend on the size of the library.
final class IndexPipeline: Sendable {
  static let batchDocuments = 256
  static let batchBytes = 1 << 20
  /// The time after which an incomplete batch is passed on, so that it can be committed.
  static let batchTime = Duration.seconds(5)
  /// Maximum number of batches from which the dictionary is trained.
  static let sampledBatches = 4

  private let read = BoundedQueue<(Int, [ReadItem])>(capacity: 3)
  private let prepared = BoundedQueue<PreparedItems>(capacity: 4)
  private let configuration: Configuration
  private let meter: ReadingMeter

  /// The first error of a preparing thread.
  private let failure = Mutex<(any Error)?>(nil)

  /// The configuration of the threads.
  struct Configuration: Sendable {
    /// Opens an analyzer for one thread.
    var makeAnalyzer: @Sendable () throws -> Analyzer
    var appraise: @Sendable () -> (Document) -> Facets
    /// Whether a file is unchanged, so that it is not read again.
    var isUnchanged: @Sendable (SourceFile) -> Bool
    /// The records already in the index, for one thread.
    var known: @Sendable () throws -> KnownRecords
    var shouldStop: @Sendable () -> Bool
  }

  init(_ configuration: Configuration, meter: ReadingMeter) {
    self.configuration = configuration
    self.meter = meter
  }

  /// Walks a library and calls `write` for every batch, in the order of the library.
  ///
  /// - Parameter dictionary: chooses the dictionary for compressing text, from samples of the first
  ///   documents; called once, before anything is prepared, if there are any documents.
  /// - Throws: what `dictionary` and `write` throw, and the first error of a preparing thread.
  func run(
    _ library: Library, dictionary: ([[UInt8]]) throws -> [UInt8]?,
    write: (PreparedItems) throws -> Void
  ) throws {
    defer {
      read.cancel()
      prepared.cancel()
    }
    startReading(library)
    let (first, samples) = takeFirst()
    if first.isEmpty { return }
    let chosen = try dictionary(samples)
    let workers = max(1, ProcessInfo.processInfo.activeProcessorCount)
    let group = DispatchGroup()
    for worker in 0..<workers {
      let own = first.indices.filter { $0 % workers == worker }.map { first[$0] }
      startPreparing(worker, chosen, first: own, group)
    }
    group.notify(queue: .global()) { [prepared] in prepared.close() }
    var number = 0
    while let items = prepared.take(number: number) {
      try write(items)
      number += 1
    }
    if let error = failure.withLock({ $0 }) { throw error }
  }

  // MARK: Reading

  private struct Stopped: Error {}

  private func startReading(_ library: Library) {
    let (read, configuration, meter) = (read, configuration, meter)
    Thread.detach(name: "peerlit.read") {
      var batch: [ReadItem] = []
      var documents = 0
      var bytes = 0
      var number = 0
      var begin = ContinuousClock.now
      func add(_ item: ReadItem) throws(Stopped) {
        batch.append(item)
        if case .document(let document, _) = item {
          documents += 1
          bytes += document.text.utf8.count + document.title.utf8.count
        }
        if documents >= Self.batchDocuments || bytes >= Self.batchBytes || batch.count >= 4096
          || begin.duration(to: .now) > Self.batchTime
        {
          try flush()
        }
      }
      func flush() throws(Stopped) {
        if configuration.shouldStop() { throw Stopped() }
        if !read.put((number, batch)) { throw Stopped() }
        number += 1
        batch = []
        documents = 0
        bytes = 0
        begin = .now
      }
      do throws(Stopped) {
        try library.walk { found throws(Stopped) in
          switch found {
          case .notice(let outcome): try add(.notice(outcome))
          case .file(let file):
            try add(.fileBegins(file))
            if configuration.isUnchanged(file) {
              meter.add(file.size)
              return
            }
            let begin = meter.bytes
            try file.read(meter: meter) { outcome throws(Stopped) in
              switch outcome {
              case .document(let document, let repaired):
                try add(.document(document, repaired: repaired))
              case .skipped, .failed, .mistake: try add(.notice(outcome))
              }
            }
            meter.reach(begin + file.size)
            try add(.fileEnds(file))
          }
        }
        try add(.libraryEnds)
        try flush()
      } catch {
        // On a stop, batches that were already passed on are still written.
      }
      read.close()
    }
  }

  /// The first batches, and texts from them to train a dictionary with.
  private func takeFirst() -> (batches: [(Int, [ReadItem])], samples: [[UInt8]]) {
    var batches: [(Int, [ReadItem])] = []
    var samples: [[UInt8]] = []
    let begin = ContinuousClock.now
    while batches.count < Self.sampledBatches, let batch = read.take() {
      let texts = Self.samples(batch.1)
      batches.append(batch)
      samples += texts
      // If records are few, long or read slowly, those that were read do not wait for others.
      if texts.isEmpty || begin.duration(to: .now) > Self.batchTime { break }
    }
    return (batches, samples)
  }

  /// Texts of a batch to train a dictionary with: only of a full one, because a small library gains
  /// nothing.
  private static func samples(_ items: [ReadItem]) -> [[UInt8]] {
    let texts = items.compactMap { item -> [UInt8]? in
      guard case .document(let document, _) = item, !document.text.isEmpty else { return nil }
      return Array(document.text.utf8.prefix(8192))
    }
    return texts.count >= batchDocuments / 2 ? texts : []
  }

  // MARK: Preparing

  private func startPreparing(
    _ worker: Int, _ dictionary: [UInt8]?, first: [(Int, [ReadItem])], _ group: DispatchGroup
  ) {
    group.enter()
    Thread.detach(name: "peerlit.prepare.\(worker)") { [self] in
      defer { group.leave() }
      do {
        try prepareBatches(worker, dictionary, first: first)
      } catch {
        failure.withLock { if $0 == nil { $0 = error } }
        read.cancel()
        prepared.cancel()
      }
    }
  }

  /// Prepares batches until there are no more.
  ///
  /// - Parameter first: batches that were already taken from the queue.
  private func prepareBatches(
    _ worker: Int, _ dictionary: [UInt8]?, first: [(Int, [ReadItem])]
  ) throws {
    let analyzer = try configuration.makeAnalyzer()
    let preparer = DocumentPreparer(
      analyzer: analyzer, dictionary: dictionary, appraise: configuration.appraise())
    let known = try configuration.known()
    var words = PreparerWords(analyzer, of: worker)
    var first = first[...]
    while let (number, items) = first.popFirst() ?? read.take() {
      words.limit()
      let done = try items.map { try Self.prepare($0, preparer, known) }
      if !prepared.put(PreparedItems(batch: words.batch(), items: done), number: number) { return }
    }
  }

  private static func prepare(
    _ item: ReadItem, _ preparer: DocumentPreparer, _ known: KnownRecords
  ) throws -> PreparedItem {
    switch item {
    case .fileBegins(let file): return .fileBegins(file)
    case .fileEnds(let file): return .fileEnds(file)
    case .libraryEnds: return .libraryEnds
    case .notice(let outcome): return .notice(outcome)
    case .document(let document, let repaired):
      let fingerprint = RecordFingerprint(document).bytes
      if try known.fingerprint(document.source) == fingerprint {
        return .unchanged(document.source, id: document.id, repaired: repaired)
      }
      var prepared = preparer.prepare(document)
      prepared.fingerprint = fingerprint
      return .document(prepared, repaired: repaired)
    }
  }
}

extension Thread {
  /// Starts a thread with a stack that is large enough for deeply nested documents.
  fileprivate static func detach(name: String, _ body: @escaping @Sendable () -> Void) {
    let thread = Thread(block: body)
    thread.name = name
    thread.stackSize = 8 << 20
    thread.start()
  }
}
