/// How much there is to read: the number of files and their sizes, found without reading them.
public struct LibrarySize: Sendable, Equatable {
  /// How many files.
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
