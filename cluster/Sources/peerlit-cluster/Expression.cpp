// SPDX-License-Identifier: GPL-2.0-or-later
#include "Expression.h"

#include <vector>

using Xapian::Query;

static Query combined(Query::op op, Reader& reader, bool areTerms, unsigned window = 0) {
  std::vector<Query> parts;
  uint32_t count = reader.word();
  for (uint32_t part = 0; part < count; part++) {
    parts.push_back(areTerms ? Query(reader.text()) : readExpression(reader));
  }
  return Query(op, parts.begin(), parts.end(), window);
}

Query readExpression(Reader& reader) {
  switch (reader.byte()) {
    case '0': return Query::MatchNothing;
    case 'T': return Query(reader.text());
    case 'P': return combined(Query::OP_PHRASE, reader, true);
    case 'N': {
      unsigned window = reader.word();
      return combined(Query::OP_NEAR, reader, true, window);
    }
    case '&': return combined(Query::OP_AND, reader, false);
    case 'M': return combined(Query::OP_MAX, reader, false);
    case '|': return combined(Query::OP_OR, reader, false);
    case '!': {
      Query wanted = readExpression(reader);
      return Query(Query::OP_AND_NOT, wanted, readExpression(reader));
    }
    case 'R': {
      uint32_t slot = reader.word();
      std::string from = ordered(reader.word());
      return Query(Query::OP_VALUE_RANGE, slot, from, ordered(reader.word()));
    }
    default: throw std::runtime_error("Unknown expression.");
  }
}
