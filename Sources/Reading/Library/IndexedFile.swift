import Foundation

/// A file that an index names, which may have been replaced since it was indexed.
package enum IndexedFile {
  /// Whether a path is a link, which is never opened.
  package static func isLink(_ path: String) -> Bool {
    FileStatus.isLink(path)
  }

  /// Opens a file for reading; `nil` if it is gone, if it is not the file that was indexed, or if a
  /// link or something else has taken its place.
  ///
  /// Otherwise, anyone who can write to the folder could make the server send other files.
  /// - Parameter known: its fingerprint when it was indexed.
  package static func handle(_ path: String, known: SourceFingerprint) -> FileHandle? {
    // Without O_NONBLOCK, opening a named pipe would wait for a writer.
    let descriptor = open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    let file = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    guard let status = try? FileStatus(descriptor: descriptor), status.kind == .file else {
      return nil
    }
    if known.size != status.size || known.modified != status.modified { return nil }
    return file
  }
}
