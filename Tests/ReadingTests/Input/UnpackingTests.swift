import Literature
import TestSupport
import Testing

struct UnpackingTests {
  @Test(arguments: [
    ("gz", "H4sIAAAAAAACA6tWis9MUbJSMlTSUSrJLMlJBbIDUlOLQNzUihIgL7i0oCC/qESplgsARCz8GiwAAAA="),
    (
      "xz",
      "/Td6WFoAAATm1rRGAgAhARYAAAB0L+WjAQAreyJfaWQiOiIxIiwidGl0bGUiOiJQZWVyIiwidGV4dCI6IlN1"
        + "cHBvcnQifQoA+MOXzxJyoC8AAUQsyVNLhh+2830BAAAAAARZWg=="
    ),
    (
      "bz2",
      "QlpoOTFBWSZTWUHV11cAABVbgAAQEAQgEEgAhiTWSiAAMUwmmgNMQagaDIaHqF0qrcmComsANvq6PEdHqePG"
        + "DGpp8XckU4UJBB1ddXA="
    ),
    (
      "zst",
      "KLUv/SQsYQEAeyJfaWQiOiIxIiwidGl0bGUiOiJQZWVyIiwidGV4dCI6IlN1cHBvcnQifQoZS2Qw"
    ),
  ])
  func `compressed files are read`(_ ending: String, _ base64: String) throws {
    let folder = try TemporaryFolder()
    try folder.write("records.jsonl.\(ending)", Bytes.base64(base64))
    // Compression is also recognised by content.
    try folder.write("z-named-wrongly", Bytes.base64(base64))
    let reading = ReadDocuments(library: folder.path)
    #expect(reading.failures.isEmpty)
    #expect(reading.documents.map(\.id) == ["1", "1"])
    #expect(reading.documents.first?.text == "Support")
  }

  @Test func `a truncated file keeps what was read`() throws {
    let folder = try TemporaryFolder()
    let whole = Bytes.base64(
      "H4sIAAAAAAACA6tWis9MUbJSMlTSUSrJLMlJBbIDUlOLQNzUihIgL7i0oCC/qESplgsARCz8GiwAAAA=")
    try folder.write("cut.jsonl.gz", whole.dropLast(12))
    let reading = ReadDocuments(library: folder.path)
    #expect(reading.failures.contains { $0.contains("is damaged") })
  }

  @Test func `a decompression bomb is stopped`() throws {
    // 400 MB of one letter in 304 bytes.
    let block =
      "QlpoOTFBWSZTWcJtKvMBX44BAKAAAAggADCATUZCoCWpCoCXMUFZJlNZwm0q8wFfjgEAoAAACCAAMIBNRkKg"
    let middle = "JakKgJcxQVkmU1nCbSrzAV+OAQCgAAAIIAAwgE1GQqAlqQqAlzFBWSZTWcJtKvMBX44BAKAAAAggADCA"
    let more = "TUZCoCWpCoCXMUFZJlNZwm0q8wFfjgEAoAAACCAAMIBNRkKgJakKgJcxQVkmU1nCbSrzAV+OAQCgAAAI"
    let other = "IAAwgE1GQqAlqQqAlzFBWSZTWcJtKvMBX44BAKAAAAggADCATUZCoCWpCoCXMUFZJlNZwm0q8wFfjgEA"
    let last =
      "oAAACCAAMIBNRkKgJakKgJcxQVkmU1kHCmeGAPtFgQCgAIAIIAAwzAmqaYlSINqoqRB4u5IpwoSBlHhNOA=="
    let folder = try TemporaryFolder()
    let path = try folder.write("bomb.txt.bz2", Bytes.base64(block + middle + more + other + last))
    let reading = ReadDocuments(library: path)
    #expect(reading.documents.isEmpty)
    #expect(reading.failures.contains { $0.contains("expands to more than 250 times") })
  }
}
