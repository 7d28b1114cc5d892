import CZlib
import Literature
import Service
import Testing

struct CompressionTests {
  @Test(arguments: [
    ("gzip", true), ("gzip, br", true), ("br;q=1.0, gzip;q=0.8, *;q=0.1", true), ("*", true),
    ("GZIP", true), ("", false), ("br", false), ("gzip;q=0", false), ("gzip; q=0.0", false),
    ("identity", false), ("gzip;q=0, *", false), ("*;q=0.5, gzip; q=0", false),
    ("*;q=0, gzip", true), ("*;q=0", false),
  ])
  func `gzip is sent where it is asked for`(header: String, isSent: Bool) {
    #expect(Compression.accepts(header) == isSent)
    let answer = ServiceResponse.json(Array(repeating: UInt8(ascii: "a"), count: 5000))
    let sent = Compression.compressed(
      answer, for: ServiceRequest("GET", "/", headers: ["accept-encoding": header]))
    #expect((sent["content-encoding"] == "gzip") == isSent)
    #expect(sent["vary"] == "Accept-Encoding")
    #expect((sent.body.count < 500) == isSent)
  }

  @Test(arguments: [0, 1, 1023, 70_000]) func `compressed bodies are complete`(count: Int) throws {
    let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* $0 >> 3) }
    let packed = try #require(Compression.gzip(bytes))
    #expect(packed.prefix(2) == [0x1F, 0x8B])
    #expect(unpacked(packed, most: count + 1) == bytes)
  }

  /// The bytes of a gzip file, of which there must be less than a number.
  private func unpacked(_ packed: [UInt8], most: Int) -> [UInt8] {
    var stream = z_stream()
    #expect(
      inflateInit2_(&stream, MAX_WBITS + 16, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
        == Z_OK)
    defer { inflateEnd(&stream) }
    var input = packed
    var output = [UInt8](repeating: 0, count: most)
    let length = input.withUnsafeMutableBufferPointer { source in
      output.withUnsafeMutableBufferPointer { target in
        stream.next_in = source.baseAddress
        stream.avail_in = UInt32(source.count)
        stream.next_out = target.baseAddress
        stream.avail_out = UInt32(target.count)
        #expect(inflate(&stream, Z_FINISH) == Z_STREAM_END)
        return Int(stream.total_out)
      }
    }
    return Array(output.prefix(length))
  }

  @Test(arguments: ExportFormat.allCases)
  func `exports are compressed, also if they are sent in pieces`(format: ExportFormat) throws {
    let asked = ServiceRequest("GET", "/", headers: ["accept-encoding": "gzip"])
    let type = try SeedService.get("/export?to=\(format.rawValue)")["content-type"]
    let short = ServiceResponse(type: type, body: [UInt8](repeating: 0x61, count: 5000))
    let sent = Compression.compressed(short, for: asked)
    #expect(sent["content-encoding"] == "gzip" && sent.rest == nil)
    #expect(unpacked(sent.body, most: 6000) == short.body)

    // Pieces of a few bytes are collected; others fill several buffers.
    for size in [1, 100_000] {
      let pieces = (0..<40).map { number in
        (0..<size).map { UInt8(truncatingIfNeeded: ($0 &* $0 &* 31 &+ number) >> 3) }
      }
      var long = ServiceResponse(type: type, body: pieces[0])
      var left = pieces.dropFirst()
      long.rest = BodyPieces { left.popFirst() }
      let sent = Compression.compressed(long, for: asked)
      #expect(sent["content-encoding"] == "gzip" && sent["vary"] == "Accept-Encoding")
      var bytes = sent.body
      while let piece = try sent.rest?.next() {
        #expect(!piece.isEmpty)
        bytes += piece
      }
      let whole = pieces.flatMap { $0 }
      #expect(unpacked(bytes, most: whole.count + 1) == whole)
      #expect(try sent.rest?.next() == nil)
    }
  }

  @Test func `a body in pieces stays as it is for other clients`() throws {
    var left = [[1], [2, 3]] as ArraySlice<[UInt8]>
    var long = ServiceResponse(type: "text/csv; charset=utf-8")
    long.rest = BodyPieces { left.popFirst() }
    let sent = Compression.compressed(long, for: ServiceRequest("GET", "/"))
    #expect(sent["content-encoding"] == nil && sent["vary"] == "Accept-Encoding")
    #expect(try sent.rest?.all() == [1, 2, 3])
  }

  @Test func `a client keeps what it knows of the compression`() {
    let same = ServiceResponse(status: 304, headers: [("etag", "x")])
    let sent = Compression.compressed(same, for: ServiceRequest("GET", "/"))
    #expect(sent["vary"] == "Accept-Encoding")
    #expect(sent["content-encoding"] == nil && sent.body.isEmpty)
  }

  @Test func `short bodies and pictures stay as they are`() {
    let asked = ServiceRequest("GET", "/", headers: ["accept-encoding": "gzip"])
    let body = [UInt8](repeating: 0, count: 5000)
    #expect(Compression.compressed(.json([1, 2]), for: asked)["content-encoding"] == nil)
    let picture = ServiceResponse(type: "image/png", body: body)
    #expect(Compression.compressed(picture, for: asked)["content-encoding"] == nil)
  }
}
