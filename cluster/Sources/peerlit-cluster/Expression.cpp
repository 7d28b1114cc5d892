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

/// Any of some terms, with the weight of the heaviest.
///
/// Xapian 1.4.22 crashes in OP_MAX if all its parts come to their end. So one part is a term that all
/// texts have, without weight, and a filter stops before the end of that.
static Query heaviest(Reader& reader) {
  std::vector<Query> parts;
  uint32_t count = reader.word();
  char unit = 0;
  for (uint32_t part = 0; part < count; part++) {
    if (reader.byte() != 'T') throw std::runtime_error("Only terms have a heaviest one.");
    std::string term = reader.text();
    unit = term.empty() ? 0 : term[0];
    parts.push_back(Query(term));
  }
  Query any(Query::OP_OR, parts.begin(), parts.end());
  Query all(Query::OP_SCALE_WEIGHT, Query(std::string("A") + unit), 0);
  parts.push_back(all);
  return Query(Query::OP_FILTER, Query(Query::OP_MAX, parts.begin(), parts.end()), any);
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
    case 'M': return heaviest(reader);
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
