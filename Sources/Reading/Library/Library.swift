import Foundation
import Literature

/// The files and folders that a user names, walked in a fixed order.
///
///     try Library(paths: ["corpus"]).walk { found in
///       if case .file(let file) = found { try file.read { outcome in … } }
///     }
///
/// Folders are walked in the order of their names' bytes. Nothing is skipped silently: anything
/// that is not read is reported as ``Found/notice(_:)``.
public struct Library: Sendable {
  /// An item found by a walk.
  public enum Found: Sendable {
    /// A file to be read.
    case file(SourceFile)
    /// A path without documents: skipped on purpose, or failed.
    case notice(ReadOutcome)
  }

  /// Maximum nesting depth of folders.
  static let depthLimit = 64

  private let paths: [String]
  private let options: ReadingOptions

  /// Creates a library of files and folders.
  public init(paths: [String], options: ReadingOptions = ReadingOptions()) {
    self.paths = paths.map(Self.absolute)
    self.options = options
  }

  /// The files and folders, absolute, without `.` and `..`; links are not resolved.
  public var roots: [String] { paths }

  /// Visits every file below the paths.
  ///
  /// - Throws: only what `visit` throws.
  public func walk<Stop: Error>(_ visit: (Found) throws(Stop) -> Void) throws(Stop) {
    var walk = Walk(roots: paths, options: options)
    for path in paths { try walk.visit(path, isNamed: true, depth: 0, visit) }
  }

  /// The absolute form of a path, without `.` and `..`.
  static func absolute(_ path: String) -> String {
    let whole =
      path.hasPrefix("/") ? path : FileManager.default.currentDirectoryPath + "/" + path
    var parts: [Substring] = []
    for part in whole.split(separator: "/") where part != "." {
      if part == ".." { _ = parts.popLast() } else { parts.append(part) }
    }
    return "/" + parts.joined(separator: "/")
  }
}

/// One walk: the paths visited so far, and the catalogues found.
private struct Walk {
  let roots: [String]
  let options: ReadingOptions
  private let links: LinkPolicy
  private var visited = Set<String>()
  private var catalogues: [String: Catalogue?] = [:]
  private var linkedRecords: [String: LinkedRecords] = [:]

  init(roots: [String], options: ReadingOptions) {
    self.roots = roots
    self.options = options
    links = LinkPolicy(roots: roots, followsOutside: options.followsLinks)
  }

  mutating func visit<Stop: Error>(
    _ path: String, isNamed: Bool, depth: Int, _ visit: (Library.Found) throws(Stop) -> Void
  ) throws(Stop) {
    if roots.count > 1, !visited.insert(path).inserted { return }
    let status: FileStatus
    do throws(ReadError) {
      status = try FileStatus(path, followingLinks: isNamed)
    } catch {
      let reason =
        path.unicodeScalars.contains("\u{FFFD}")
        ? "can't be opened, because its name is not valid UTF-8" : error.description
      try visit(.failed(path, reason))
      return
    }
    if isNamed && status.kind == .file || status.kind == .folder,
      let resolved = FileStatus.resolve(path), LinkPolicy.isOfSystem(resolved)
    {
      let reason = "is not read, because \(LinkPolicy.systemReason)"
      try visit(isNamed ? .failed(path, reason) : .skipped(path, reason))
      return
    }
    switch status.kind {
    case .file:
      if let reason = SystemFile.reason(FileName.last(path)) {
        try visit(.skipped(path, reason))
        return
      }
      if FileName(path).isCatalogue {
        let catalogue = try catalogue(in: path.parent, visit)
        if catalogue?.path != path {
          try visit(
            .skipped(
              path, "is not used: a folder has only one catalogue, named \(Catalogue.name)"))
        } else if isNamed, isAlone(path) {
          try visit(
            .skipped(
              path, "describes the documents of its folder, and has none itself: index the folder"))
        }
        return
      }
      let catalogue = try catalogue(in: path.parent, visit)
      // The target of a link in a folder is followed, but not named by the user.
      try visit(
        .file(
          SourceFile(
            WalkedFile(path: path, mayBeLink: isNamed, links: links), status: status,
            isNamed: isNamed && depth == 0, catalogue, record: linkedRecord(forFile: path),
            options: options)))
    case .folder:
      guard depth < Library.depthLimit else {
        try visit(.failed(path, "is nested more than \(Library.depthLimit) folders deep"))
        return
      }
      try visitFolder(path, depth: depth, visit)
    case .link: try visitLink(path, depth: depth, visit)
    case .other(let kind):
      try visit(.failed(path, ReadError.notAFile(kind).description))
    }
  }

  /// Whether neither the folder of a file nor anything else in it is named.
  private func isAlone(_ path: String) -> Bool {
    let folder = path.parent == "/" ? "/" : path.parent + "/"
    return !roots.contains { root in
      root != path && (root.hasPrefix(folder) || folder.hasPrefix(root == "/" ? "/" : root + "/"))
    }
  }

  private mutating func visitFolder<Stop: Error>(
    _ path: String, depth: Int, _ visit: (Library.Found) throws(Stop) -> Void
  ) throws(Stop) {
    let names: [String]
    do throws(ReadError) {
      names = try FileStatus.names(in: path)
    } catch {
      try visit(.failed(path, error.description))
      return
    }
    _ = try catalogue(in: path, visit)
    for name in names {
      let child = path == "/" ? "/" + name : "\(path)/\(name)"
      if let reason = SystemFile.reason(name) {
        try visit(.skipped(child, reason))
      } else if name.hasPrefix(".") {
        try visit(.skipped(child, "is hidden"))
      } else {
        try self.visit(child, isNamed: false, depth: depth + 1, visit)
      }
    }
  }

  /// Follows a link, unless its target is walked anyway, which also prevents loops, or must not be
  /// read.
  private mutating func visitLink<Stop: Error>(
    _ path: String, depth: Int, _ visit: (Library.Found) throws(Stop) -> Void
  ) throws(Stop) {
    if roots.contains(path) {
      // The user names the link, too, so it is followed later.
      visited.remove(path)
      return
    }
    guard let target = FileStatus.resolve(path) else {
      let error = ReadError.lastSystemError("follow the link")
      try visit(.failed(path, error.description))
      return
    }
    if links.isInside(target) {
      let status = links.status(ofTarget: target)
      try visit(.skipped(path, "is a link to \(target), which \(status)"))
      return
    }
    if let reason = links.refusal(ofTarget: target) {
      // A catalogue was already reported with its folder.
      if let catalogue = catalogues[path.parent], catalogue?.path == path { return }
      // The target may have been indexed with another option, and still exists.
      try visit(.notice(.skipped(ReadNotice(path: path, reason: reason, keepsRecords: true))))
      return
    }
    if !visited.insert(target).inserted {
      try visit(.skipped(path, "is a link to \(target), which has already been read"))
      return
    }
    visited.remove(path)
    try self.visit(path, isNamed: true, depth: depth + 1, visit)
  }

  /// The record of an export that links to a file.
  private mutating func linkedRecord(forFile path: String) -> Document? {
    guard let folder = LinkedRecords.exportFolder(ofFile: path) else { return nil }
    let records = linkedRecords[folder] ?? LinkedRecords(folder: folder, links)
    linkedRecords[folder] = records
    return records.document(forFile: path)
  }

  /// The catalogue of a folder; its problems are reported the first time it is found.
  private mutating func catalogue<Stop: Error>(
    in folder: String, _ visit: (Library.Found) throws(Stop) -> Void
  ) throws(Stop) -> Catalogue? {
    if let known = catalogues[folder] { return known }
    let catalogue = Catalogue(folder: folder, links)
    catalogues[folder] = .some(catalogue)
    for problem in catalogue?.problems ?? [] { try visit(.notice(problem)) }
    return catalogue
  }
}

extension Library.Found {
  fileprivate static func failed(_ path: String, _ reason: String) -> Self {
    .notice(.failed(ReadNotice(path: path, reason: reason)))
  }

  fileprivate static func skipped(_ path: String, _ reason: String) -> Self {
    .notice(.skipped(ReadNotice(path: path, reason: reason)))
  }
}

extension String {
  /// The folder of a path.
  fileprivate var parent: String {
    guard let slash = lastIndex(of: "/"), slash != startIndex else { return "/" }
    return String(self[..<slash])
  }
}
