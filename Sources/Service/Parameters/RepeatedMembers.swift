import Literature

/// Refuses an object that names a member twice, of which a decoder would keep one without a word.
enum RepeatedMembers {
  /// Checks the members of the object that a body is; what else is wrong with it is left to the
  /// decoder.
  ///
  /// - Throws: ``ServiceError`` of the code ``ServiceError/Code/malformedBody``.
  static func check(_ body: [UInt8]) throws(ServiceError) {
    var names = Set<String>()
    var repeated: String?
    body.withUnsafeBytes { bytes in
      var scanner = JSONScanner(bytes)
      try? scanner.object { scanner, name throws(JSONError) in
        if !names.insert(name).inserted { repeated = repeated ?? name }
        try scanner.skipValue()
      }
    }
    guard let repeated else { return }
    throw ServiceError(
      .malformedBody, "The body gives \(repeated.shortened) twice.", hint: "Give it once.")
  }
}
