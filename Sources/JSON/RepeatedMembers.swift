/// Finds duplicate members of an object; a decoder would silently keep only one of them.
package enum RepeatedMembers {
  /// The name of the first duplicate member of an object; `nil` if there is none, or if the text is
  /// not a JSON object.
  package static func first(in text: [UInt8]) -> String? {
    var names = Set<String>()
    var repeated: String?
    text.withUnsafeBytes { bytes in
      var scanner = JSONScanner(bytes)
      try? scanner.object { scanner, name throws(JSONError) in
        if !names.insert(name).inserted { repeated = repeated ?? name }
        try scanner.skipValue()
      }
    }
    return repeated
  }
}
