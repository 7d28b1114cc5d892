#ifndef CMAPPING_H
#define CMAPPING_H

/// Begins a section of this thread in which reading a mapped file beyond its end gives zeros.
///
/// A file that is truncated while it is mapped would otherwise end the program with SIGBUS.
/// Sections may be nested.
void pl_mapping_guard_begin(void);

/// Ends the section.
///
/// Returns the number of pages that were missing since the outermost section began. If it is not 0,
/// all data read in the section is unreliable, and the mapping must not be used again.
long pl_mapping_guard_end(void);

#endif
