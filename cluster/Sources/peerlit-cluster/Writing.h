// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>

/// Writes shard databases from messages on standard input, until it ends.
///
/// - folder: shards are written to shard-1, shard-2 … in it.
/// - isNew: whether the shards are created; otherwise they must exist.
void writeShards(const std::string& folder, unsigned count, bool isNew);
