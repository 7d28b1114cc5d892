/// The size of a library: the number of files and their sizes, determined without reading them.
public struct LibrarySize: Sendable, Equatable {
  /// The number of files.
  public var files = 0
  /// Their total size in bytes.
  public var bytes = 0

  /// Walks a library.
  ///
  /// - Parameter shouldStop: called for every file; stopping keeps the totals found so far.
  public init(of library: Library, shouldStop: () -> Bool = { false }) {
    struct Stopped: Error {}
    do throws(Stopped) {
      try library.walk { found throws(Stopped) in
        guard case .file(let file) = found else { return }
        if shouldStop() { throw Stopped() }
        files += 1
        bytes += file.size
      }
    } catch {}
  }
}
