import Foundation

extension ReadError {
  /// The error that the last system call left in `errno`.
  static func lastSystemError(_ call: String) -> ReadError {
    .system(call: call, message: String(cString: strerror(errno)))
  }
}
