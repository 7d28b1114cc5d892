// SPDX-License-Identifier: GPL-2.0-or-later
#include "Identity.h"

#include <sstream>
#include <stdexcept>

void Identity::check(const Xapian::Database& shard, const std::string& place) const {
  std::string found = shard.get_metadata(key);
  if (text.empty() || found == text) return;
  std::istringstream wantedLines(text), foundLines(found);
  std::string wanted[3], lines[3];
  for (auto& line : wanted) std::getline(wantedLines, line);
  for (auto& line : lines) std::getline(foundLines, line);
  std::string problem;
  if (lines[1] != wanted[1]) {
    problem = "has format " + (lines[1].empty() ? "1" : lines[1]) +
              ", but this version of peerlit reads format " + wanted[1];
  } else if (lines[2] != wanted[2]) {
    problem = "was made with " + lines[2] + ", but this program has " + wanted[2];
  } else {
    problem = "does not belong to this head";
  }
  throw std::runtime_error(
      "the shard " + place + " " + problem + "; make head and shards again with peerlit shard");
}
