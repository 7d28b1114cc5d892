import Service
import Testing

struct OpenFilesTests {
  @Test(arguments: [
    (1024, 1_000_000, 1024), (1024, 1088, 1024), (1024, 1087, 1023), (1024, 1024, 960),
    (1024, 64, 16), (1024, 48, 12), (1024, 0, 1), (10, 48, 10), (10, 74, 10),
  ])
  func `some files are kept for the index`(connections: Int, files: Int, room: Int) {
    #expect(OpenFiles.room(for: connections, files: files) == room)
  }
}
