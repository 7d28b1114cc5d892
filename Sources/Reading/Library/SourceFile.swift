import Foundation
import Literature

/// A file to be read.
public struct SourceFile: Sendable {
  /// Its path, absolute.
  public let path: String
  /// Size in bytes.
  public let size: Int
  /// A fingerprint that shows whether the file has changed, without reading it.
  public let fingerprint: SourceFingerprint

  /// Whether the user named the file itself; an unsupported or empty file is then a failure.
  public let isNamed: Bool

  private let walked: WalkedFile
  private let catalogue: Catalogue?
  private let record: Document?
  private let options: ReadingOptions

  init(
    _ walked: WalkedFile, status: FileStatus, isNamed: Bool, _ catalogue: Catalogue?,
    record: Document? = nil, options: ReadingOptions
  ) {
    self.walked = walked
    self.record = record
    self.options = options
    path = walked.path
    self.isNamed = isNamed
    self.catalogue = catalogue
    size = status.size
    fingerprint = SourceFingerprint(
      size: status.size, modified: status.modified,
      context: SourceFingerprint.context(
        options.context, catalogue: catalogue?.hash(forFile: walked.path),
        record: record?.contentHash))
  }

  /// Reads all records of the file in order, with one outcome for each.
  ///
  /// A file of unknown format is skipped, or fails if the user named it. Formats that are read by
  /// lines or records take constant memory.
  /// - Parameter meter: counts the bytes that were read.
  /// - Throws: only what `emit` throws, which stops reading.
  public func read<Stop: Error>(
    meter: ReadingMeter? = nil, _ emit: (ReadOutcome) throws(Stop) -> Void
  ) throws(Stop) {
    let origin = RecordOrigin(path: path)
    let descriptor: Int32
    do throws(ReadError) {
      descriptor = try walked.descriptor()
    } catch {
      try emit(.failed(origin.notice(nil, error.description)))
      return
    }
    defer { close(descriptor) }
    var failure: ReadError?
    var before: FileStatus?
    do throws(ReadError) {
      let status = try FileStatus(descriptor: descriptor)
      switch status.kind {
      case .file: before = status
      case .folder: throw .notAFile("a folder")
      case .link: throw .notAFile("a link")
      case .other(let kind): throw .notAFile(kind)
      }
    } catch {
      failure = error
    }
    if let before {
      let contents = ContentReader(isNamed: isNamed, options: options)
      var catalogued = CataloguedFile(catalogue, path: path)
      let stream = ByteStream(FileSource(descriptor: descriptor, meter: meter))
      try contents.read(stream, from: origin, depth: 0) { (outcome) throws(Stop) in
        try emit(catalogued.describe(linked(outcome)))
      }
      for mistake in catalogued.mistakes { try emit(mistake) }
      if let after = try? FileStatus(descriptor: descriptor), after != before { failure = .changed }
    }
    if let failure { try emit(.failed(origin.notice(nil, failure.description))) }
  }

  /// The outcome with the metadata of the record that links to the file.
  private func linked(_ outcome: ReadOutcome) -> ReadOutcome {
    guard let record, case .document(var document, let repaired) = outcome,
      document.source.key == nil
    else { return outcome }
    document.takeMetadata(of: record)
    return ReadOutcome.document(document, repaired: repaired).withoutNull
  }

  /// Reads bytes in memory as a file with a name.
  /// - Parameter isNamed: whether the user named the file, so that it must have content.
  package static func read<Stop: Error>(
    _ bytes: [UInt8], named path: String, isNamed: Bool = true,
    options: ReadingOptions = ReadingOptions(), _ emit: (ReadOutcome) throws(Stop) -> Void
  ) throws(Stop) {
    let contents = ContentReader(isNamed: isNamed, options: options)
    try contents.read(ByteStream(bytes), from: RecordOrigin(path: path), depth: 0, emit)
  }
}
