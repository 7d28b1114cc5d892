import Reading
import Testing
import TestSupport

struct LibrarySizeTests {
  @Test func `files and their bytes are counted without reading them`() throws {
    let folder = try TemporaryFolder()
    _ = try folder.write("a.txt", Array("12345".utf8))
    _ = try folder.write("b.xyz", [0, 1, 2])
    let size = LibrarySize(of: Library(paths: [folder.path]))
    #expect(size.files == 2)
    #expect(size.bytes == 8)
    #expect(LibrarySize(of: Library(paths: [folder.path]), shouldStop: { true }).files == 0)
  }

  @Test func `a meter reaches the size of every file`() throws {
    let folder = try TemporaryFolder()
    _ = try folder.write("a.txt", Array("Some text.".utf8))
    _ = try folder.write("b.jsonl", Array("{\"_id\":\"1\",\"title\":\"T\"}\n".utf8))
    let library = Library(paths: [folder.path])
    let meter = ReadingMeter()
    library.walk { found in
      if case .file(let file) = found { file.read(meter: meter) { _ in } }
    }
    #expect(meter.bytes == LibrarySize(of: library).bytes)
  }
}
