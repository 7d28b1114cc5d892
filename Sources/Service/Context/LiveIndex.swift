import Foundation
import Retrieval
import Synchronization

/// The index at a path, whichever file is there at the moment.
///
/// - A file that is renamed into place is opened at the next request. Requests under way keep the old
///   one, and so do all while the new file can't be opened.
/// - An index that is updated in place needs nothing: queries see its last commit.
/// - An index that is overwritten in place (`cp new.sqlite live.sqlite`) is opened again as soon as it
///   is whole. Until then there is nothing to answer from.
public final class LiveIndex: Sendable {
  /// An index and the number of times that one was opened.
  public struct Edition: Sendable {
    /// The index.
    public let index: Index
    /// Number of indexes opened so far, including this one.
    public let number: Int
  }

  private struct State {
    var edition: Edition
    /// The file as it was when the edition was opened.
    var look: FileLook?
    var opened = ContinuousClock.now
    var refused: (look: FileLook, at: ContinuousClock.Instant)?
  }

  /// How long to wait before a file that can't be opened is tried again.
  private static let pause = Duration.milliseconds(200)

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
    let look = FileLook(path)
    let index = try Self.open(path, timeLimit)
    state = Mutex(State(edition: Edition(index: index, number: 1), look: look))
  }

  /// The index to answer from.
  ///
  /// - Throws: ``IndexError/replaced(path:)`` while the file is being overwritten.
  public func current() throws(IndexError) -> Edition {
    let look = FileLook(path)
    let edition: Edition? = state.withLock { state in
      guard let look, look != state.look else { return state.edition }
      let isSameFile = state.look?.isSameFile(as: look) ?? false
      if isSameFile, FileLook.isBeingWritten(path) { return state.edition }
      let now = ContinuousClock.now
      if let refused = state.refused, refused.look == look, now - refused.at < Self.pause {
        return isSameFile ? nil : state.edition
      }
      if isSameFile {
        // What is open has the old contents in part.
        state.edition.index.close()
        guard look.isWhole(path) else { return nil }
      }
      do throws(IndexError) {
        let index = try Self.open(path, timeLimit)
        state.edition = Edition(index: index, number: state.edition.number + 1)
        state.look = look
        state.opened = now
        state.refused = nil
        return state.edition
      } catch {
        state.refused = (look, now)
        return isSameFile ? nil : state.edition
      }
    }
    guard let edition else { throw .replaced(path: path) }
    return edition
  }

  /// Opens the index again after an error that a new connection may not have.
  ///
  /// What SQLite keeps of a file between connections is wrong after the file was overwritten.
  func recover(from error: any Error) {
    switch error {
    case IndexError.damaged, IndexError.failed, IndexError.replaced, IndexError.notAnIndex: break
    default: return
    }
    state.withLock { state in
      let now = ContinuousClock.now
      guard now - state.opened > Self.pause, let look = FileLook(path) else { return }
      state.opened = now
      state.edition.index.close()
      guard let index = try? Self.open(path, timeLimit) else { return }
      state.edition = Edition(index: index, number: state.edition.number + 1)
      state.look = look
    }
  }

  /// Opens an index and begins to read the words for suggestions, which would delay the first one.
  private static func open(_ path: String, _ timeLimit: Duration?) throws(IndexError) -> Index {
    let index = try Index(path: path, timeLimit: timeLimit)
    Task.detached(priority: .utility) { try? index.readWords() }
    return index
  }
}
