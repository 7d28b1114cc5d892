// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include "Wire.h"

/// The weighting of all queries: a match weighs as much as the impact that was stored as its
/// within-document frequency. peerlit multiplies it by its own weights.
inline Xapian::TfIdfWeight impactWeight() { return Xapian::TfIdfWeight("nnn"); }

/// Reads an expression of a message.
///
///     0                        matches nothing
///     T term                   a term
///     P count terms            adjacent terms
///     N window count terms     terms in any order within a window of positions
///     & count expressions      all of them
///     | count expressions      any of them
///     M count terms            any of them, each as T term, with the weight of the heaviest
///     ! expression expression  the first without the second
///     R slot from to           a value from … to, inclusive
///
/// A phrase weighs the sum of its terms' impacts.
Xapian::Query readExpression(Reader& reader);
