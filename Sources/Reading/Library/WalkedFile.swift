import Foundation

/// A file that a walk found, and that is opened later.
///
/// Meanwhile, whoever can write to the library may put a link in the place of the file, or of a
/// folder above it, to make another file searchable.
struct WalkedFile: Sendable {
  /// The path.
  let path: String
  /// Whether the path itself may be a link: one that the user named, or that the walk followed.
  let mayBeLink: Bool
  let links: LinkPolicy

  /// Opens the file, and returns its descriptor, which the caller closes.
  ///
  /// - Throws: ``ReadError/replaced`` if it is now a link, or somewhere else.
  func descriptor() throws(ReadError) -> Int32 {
    // Without O_NONBLOCK, opening a named pipe would wait for a writer.
    let flags = O_RDONLY | O_NONBLOCK | O_CLOEXEC
    let descriptor = open(path, mayBeLink ? flags : flags | O_NOFOLLOW)
    guard descriptor >= 0 else {
      throw errno == ELOOP && !mayBeLink ? ReadError.replaced : ReadError.lastSystemError("open")
    }
    if let place = FileStatus.place(of: descriptor), !links.allows(place) {
      close(descriptor)
      throw .replaced
    }
    return descriptor
  }
}
