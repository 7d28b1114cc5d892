import Ranking

/// The lists of a plan's scored terms: by segment, then by term, with the members of each.
typealias OpenLists = [[[TermGroup.Member]]]
