// SPDX-License-Identifier: GPL-2.0-or-later
#include "Searching.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <exception>
#include <unordered_map>

#include "Expression.h"

using Xapian::Query;

static Query scaled(const Query& query, double factor) {
  return Query(Query::OP_SCALE_WEIGHT, query, factor);
}

std::string Searching::answer(const std::string& bytes) {
  Reader request(bytes);
  Writer answer;
  switch (request.byte()) {
    case 'O': open(request); break;
    case 'S': status(answer); break;
    case 'B': begin(request, answer); break;
    case 'F': frequencies(request, answer); break;
    case 'L': list(request, answer); break;
    case 'T': top(request, answer); break;
    case 'I': impacts(request, answer); break;
    case 'V': data(request, answer); break;
    case 'D': fetch(request, answer); break;
    case 'C': count(request, answer); break;
    default: throw std::runtime_error("Unknown request.");
  }
  return answer.bytes;
}

/// Reads the newest state of the shards, and the limits of the numbers that peerlit knows.
void Searching::open(Reader& request) {
  documentLimit = request.word();
  passageLimit = request.word();
  shards.reopen();
}

bool Searching::isKnown(Xapian::docid id) const {
  if (base == 0) return true;
  switch ((id - 1) / uint32_t(shards.count()) / base) {
    case 0: return number(id) < documentLimit;
    case 1: return number(id) < passageLimit;
    default: return true;
  }
}

/// For each shard: its server, whether it answers, its documents, and how long it took in seconds.
void Searching::status(Writer& answer) {
  using Clock = std::chrono::steady_clock;
  for (size_t shard = 0; shard < shards.count(); shard++) {
    auto start = Clock::now();
    uint32_t documents = 0;
    bool isReachable = shards.isReachable(shard);
    if (isReachable) {
      Xapian::Database database = shards.shard(shard);
      // The number is cached, so this asks the server.
      database.keep_alive();
      documents = uint32_t(database.get_termfreq("AD"));
    }
    answer.text(shards.server(shard));
    answer.number(uint8_t(isReachable));
    answer.number(documents);
    answer.number(std::chrono::duration<double>(Clock::now() - start).count());
  }
}

/// Checks the identity of the shards, and learns how their numbers are divided; answers with the
/// version of the messages and each shard's server.
void Searching::begin(Reader& request, Writer& answer) {
  Identity identity(request.text());
  base = request.word();
  shards.expect(identity);
  answer.number(messageVersion);
  answer.number(uint32_t(shards.count()));
  for (size_t shard = 0; shard < shards.count(); shard++) answer.text(shards.server(shard));
}

/// How many texts contain each of some terms.
void Searching::frequencies(Reader& request, Writer& answer) {
  uint32_t terms = request.word();
  for (uint32_t term = 0; term < terms; term++) {
    answer.number(uint32_t(shards.database().get_termfreq(request.text())));
  }
}

/// The matches of an expression, by number, with their weights if asked for.
///
/// If there are more than the limit of the request, only so many are returned.
void Searching::list(Reader& request, Writer& answer) {
  bool isWeighted = request.byte() != 0;
  Xapian::Enquire enquire(shards.database());
  enquire.set_query(readExpression(request));
  if (isWeighted) {
    enquire.set_weighting_scheme(impactWeight());
  } else {
    enquire.set_weighting_scheme(Xapian::BoolWeight());
  }
  uint32_t limit = request.word();
  Xapian::MSet found = enquire.get_mset(0, std::min(limit, shards.database().get_doccount()));
  std::vector<std::pair<uint32_t, uint32_t>> matches;
  matches.reserve(found.size());
  for (auto match = found.begin(); match != found.end(); ++match) {
    if (!isKnown(*match)) continue;
    uint32_t weight = isWeighted ? uint32_t(std::lround(match.get_weight())) : 0;
    matches.emplace_back(number(*match), weight);
  }
  std::sort(matches.begin(), matches.end());
  answer.number(uint8_t(found.size() < limit));
  answer.number(uint32_t(matches.size()));
  for (auto& match : matches) answer.number(match.first);
  if (!isWeighted) return;
  for (auto& match : matches) answer.number(match.second);
}

/// The best matches of weighted groups, and their shards.
///
/// A group should count with its heaviest member, but Xapian 1.4.22 crashes in OP_MAX if all members
/// of a group come to their end. A sum is never less, so nothing is lost: peerlit computes the exact
/// scores.
void Searching::top(Reader& request, Writer& answer) {
  std::vector<Query> groups;
  uint32_t groupCount = request.word();
  for (uint32_t group = 0; group < groupCount; group++) {
    std::vector<Query> members;
    uint32_t memberCount = request.word();
    for (uint32_t member = 0; member < memberCount; member++) {
      double weight = request.number<double>();
      members.push_back(scaled(readExpression(request), weight));
    }
    groups.push_back(Query(Query::OP_OR, members.begin(), members.end()));
  }
  Query query(Query::OP_OR, groups.begin(), groups.end());
  if (request.byte() != 0) query = Query(Query::OP_FILTER, query, readExpression(request));
  uint32_t limit = request.word();
  Xapian::Enquire enquire(shards.database());
  enquire.set_weighting_scheme(impactWeight());
  enquire.set_query(query);
  Xapian::MSet found = enquire.get_mset(0, limit);
  answer.number(uint32_t(found.size()));
  for (auto match = found.begin(); match != found.end(); ++match) {
    answer.number(number(*match));
    answer.number(double(match.get_weight()));
    answer.number(uint32_t((*match - 1) % shards.count()));
  }
}

/// Runs a task for every shard at the same time, and throws the first error.
void Searching::forEachShard(const std::function<void(size_t)>& task) {
  std::vector<std::exception_ptr> errors(shards.count());
  std::vector<std::function<void()>> tasks;
  for (size_t shard = 0; shard < shards.count(); shard++) {
    tasks.push_back([&, shard] {
      try {
        task(shard);
      } catch (...) {
        errors[shard] = std::current_exception();
      }
    });
  }
  workers.run(std::move(tasks));
  for (auto& error : errors) {
    if (error) std::rethrow_exception(error);
  }
}

/// The data of texts whose shard is known, from all shards at the same time.
///
/// A shard finds them by terms that only one text has. If data came with the ranking itself, Xapian
/// would read it for every text that was among the best for a while.
void Searching::data(Reader& request, Writer& answer) {
  std::vector<std::vector<std::string>> terms(shards.count());
  uint32_t count = request.word();
  for (uint32_t text = 0; text < count; text++) {
    uint32_t shard = request.word();
    std::string term = request.text();
    if (shard >= shards.count()) throw std::runtime_error("There is no such shard.");
    terms[shard].push_back(term);
  }
  std::vector<Xapian::MSet> found(shards.count());
  // Each thread uses only the connection of its shard.
  forEachShard([&](size_t shard) {
    if (terms[shard].empty()) return;
    Xapian::Enquire enquire(shards.shard(shard));
    enquire.set_weighting_scheme(Xapian::BoolWeight());
    enquire.set_query(Query(Query::OP_OR, terms[shard].begin(), terms[shard].end()));
    enquire.set_sort_by_value(dataSlot, false);
    found[shard] = enquire.get_mset(0, Xapian::doccount(terms[shard].size()));
  });
  uint32_t total = 0;
  for (auto& matches : found) total += uint32_t(matches.size());
  answer.number(total);
  for (auto& matches : found) {
    for (auto match = matches.begin(); match != matches.end(); ++match) {
      answer.number((*match - 1) % base);
      answer.text(match.get_sort_key());
    }
  }
}

/// The weights of several expressions in the matches of a filter.
///
/// One query finds several of them: each is multiplied by a power of two so that the sum has them
/// in separate bits. Each has the filter: if a filter stands above an OP_OR, Xapian 1.4.22 gives
/// the weight of a phrase to some texts that do not contain it.
void Searching::impacts(Reader& request, Writer& answer) {
  Query filter = readExpression(request);
  uint32_t count = request.word();
  std::unordered_map<uint32_t, std::vector<uint32_t>> found;
  const unsigned mostBits = 48;
  uint32_t next = 0;
  while (next < count) {
    std::vector<Query> parts;
    std::vector<unsigned> shifts, widths;
    unsigned used = 0;
    uint32_t first = next;
    while (next < count && used < mostBits) {
      unsigned width = request.byte();
      if (used + width > mostBits && !parts.empty()) throw std::runtime_error("Unordered widths.");
      Query part(Query::OP_FILTER, readExpression(request), filter);
      parts.push_back(scaled(part, std::ldexp(1.0, int(used))));
      shifts.push_back(used);
      widths.push_back(width);
      used += width;
      next++;
      // The next expression has at most this width, because they are in descending order of it.
      if (used + width > mostBits) break;
    }
    Query query(Query::OP_OR, parts.begin(), parts.end());
    Xapian::Enquire enquire(shards.database());
    enquire.set_weighting_scheme(impactWeight());
    enquire.set_query(query);
    Xapian::MSet matches = enquire.get_mset(0, shards.database().get_doccount());
    for (auto match = matches.begin(); match != matches.end(); ++match) {
      auto& weights = found[number(*match)];
      weights.resize(count);
      uint64_t sum = uint64_t(std::llround(match.get_weight()));
      for (uint32_t part = first; part < next; part++) {
        weights[part] = uint32_t(sum >> shifts[part - first] & ((1ull << widths[part - first]) - 1));
      }
    }
  }
  answer.number(uint32_t(found.size()));
  for (auto& entry : found) {
    answer.number(entry.first);
    for (uint32_t weight : entry.second) answer.number(weight);
  }
}

/// The data of some texts, found by terms that only one text has.
void Searching::fetch(Reader& request, Writer& answer) {
  std::vector<Query> terms;
  uint32_t count = request.word();
  for (uint32_t term = 0; term < count; term++) terms.push_back(Query(request.text()));
  Xapian::Enquire enquire(shards.database());
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  enquire.set_query(Query(Query::OP_OR, terms.begin(), terms.end()));
  enquire.set_sort_by_value(dataSlot, false);
  Xapian::MSet found = enquire.get_mset(0, shards.database().get_doccount());
  answer.number(uint32_t(found.size()));
  for (auto match = found.begin(); match != found.end(); ++match) {
    answer.number(number(*match));
    answer.text(match.get_sort_key());
  }
}

/// The number of matches, or a lower bound if there are more than a limit.
void Searching::count(Reader& request, Writer& answer) {
  Query query = readExpression(request);
  uint32_t limit = request.word();
  Xapian::Enquire enquire(shards.database());
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  enquire.set_query(query);
  Xapian::MSet found = enquire.get_mset(0, 0, limit);
  uint32_t lower = found.get_matches_lower_bound();
  answer.number(lower);
  answer.number(uint8_t(lower == found.get_matches_upper_bound()));
}
