import Foundation

/// A file to be read.
public struct SourceFile: Sendable {
  /// Its path, absolute.
  public let path: String
  /// Size in bytes.
  public let size: Int
  /// What tells, without reading it, whether it changed.
  public let fingerprint: SourceFingerprint

  private let isNamed: Bool
  private let catalogue: Catalogue?

  init(path: String, status: FileStatus, isNamed: Bool, _ catalogue: Catalogue?) {
    self.path = path
    self.isNamed = isNamed
    self.catalogue = catalogue
    size = status.size
    fingerprint = SourceFingerprint(
      size: status.size, modified: status.modified,
      context: SourceFingerprint.context(catalogue: catalogue?.hash(forFile: path)))
  }

  /// Reads all records of the file, in order, one outcome each.
  ///
  /// A file of no known format is skipped, or failed if the user named it. Memory stays flat for
  /// formats that are read by lines or records.
  /// - Parameter meter: is told how much was read.
  /// - Throws: only what `emit` throws, which ends the reading.
  public func read<Stop: Error>(
    meter: ReadingMeter? = nil, _ emit: (ReadOutcome) throws(Stop) -> Void
  ) throws(Stop) {
    let origin = RecordOrigin(path: path)
    let descriptor = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
    guard descriptor >= 0 else {
      let error = ReadError.lastSystemError("open")
      try emit(.failed(origin.notice(nil, error.description)))
      return
    }
    defer { close(descriptor) }
    var failure: ReadError?
    var before: FileStatus?
    do throws(ReadError) {
      let status = try FileStatus(descriptor: descriptor)
      if case .other(let kind) = status.kind { throw .notAFile(kind) }
      before = status
    } catch {
      failure = error
    }
    if let before {
      let contents = ContentReader(isNamed: isNamed, catalogue: catalogue)
      try contents.read(
        ByteStream(FileSource(descriptor: descriptor, meter: meter)), from: origin, depth: 0, emit)
      if let after = try? FileStatus(descriptor: descriptor), after != before { failure = .changed }
    }
    if let failure { try emit(.failed(origin.notice(nil, failure.description))) }
  }

  /// Reads bytes in memory as a file of a name.
  package static func read<Stop: Error>(
    _ bytes: [UInt8], named path: String, _ emit: (ReadOutcome) throws(Stop) -> Void
  ) throws(Stop) {
    let contents = ContentReader(isNamed: true, catalogue: nil)
    try contents.read(ByteStream(bytes), from: RecordOrigin(path: path), depth: 0, emit)
  }
}
