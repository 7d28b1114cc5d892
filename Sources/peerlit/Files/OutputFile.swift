import Foundation

/// A file that the program writes.
///
/// A regular file is created or replaced only when everything is written: ``close()`` moves it into
/// place. Symbolic links are followed. Devices, pipes and sockets are written to directly. A
/// descriptor of this process, such as `/dev/stdout`, is written to as it is: a file that was opened
/// again would be written from its beginning.
package final class OutputFile {
  private let path: String
  /// The file being written, if it still has to be moved to ``target``.
  private var temporary: String?
  private let target: String
  private let handle: FileHandle
  /// Whether nothing was written.
  private(set) var isUnused = true

  /// Opens a file.
  ///
  /// - Parameter isAtomic: whether a regular file is replaced only at the end; `false` for a log
  ///   that is useful even if the program is killed.
  /// - Throws: ``OutputError`` with the path and the reason.
  package init(_ path: String, isAtomic: Bool = true) throws(OutputError) {
    self.path = path
    if let number = Self.descriptor(path) {
      let descriptor = dup(number)
      if descriptor < 0 { throw OutputError(path, errno) }
      target = path
      handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
      return
    }
    target = realpath(path, nil).map { Self.string($0) } ?? path
    var status = stat()
    let exists = stat(target, &status) == 0
    let isRegular = exists && status.st_mode & S_IFMT == S_IFREG
    let isLink = !exists && lstat(path, &status) == 0
    if isAtomic, isRegular || !exists && !isLink {
      let name = "\(target).\(getpid()).tmp"
      let descriptor = open(name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
      if descriptor >= 0 {
        if isRegular { _ = fchmod(descriptor, status.st_mode & 0o777) }
        temporary = name
        handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
        return
      }
    }
    // This also handles a regular file in a folder that is not writable.
    let descriptor = open(target, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
    if descriptor < 0 { throw OutputError(path, errno) }
    handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
  }

  /// Writes bytes.
  package func write(_ bytes: some Sequence<UInt8>) throws {
    let bytes = Array(bytes)
    if !bytes.isEmpty { isUnused = false }
    try Console.write(bytes, to: handle.fileDescriptor) { OutputError(path, $0) }
  }

  /// Closes the file and moves it into place.
  package func close() throws {
    do {
      try handle.close()
    } catch {
      throw OutputError(path, errno)
    }
    guard let temporary else { return }
    if rename(temporary, target) != 0 { throw OutputError(path, errno) }
    self.temporary = nil
  }

  deinit {
    if let temporary { unlink(temporary) }
  }

  /// Whether a path means standard output: `-`, or its name in `/dev` or `/proc`.
  static func isStandardOutput(_ path: String) -> Bool { descriptor(path) == STDOUT_FILENO }

  /// The descriptor of this process that a path names; `nil` for any other path.
  static func descriptor(_ path: String) -> Int32? {
    switch path {
    case "-", "/dev/stdout": STDOUT_FILENO
    case "/dev/stderr": STDERR_FILENO
    default:
      ["/dev/fd/", "/proc/self/fd/"].first { path.hasPrefix($0) }
        .flatMap { Int32(path.dropFirst($0.count)) }
    }
  }

  private static func string(_ text: UnsafeMutablePointer<CChar>) -> String {
    defer { free(text) }
    return String(cString: text)
  }
}

extension Console {
  /// The same console with its output redirected to a file.
  func redirected(to file: OutputFile) -> Console {
    redirected(style: TextStyle(), screenRows: nil) { try file.write($0) }
  }
}
