import Foundation
import Testing

/// The part of JSON Schema 2020-12 that `docs/schema` uses; an unknown keyword fails the test.
struct JSONSchema {
  private let root: [String: Any]

  /// Reads a schema by its name in `docs/schema`.
  init(_ name: String) throws {
    let file = Project.root.appending(path: "docs/schema/\(name).json")
    let value = try JSONSerialization.jsonObject(with: Data(contentsOf: file))
    root = try #require(value as? [String: Any])
  }

  /// The errors in a JSON text; empty if it is valid.
  func faults(in text: String) throws -> [String] {
    let value = try JSONSerialization.jsonObject(
      with: Data(text.utf8), options: .fragmentsAllowed)
    return faults(value, root, at: "$")
  }

  private func faults(_ value: Any, _ schema: [String: Any], at path: String) -> [String] {
    var faults: [String] = []
    for (keyword, rule) in schema {
      switch keyword {
      case "$schema", "title", "description", "$defs": break
      case "$ref":
        let name = (rule as? String ?? "").replacing("#/$defs/", with: "")
        guard let target = (root["$defs"] as? [String: Any])?[name] as? [String: Any] else {
          faults.append("\(path): no definition \(name)")
          break
        }
        faults += self.faults(value, target, at: path)
      case "type":
        let types = rule as? [String] ?? [rule as? String ?? ""]
        if !types.contains(where: { Self.has(value, type: $0) }) {
          faults.append("\(path): not \(types.joined(separator: " or "))")
        }
      case "const":
        if !Self.equal(value, rule) { faults.append("\(path): not \(rule)") }
      case "enum":
        if !(rule as? [Any] ?? []).contains(where: { Self.equal(value, $0) }) {
          faults.append("\(path): \(value) is none of \(rule)")
        }
      case "minimum":
        if let number = value as? NSNumber, !(value is NSNull),
          number.doubleValue < (rule as? NSNumber)?.doubleValue ?? 0
        {
          faults.append("\(path): below \(rule)")
        }
      case "maximum":
        if let number = value as? NSNumber, !(value is NSNull),
          number.doubleValue > (rule as? NSNumber)?.doubleValue ?? 0
        {
          faults.append("\(path): above \(rule)")
        }
      case "required":
        for name in rule as? [String] ?? [] where (value as? [String: Any])?[name] == nil {
          faults.append("\(path): \(name) is missing")
        }
      case "items":
        for (index, item) in (value as? [Any] ?? []).enumerated() {
          faults += self.faults(item, rule as? [String: Any] ?? [:], at: "\(path)[\(index)]")
        }
      case "properties":
        for (name, member) in value as? [String: Any] ?? [:] {
          guard let inner = (rule as? [String: Any])?[name] as? [String: Any] else { continue }
          faults += self.faults(member, inner, at: "\(path).\(name)")
        }
      case "additionalProperties":
        let known = (schema["properties"] as? [String: Any] ?? [:]).keys
        for (name, member) in value as? [String: Any] ?? [:] where !known.contains(name) {
          if let inner = rule as? [String: Any] {
            faults += self.faults(member, inner, at: "\(path).\(name)")
          } else {
            faults.append("\(path): \(name) is not foreseen")
          }
        }
      default: faults.append("the schema's keyword \(keyword) is not understood")
      }
    }
    return faults
  }

  private static func isBool(_ value: Any) -> Bool {
    (value as? NSNumber).map { CFGetTypeIDIsBoolean($0) } ?? false
  }

  /// NSNumber also represents booleans, which differ in their type code.
  private static func CFGetTypeIDIsBoolean(_ number: NSNumber) -> Bool {
    String(cString: number.objCType) == "c" || String(cString: number.objCType) == "B"
  }

  private static func has(_ value: Any, type: String) -> Bool {
    switch type {
    case "object": value is [String: Any]
    case "array": value is [Any]
    case "string": value is String
    case "null": value is NSNull
    case "boolean": isBool(value)
    case "number": value is NSNumber && !isBool(value)
    case "integer":
      (value as? NSNumber).map { !isBool(value) && $0.doubleValue.rounded() == $0.doubleValue }
        ?? false
    default: false
    }
  }

  private static func equal(_ left: Any, _ right: Any) -> Bool {
    switch (left, right) {
    case (let left as String, let right as String): left == right
    case (let left as NSNumber, let right as NSNumber): left == right
    default: false
    }
  }
}
