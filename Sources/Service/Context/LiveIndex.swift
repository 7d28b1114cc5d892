import Foundation
import Retrieval
import Synchronization

/// The index at a path, following replacements of the file.
///
/// - A file renamed into place is opened at the next request. Running requests keep the old file;
///   if the new file can't be opened, all requests do.
/// - An index updated in place needs no action: queries see its last commit.
/// - An index overwritten in place (`cp new.sqlite live.sqlite`) is reopened as soon as the file is
///   complete. Until then, requests fail.
public final class LiveIndex: Sendable {
  /// An open index with its edition number.
  public struct Edition: Sendable {
    /// The open index.
    public let index: Index
    /// Number of indexes opened so far, including this one.
    public let number: Int
  }

  private struct State {
    var edition: Edition
    /// The file when the edition was opened.
    var file: FileState?
    var opened = ContinuousClock.now
    /// The last file that can't be opened, and the reported reason.
    var reported: (file: FileState, reason: String)?
    var refused: (file: FileState, at: ContinuousClock.Instant)?

    /// Takes an index that was opened, as the next edition.
    mutating func take(_ index: Index, of file: FileState, at now: ContinuousClock.Instant) {
      edition = Edition(index: index, number: edition.number + 1)
      self.file = file
      opened = now
      refused = nil
    }

    /// Whether a reason is new: a file that is still being copied has many states.
    mutating func mustReport(_ error: IndexError, of file: FileState) -> Bool {
      let reason = error.description
      if let reported, reported.file.isSameFile(as: file), reported.reason == reason {
        return false
      }
      reported = (file, reason)
      return true
    }
  }

  /// The delay before a file that can't be opened is tried again.
  private static let pause = Duration.milliseconds(200)

  /// The path of the file that is opened, and opened again when it is replaced.
  public let path: String
  private let timeLimit: Duration?
  private let settings: SearchSettings
  private let report: @Sendable (IndexError) -> Void
  private let state: Mutex<State>

  /// Opens the index at a path, or the cluster of the settings, and follows replacements of its
  /// head.
  ///
  /// - Parameters:
  ///   - timeLimit: how long a query may run before it is stopped.
  ///   - report: receives the reason why a new file can't be opened, once for each file and reason.
  ///     It delays the request that finds the file.
  package init(
    path: String, timeLimit: Duration? = nil, settings: SearchSettings = SearchSettings(),
    report: @escaping @Sendable (IndexError) -> Void = { _ in }
  ) throws(IndexError) {
    self.path = settings.cluster?.head ?? path
    self.timeLimit = timeLimit
    self.settings = settings
    self.report = report
    let file = FileState(self.path)
    let index = try Self.open(self.path, timeLimit, settings)
    state = Mutex(State(edition: Edition(index: index, number: 1), file: file))
  }

  /// The current index.
  ///
  /// - Throws: ``IndexError/replaced(path:)`` while the file is being overwritten.
  public func current() throws(IndexError) -> Edition {
    let file = FileState(path)
    var failure: IndexError?
    let edition: Edition? = state.withLock { state in
      guard let file, file != state.file else { return state.edition }
      let isSameFile = state.file?.isSameFile(as: file) ?? false
      if isSameFile, FileState.isBeingWritten(path) { return state.edition }
      let now = ContinuousClock.now
      if let refused = state.refused, refused.file == file, now - refused.at < Self.pause {
        return isSameFile ? nil : state.edition
      }
      if isSameFile {
        // The open connections have cached parts of the old content.
        state.edition.index.close()
        guard file.isWhole(path) else { return nil }
      }
      do throws(IndexError) {
        state.take(try Self.open(path, timeLimit, settings), of: file, at: now)
        return state.edition
      } catch {
        if state.mustReport(error, of: file) { failure = error }
        state.refused = (file, now)
        return isSameFile ? nil : state.edition
      }
    }
    if let failure { report(failure) }
    guard let edition else { throw .replaced(path: path) }
    return edition
  }

  /// Reopens the index after an error that may be due to stale cached data.
  ///
  /// After a file was overwritten, SQLite's cache of it is wrong.
  func recover(from error: any Error) {
    switch error {
    case IndexError.damaged, IndexError.failed, IndexError.replaced, IndexError.notAnIndex: break
    default: return
    }
    let failure: IndexError? = state.withLock { state in
      let now = ContinuousClock.now
      guard now - state.opened > Self.pause, let file = FileState(path) else { return nil }
      state.opened = now
      state.edition.index.close()
      do throws(IndexError) {
        state.take(try Self.open(path, timeLimit, settings), of: file, at: now)
        return nil
      } catch {
        return state.mustReport(error, of: file) ? error : nil
      }
    }
    if let failure { report(failure) }
  }

  /// Opens an index and begins to read the words for suggestions, which would delay the first one.
  private static func open(
    _ path: String, _ timeLimit: Duration?, _ settings: SearchSettings
  ) throws(IndexError) -> Index {
    let index = try Index(path: path, timeLimit: timeLimit, settings: settings)
    Task.detached(priority: .utility) { try? index.readWords() }
    return index
  }
}
