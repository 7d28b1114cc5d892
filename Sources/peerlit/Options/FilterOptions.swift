import ArgumentParser
import Literature
import Query
import Service

/// The filter options, shared by every command that takes a query.
///
/// The options are generated from ``Parameter/allFilters`` instead of declared properties: the
/// argument parser finds the options of a type in its mirror, and the type reads their values from
/// the decoder. Both use the parameter table.
struct FilterOptions: ParsableArguments {
  private var texts: [String: [String]] = [:]
  private var numbers: [String: Int] = [:]
  private var flags: Set<String> = []

  /// The filter that the options describe.
  func filter() throws -> Filter {
    let values = FilterValues {
      texts[$0.name] ?? []
    } number: {
      numbers[$0.name]
    } flag: {
      flags.contains($0.name)
    }
    if let facet = values.contradiction {
      let bounds = Parameter.bounds(of: facet).map(\.option).joined(separator: " is greater than ")
      throw UsageError("\(bounds), so nothing can match.")
    }
    return try values.filter()
  }
}

extension FilterOptions: CustomReflectable {
  /// The options, for the parser.
  var customMirror: Mirror {
    let options: [Mirror.Child] = Parameter.allFilters.map { ($0.name, Self.option($0)) }
    return Mirror(self, children: options)
  }

  private static func option(_ parameter: Parameter) -> Any {
    let name = NameSpecification.customLong(String(parameter.option.dropFirst(2)))
    let help = ArgumentHelp.of(parameter)
    return switch parameter.kind {
    case .codes(let facet):
      Option<[String]>(
        wrappedValue: [], name: name, help: help,
        completion: .list(Vocabulary.standard.codes(of: facet)))
    case .integer: Option<Int?>(name: name, help: help)
    case .flag: Flag<Bool>(wrappedValue: false, name: name, help: help)
    // Several years are alternatives, as several codes are.
    case .years: Option<[String]>(wrappedValue: [], name: name, help: help)
    case .text, .choice: Option<String?>(name: name, help: help)
    }
  }
}

extension FilterOptions {
  private struct Key: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }
    init(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
  }

  /// Reads the parsed values.
  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    for parameter in Parameter.allFilters {
      let key = Key(stringValue: parameter.name)
      switch parameter.kind {
      case .codes, .years:
        texts[parameter.name] = try container.decode([String].self, forKey: key)
          .map { ArgumentList.unmarked($0) }
      case .integer:
        numbers[parameter.name] = try container.decodeIfPresent(Int.self, forKey: key)
      case .flag:
        if try container.decode(Bool.self, forKey: key) { flags.insert(parameter.name) }
      case .text, .choice:
        texts[parameter.name] = try container.decodeIfPresent(String.self, forKey: key).map { [$0] }
      }
    }
  }
}
