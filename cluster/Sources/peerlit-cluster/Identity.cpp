// SPDX-License-Identifier: GPL-2.0-or-later
#include "Identity.h"

#include <sstream>
#include <stdexcept>

void Identity::check(
    const Xapian::Database& shard, const std::string& place, size_t number, size_t count) const {
  if (text.empty()) return;
  std::string found = shard.get_metadata(key);
  std::string whole = text + "\n" + line(number, count);
  if (found == whole) return;
  std::istringstream wantedLines(whole), foundLines(found);
  std::string wanted[4], lines[4];
  for (auto& line : wanted) std::getline(wantedLines, line);
  for (auto& line : lines) std::getline(foundLines, line);
  std::string problem;
  if (lines[1] != wanted[1]) {
    problem = "has format " + (lines[1].empty() ? "1" : lines[1]) +
              ", but this version of peerlit reads format " + wanted[1];
  } else if (lines[2] != wanted[2]) {
    problem = "was made with " + lines[2] + ", but this program has " + wanted[2];
  } else if (lines[0] != wanted[0]) {
    problem = "does not belong to this head";
  } else {
    throw std::runtime_error(
        "the server " + place + " has " + lines[3] + ", but is listed as " + wanted[3] +
        "; list all shards in order");
  }
  throw std::runtime_error(
      "the shard " + place + " " + problem + "; make head and shards again with peerlit shard");
}
