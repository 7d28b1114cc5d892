import Foundation

/// Runs one input through the target that PEERLIT_FUZZ_TARGET names.
///
/// libFuzzer calls this function, and keeps inputs that reach new code. A target must return,
/// whatever the bytes.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOne(_ start: UnsafePointer<UInt8>?, _ count: Int) -> Int32 {
  Target.chosen([UInt8](UnsafeBufferPointer(start: start, count: count)))
  return 0
}

/// The code that is fuzzed.
enum Target {
  /// The target of this process.
  static let chosen: @Sendable ([UInt8]) -> Void = {
    let name = ProcessInfo.processInfo.environment["PEERLIT_FUZZ_TARGET"] ?? ""
    if let target = all[name] { return target }
    let names = all.keys.sorted().joined(separator: " ")
    FileHandle.standardError.write(Data("Unknown target “\(name)”. Targets: \(names)\n".utf8))
    exit(64)
  }()

  private static let all: [String: @Sendable ([UInt8]) -> Void] =
    readers.merging(others) { first, _ in first }

  private static let others: [String: @Sendable ([UInt8]) -> Void] = [
    "query": fuzzQuery, "json": fuzzJSON, "http": fuzzHTTP, "mcp": fuzzMCP,
    "postings": fuzzPostings,
  ]
}
