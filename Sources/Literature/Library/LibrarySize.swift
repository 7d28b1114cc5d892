/// How much there is to read: files and their bytes, as a walk finds them without reading.
public struct LibrarySize: Sendable, Equatable {
  /// How many files.
  public var files = 0
  /// Their size together, in bytes.
  public var bytes = 0

  /// Walks a library.
  ///
  /// - Parameter shouldStop: asked at every file; what was found until then is given.
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
