/// Which symbolic links in a library are followed.
///
/// A library can come from somebody else, so a link in it must not make other files searchable,
/// such as private keys. Links that the user names are always followed.
struct LinkPolicy: Sendable {
  /// The files and folders of the library, without links.
  private let roots: [String]
  private let followsOutside: Bool

  /// Creates the policy of a library.
  ///
  /// - Parameter followsOutside: whether links to other folders are followed.
  init(roots: [String], followsOutside: Bool) {
    self.roots = roots.map { FileStatus.resolve($0) ?? $0 }
    self.followsOutside = followsOutside
  }

  /// Whether a path without links belongs to the library.
  func isInside(_ target: String) -> Bool {
    roots.contains { Self.contains($0, target) }
  }

  /// The part of a message about a target in the library: it is read without the link, or why not.
  func status(ofTarget target: String) -> String {
    // A folder that the user names is read even if its name is hidden.
    let reasons = roots.filter { Self.contains($0, target) }
      .map { Self.reasonToSkip(target, below: $0) }
    guard !reasons.contains(nil), let reason = reasons.compactMap(\.self).first else {
      return "is read directly"
    }
    return "\(reason) (to read it, name this link)"
  }

  private static func reasonToSkip(_ path: String, below root: String) -> String? {
    for name in path.dropFirst(root.count).split(separator: "/") {
      if let reason = SystemFile.reason(name) { return reason }
      if name.hasPrefix(".") { return "is hidden" }
    }
    return nil
  }

  /// The reason for not following a link; `nil` if it is followed.
  ///
  /// - Parameter target: its target outside the library, without links.
  func refusal(ofTarget target: String) -> String? {
    if Self.isOfSystem(target) {
      return "is a link to \(target), which is not read, because \(Self.systemReason)"
    }
    if !followsOutside {
      return "is a link to \(target), outside the given folders (index it with --follow-links, or "
        + "name the target)"
    }
    if roots.contains(where: { Self.contains(target, $0) }) {
      return "is a link to \(target), which contains the given folders"
    }
    return nil
  }

  /// Whether a file may be read, by the place where it was found when it was opened.
  ///
  /// A link may have taken the place of the file, or of a folder above it, since the walk.
  func allows(_ place: String) -> Bool {
    !Self.isOfSystem(place) && (isInside(place) || refusal(ofTarget: place) == nil)
  }

  /// The reason for not reading a file beside documents, such as a catalogue; `nil` if it may be
  /// read.
  func refusal(ofFile path: String, in folder: String) -> String? {
    guard FileStatus.isLink(path), let target = FileStatus.resolve(path) else { return nil }
    return refusal(ofOpened: target, in: folder)
  }

  /// The reason for not reading a file beside documents, by its place without links; `nil` if it
  /// may be read.
  func refusal(ofOpened place: String, in folder: String) -> String? {
    if isInside(place) { return nil }
    if let folder = FileStatus.resolve(folder), Self.contains(folder, place) { return nil }
    return refusal(ofTarget: place)
  }

  /// Why a path of the system is not read.
  static let systemReason = "/proc, /sys and /dev are never read"

  /// Whether a path without links shows the state of the system instead of stored files, such as
  /// the environment of a process.
  static func isOfSystem(_ path: String) -> Bool {
    // Files in memory are stored by users.
    !contains("/dev/shm", path) && ["/proc", "/sys", "/dev"].contains { contains($0, path) }
  }

  private static func contains(_ folder: String, _ path: String) -> Bool {
    folder == "/" || path == folder || path.hasPrefix(folder + "/")
  }
}
