import Foundation
import Reading
import Testing
import TestSupport

struct LibraryTests {
  @Test func `nothing is skipped silently`() throws {
    let folder = try TemporaryFolder()
    try folder.write("b.txt", "Peer support in prisons\n\nA text.".utf8)
    try folder.write("a/deep.md", "# Title\n\nText.".utf8)
    try folder.write(".hidden", "x".utf8)
    try folder.write("picture.png", [0x89, 0x50, 0x4E, 0x47, 0, 0, 0, 0])
    try folder.write("empty.txt", [])
    #expect(mkfifo("\(folder.path)/pipe", 0o600) == 0)
    let files = FileManager.default
    try files.createSymbolicLink(
      atPath: "\(folder.path)/loop", withDestinationPath: folder.path)
    try files.createSymbolicLink(
      atPath: "\(folder.path)/dangling", withDestinationPath: "\(folder.path)/nowhere")
    let reading = ReadDocuments(library: folder.path)
    #expect(reading.documents.map(\.id) == ["deep", "b"])
    let failures = reading.failures.map { $0.replacing(folder.path, with: "") }
    #expect(
      failures == [
        "/dangling: can't follow the link: No such file or directory",
        "/pipe: is a pipe, not a file",
      ])
    let skipped = reading.skipped.map { $0.replacing(folder.path, with: "") }
    #expect(
      skipped.map { $0.prefix(20) } == [
        "/.hidden: is hidden", "/empty.txt: is empty", "/loop: is a link to ",
        "/picture.png: has an",
      ])
  }

  @Test func `a name that is not UTF-8 is reported, and its neighbours are read`() throws {
    let folder = try TemporaryFolder()
    try folder.write("b.txt", "Peer support in prisons\n\nA text.".utf8)
    var name = Array("\(folder.path)/a.txt".utf8CString)
    name[name.count - 6] = CChar(bitPattern: 0xFE)
    let descriptor = open(name, O_CREAT | O_WRONLY, 0o600)
    try #require(descriptor >= 0)
    close(descriptor)
    let reading = ReadDocuments(library: folder.path)
    #expect(reading.documents.map(\.id) == ["b"])
    #expect(
      reading.failures == [
        "\(folder.path)/\u{FFFD}.txt: can't be opened, because its name is not valid UTF-8"
      ])
  }

  @Test func `a named path without documents is a failure`() throws {
    let folder = try TemporaryFolder()
    let picture = try folder.write("picture.png", [0x89, 0x50, 0x4E, 0x47, 0, 0, 0, 0])
    let empty = try folder.write("empty.txt", [])
    let reading = ReadDocuments(library: picture, empty, "\(folder.path)/missing.txt")
    #expect(reading.documents.isEmpty)
    #expect(reading.failures.count == 3)
    #expect(reading.failures.last?.hasSuffix("can't open: No such file or directory") == true)
  }

  @Test func `a link in a folder does not name its target`() throws {
    let (folder, other) = (try TemporaryFolder(), try TemporaryFolder())
    let empty = try other.write("empty.txt", [])
    let link = "\(folder.path)/link.txt"
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: empty)
    var options = ReadingOptions()
    options.followsLinks = true
    let found = ReadDocuments(library: folder.path, options: options)
    #expect(found.failures == [] && found.skipped == ["\(link): is empty"])
    let named = ReadDocuments(library: link)
    #expect(named.failures == ["\(link): is empty"] && named.skipped == [])
  }

  @Test func `a link to another folder is read only if the user asks`() throws {
    let (folder, other) = (try TemporaryFolder(), try TemporaryFolder())
    defer { other.remove() }
    let files = FileManager.default
    let key = try other.write("key.txt", "A private key of somebody\n\nText.".utf8)
    try other.write("list.csv", "file,year\nown.txt,1999\n".utf8)
    try other.write("files/a.txt", "A text of another folder\n\nText.".utf8)
    try folder.write("own.txt", "A text of this folder\n\nText.".utf8)
    for (name, target) in [
      ("catalogue.csv", "\(other.path)/list.csv"), ("file.txt", key),
      ("folder", "\(other.path)/files"), ("own-link.txt", "\(folder.path)/own.txt"),
      ("up", files.temporaryDirectory.path),
    ] {
      try files.createSymbolicLink(
        atPath: "\(folder.path)/\(name)", withDestinationPath: target)
    }
    let reading = ReadDocuments(library: folder.path)
    #expect(reading.documents.map(\.id) == ["own"] && reading.documents.first?.year == nil)
    let reasons = reading.skipped.map { $0.dropFirst(folder.path.count + 1) }
    let fix = ", outside the given folders (index it with --follow-links, or name the target)"
    #expect(
      reasons.map { $0.prefix { $0 != ":" } } == [
        "catalogue.csv", "file.txt", "folder", "own-link.txt", "up",
      ])
    #expect(reasons.map { $0.hasSuffix(fix) } == [true, true, true, false, true])
    #expect(reading.failures == [] && reading.mistakes == [])

    var options = ReadingOptions()
    options.followsLinks = true
    let all = ReadDocuments(library: folder.path, options: options)
    #expect(all.documents.map(\.id) == ["file", "a", "own"])
    #expect(all.documents.last?.year == 1999)
    let more = try TemporaryFolder()
    try more.write("more.txt", "A text of a second folder\n\nText.".utf8)
    let both = ReadDocuments(library: folder.path, more.path, options: options)
    #expect(both.documents.map(\.id) == ["file", "a", "own", "more"])
    #expect(ReadDocuments(library: "\(folder.path)/file.txt").documents.count == 1)
    #expect(ReadDocuments(library: "\(folder.path)/folder").documents.map(\.id) == ["a"])
  }

  @Test(arguments: [
    ("own.txt", "is read directly"), ("", "is read directly"),
    (".store/a.txt", "is hidden (to read it, name this link)"),
    ("sub/.store/b/a.txt", "is hidden (to read it, name this link)"),
    ("__MACOSX/a.txt", "is a macOS system file (to read it, name this link)"),
  ])
  func `a link says whether its target in the library is read`(
    target: String, status: String
  ) throws {
    // The name of a folder that the user names may be hidden.
    let folder = try TemporaryFolder()
    let library = "\(folder.path)/.library"
    let text = "Peer support in prisons\n\nA text."
    try folder.write(".library/own.txt", text.utf8)
    if !target.isEmpty { try folder.write(".library/\(target)", text.utf8) }
    let link = "\(library)/link.txt"
    let path = target.isEmpty ? library : "\(library)/\(target)"
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: path)
    for followsLinks in [false, true] {
      var options = ReadingOptions()
      options.followsLinks = followsLinks
      let reading = ReadDocuments(library: library, options: options)
      #expect(reading.documents.map(\.id) == ["own"])
      let resolved = try #require(realpath(path, nil))
      defer { free(resolved) }
      let reason = "is a link to \(String(cString: resolved)), which \(status)"
      #expect(reading.skipped.contains("\(link): \(reason)"))
    }
    if status != "is read directly" {
      #expect(ReadDocuments(library: link).documents.map(\.id) == ["link"])
      let both = ReadDocuments(library: library, link)
      #expect(both.documents.map(\.id) == ["own", "link"])
      #expect(!both.skipped.contains { $0.hasPrefix(link) })
    }
  }

  @Test(arguments: [false, true])
  func `a link that takes the place of a file after the walk is not followed`(
    followsLinks: Bool
  ) throws {
    let (folder, other) = (try TemporaryFolder(), try TemporaryFolder())
    defer { other.remove() }
    let key = try other.write("key.txt", "A private key of somebody\n\nText.".utf8)
    try other.write("b.txt", "A text of another folder\n\nText.".utf8)
    for name in ["a.txt", "c.txt", "d.txt", "deep/b.txt", "e.txt"] {
      try folder.write(name, "A text of this folder\n\nText of \(name).".utf8)
    }
    var options = ReadingOptions()
    options.followsLinks = followsLinks
    var found: [SourceFile] = []
    Library(paths: [folder.path], options: options).walk { item in
      if case .file(let file) = item { found.append(file) }
    }
    let files = FileManager.default
    for (name, target) in [
      ("a.txt", key), ("deep", other.path), ("c.txt", "\(folder.path)/e.txt"),
    ] {
      try files.removeItem(atPath: "\(folder.path)/\(name)")
      try files.createSymbolicLink(
        atPath: "\(folder.path)/\(name)", withDestinationPath: target)
    }
    try files.removeItem(atPath: "\(folder.path)/d.txt")
    try files.createDirectory(atPath: "\(folder.path)/d.txt", withIntermediateDirectories: false)
    var outcomes: [String] = []
    for file in found {
      file.read { outcome in
        switch outcome {
        case .document(let document, _): outcomes.append(document.id)
        case .failed(let notice), .skipped(let notice), .mistake(let notice, _):
          outcomes.append(notice.description.replacing(folder.path, with: ""))
        }
      }
    }
    let reason =
      ": was replaced by a link, or moved, before it was read; check its folder, and index it again"
    // With --follow-links, a folder may be a link to anywhere.
    #expect(
      outcomes == [
        "/a.txt" + reason, "/c.txt" + reason, "/d.txt: is a folder, not a file",
        followsLinks ? "b" : "/deep/b.txt" + reason, "e",
      ])
  }

  @Test(arguments: [true, false])
  func `files of the system are never read`(followsLinks: Bool) throws {
    let folder = try TemporaryFolder()
    for (name, target) in [("a.txt", "/proc/self/environ"), ("b", "/sys/kernel"), ("c", "/dev")] {
      try FileManager.default.createSymbolicLink(
        atPath: "\(folder.path)/\(name)", withDestinationPath: target)
    }
    var options = ReadingOptions()
    options.followsLinks = followsLinks
    let reading = ReadDocuments(library: folder.path, options: options)
    #expect(reading.documents.isEmpty && reading.failures == [])
    #expect(
      reading.skipped.map { $0.hasSuffix("not read, because /proc, /sys and /dev are never read") }
        == [true, true, true])
    let named = ReadDocuments(library: "\(folder.path)/a.txt", "/proc/self", options: options)
    #expect(named.documents.isEmpty)
    let reason = ": is not read, because /proc, /sys and /dev are never read"
    #expect(named.failures.map { $0.hasSuffix(reason) } == [true, true])
  }

  @Test func `overlapping paths are read once`() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("one/a.txt", "A title of some words\n\nText.".utf8)
    let reading = ReadDocuments(library: folder.path, "\(folder.path)/one/../one", path)
    #expect(reading.documents.count == 1)
  }

  @Test func `fingerprints detect changes`() throws {
    let folder = try TemporaryFolder()
    try folder.write("a.txt", "A title of some words\n\nText.".utf8)
    func fingerprint() -> SourceFingerprint? {
      var result: SourceFingerprint?
      Library(paths: [folder.path]).walk { found in
        if case .file(let file) = found { result = file.fingerprint }
      }
      return result
    }
    let first = try #require(fingerprint())
    #expect(fingerprint() == first)
    try folder.write("catalogue.csv", "file,year\na.txt,2020\n".utf8)
    #expect(fingerprint() != first)
    #expect(fingerprint()?.modified == first.modified)
  }
}
