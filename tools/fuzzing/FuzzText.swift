import JSON
import Literature
import Query
import Retrieval
import Service

/// A typed query, with and without operators.
func fuzzQuery(_ bytes: [UInt8]) {
  let text = String(decoding: bytes, as: UTF8.self)
  _ = try? QueryParser().parse(text)
  _ = try? QueryParser().parse(text, plain: true)
}

/// JSON as it occurs in files and request bodies.
func fuzzJSON(_ bytes: [UInt8]) {
  bytes.withUnsafeBytes { bytes in
    var scanner = JSONScanner(bytes)
    if (try? scanner.value()) != nil { try? scanner.end() }
  }
}
