import Foundation
import Ranking

/// A running program that reads or writes shards, with which messages are exchanged through a
/// socket.
final class ClusterProcess {
  private let socket: Int32
  private let process: pid_t
  private var isEnded = false

  /// Starts the program.
  ///
  /// - Throws: ``IndexError/cluster(detail:)`` if it can't be started.
  init(program: String, arguments: [String]) throws(IndexError) {
    var ends: [Int32] = [-1, -1]
    let kind = Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue)
    guard socketpair(AF_UNIX, kind, 0, &ends) == 0 else {
      throw .cluster(detail: String(cString: strerror(errno)))
    }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, ends[1], 0)
    posix_spawn_file_actions_adddup2(&actions, ends[1], 1)
    var texts: [UnsafeMutablePointer<CChar>?] = ([program] + arguments).map { strdup($0) }
    texts.append(nil)
    defer { for text in texts { free(text) } }
    var process: pid_t = 0
    // The program needs no environment variables.
    let code = posix_spawn(&process, program, &actions, nil, texts, nil)
    close(ends[1])
    guard code == 0 else {
      close(ends[0])
      throw .cluster(detail: "\(program): \(String(cString: strerror(code)))")
    }
    socket = ends[0]
    self.process = process
  }

  deinit { _ = end(isForced: true) }

  /// Sends a message.
  func send(_ message: ClusterMessage) throws(IndexError) {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(message.bytes.count + 4)
    bytes.append(little: UInt32(clamping: message.bytes.count))
    bytes += message.bytes
    var sent = 0
    while sent < bytes.count {
      let written = bytes.withUnsafeBytes { buffer in
        // Without MSG_NOSIGNAL, a program that has ended would end this one.
        Foundation.send(
          socket, buffer.baseAddress?.advanced(by: sent), bytes.count - sent,
          Int32(MSG_NOSIGNAL))
      }
      if written < 0, errno == EINTR { continue }
      guard written > 0 else { throw Self.ended }
      sent += written
    }
  }

  /// Receives a message.
  ///
  /// - Parameter end: when to stop waiting; `nil` for no limit.
  /// - Throws: ``IndexError/interrupted`` if the time is over.
  func receive(until end: ContinuousClock.Instant?) throws(IndexError) -> [UInt8] {
    let head = try receive(4, until: end)
    let count = head.reversed().reduce(0) { $0 << 8 | Int($1) }
    return try receive(count, until: end)
  }

  private func receive(
    _ count: Int, until end: ContinuousClock.Instant?
  ) throws(IndexError) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: count)
    var received = 0
    while received < count {
      if let end {
        let rest = (end - .now).components
        let milliseconds = rest.seconds * 1000 + rest.attoseconds / 1_000_000_000_000_000
        var wanted = pollfd(fd: socket, events: Int16(POLLIN), revents: 0)
        let ready = milliseconds > 0 ? poll(&wanted, 1, Int32(clamping: milliseconds + 1)) : 0
        if ready < 0, errno == EINTR { continue }
        if ready == 0 { throw .interrupted }
      }
      let read = bytes.withUnsafeMutableBytes { buffer in
        recv(socket, buffer.baseAddress?.advanced(by: received), count - received, 0)
      }
      if read < 0, errno == EINTR { continue }
      guard read > 0 else { throw Self.ended }
      received += read
    }
    return bytes
  }

  /// Ends the program: it finishes its current work, unless it is forced to end.
  ///
  /// - Returns: whether it succeeded.
  @discardableResult
  func end(isForced: Bool = false) -> Bool {
    if isEnded { return true }
    isEnded = true
    close(socket)
    if isForced { kill(process, SIGKILL) }
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
    return status == 0
  }

  private static let ended = IndexError.cluster(
    detail: "the program peerlit-cluster ended unexpectedly")
}
