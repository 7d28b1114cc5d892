import Foundation
import Retrieval
import Synchronization

/// The index at a path, whichever file is there at the moment.
///
/// A file renamed into its place is opened when the next request asks, and requests under way keep
/// the old one. An index that is updated in place needs nothing: queries see its last commit. As
/// long as what is at the path can't be opened, the index that was open before answers.
public final class LiveIndex: Sendable {
  /// An index with the count of how often one was opened.
  public struct Edition: Sendable {
    /// The index.
    public let index: Index
    /// How many were opened until then, this one included.
    public let number: Int
  }

  /// A file as it was when it was looked at: a new file may have the number of one that is gone.
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
  /// - Parameter timeLimit: how long a query may take; it is then stopped.
  public init(path: String, timeLimit: Duration? = nil) throws(IndexError) {
    self.path = path
    self.timeLimit = timeLimit
    let identity = Self.look(path)?.identity
    let index = try Self.open(path, timeLimit)
    state = Mutex(State(edition: Edition(index: index, number: 1), identity: identity))
  }

  /// The index that answers now.
  public func current() -> Edition {
    let look = Self.look(path)
    return state.withLock { state in
      guard let look, look.identity != state.identity else { return state.edition }
      let now = ContinuousClock.now
      // A file that is no index (yet) is not tried at every request.
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

  /// Opens an index, and begins to read what suggestions are made of: who types can't wait for it.
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
