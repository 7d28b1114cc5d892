import Foundation
import Retrieval
import Synchronization

/// The index at a path, whichever file is there at the moment.
///
/// A file that is renamed into place is opened at the next request; requests under way keep the old
/// one. An index that is updated in place needs nothing: queries see its last commit. While the file
/// at the path can't be opened, the index that was open before answers.
public final class LiveIndex: Sendable {
  /// An index and the number of times that one was opened.
  public struct Edition: Sendable {
    /// The index.
    public let index: Index
    /// Number of indexes opened so far, including this one.
    public let number: Int
  }

  /// The state of a file; a new file may have the inode of one that is gone.
  private struct Look: Equatable {
    var identity: FileIdentity
    var size: off_t
    var seconds: time_t
    var nanoseconds: Int
  }

  private struct State {
    var edition: Edition
    /// Which file is open.
    var identity: FileIdentity?
    var refused: (look: Look, at: ContinuousClock.Instant)?
  }

  /// The path.
  public let path: String
  private let timeLimit: Duration?
  private let state: Mutex<State>

  /// Opens the index at a path.
  ///
  /// - Parameter timeLimit: how long a query may run before it is stopped.
  public init(path: String, timeLimit: Duration? = nil) throws(IndexError) {
    self.path = path
    self.timeLimit = timeLimit
    let identity = Self.look(path)?.identity
    let index = try Self.open(path, timeLimit)
    state = Mutex(State(edition: Edition(index: index, number: 1), identity: identity))
  }

  /// The index to answer from.
  public func current() -> Edition {
    let look = Self.look(path)
    return state.withLock { state in
      guard let look, look.identity != state.identity else { return state.edition }
      let now = ContinuousClock.now
      // A file that is not an index (yet) is not tried at every request.
      if let refused = state.refused, refused.look == look,
        now - refused.at < .milliseconds(200)
      {
        return state.edition
      }
      do throws(IndexError) {
        let index = try Self.open(path, timeLimit)
        state.edition = Edition(index: index, number: state.edition.number + 1)
        state.identity = look.identity
        state.refused = nil
      } catch {
        state.refused = (look, now)
      }
      return state.edition
    }
  }

  /// Opens an index and begins to read the words for suggestions, which would delay the first one.
  private static func open(_ path: String, _ timeLimit: Duration?) throws(IndexError) -> Index {
    let index = try Index(path: path, timeLimit: timeLimit)
    Task.detached(priority: .utility) { try? index.readWords() }
    return index
  }

  private static func look(_ path: String) -> Look? {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    return Look(
      identity: FileIdentity(status), size: status.st_size,
      seconds: status.st_mtim.tv_sec, nanoseconds: status.st_mtim.tv_nsec)
  }
}
