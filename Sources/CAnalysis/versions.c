// The versions that are written into an index.
#include <libstemmer.h>
#include <pthread.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <unicode/uchar.h>
#include <unicode/uversion.h>

#include "canalysis.h"

/// The result of fingerprint() with libstemmer 2.2.0.
#define FINGERPRINT_2_2_0 0x489b6764u

static pthread_once_t once = PTHREAD_ONCE_INIT;
static char icu[U_MAX_VERSION_STRING_LENGTH];
static char unicode[U_MAX_VERSION_STRING_LENGTH];
static char stemmer[48];

/// Words that releases of the English stemmer have treated differently, and ordinary words.
static const char *const probes[] = {
    "peer", "peers", "worker", "support", "supported", "supporting", "counselling", "counsellors",
    "organization", "organisational", "evaluations", "effectiveness", "qualitative", "recovery",
    "recoveries", "generously", "arsenal", "communism", "international", "universal", "university",
    "past", "paste", "evening", "evenings", "inning", "outing", "canning", "proceed", "exceeding",
    "succeeded", "news", "howe", "atlas", "cosmos", "bias", "andes", "skis", "dying", "lying",
    "tying", "idly", "gently", "ugly", "early", "only", "singly", "hopped", "hoped", "egged", "added",
    "emerged", "emergency", "lateral", "later", "interest", "interval", "internal", "intern",
    "pasted", "authored", "transgression", "transport", "under", "y's", "peer's", "o'neill",
};

/// libstemmer does not report its version, so it is recognised by its behaviour: a hash of its list
/// of languages and the stems of the probes.
static uint32_t fingerprint(void) {
  uint32_t hash = 2166136261u;
  for (const char **name = sb_stemmer_list(); *name != NULL; name++) {
    for (const char *c = *name; *c != 0; c++) hash = (hash ^ (uint8_t)*c) * 16777619u;
  }
  struct sb_stemmer *english = sb_stemmer_new("english", "UTF_8");
  if (english == NULL) return hash;
  for (size_t i = 0; i < sizeof probes / sizeof *probes; i++) {
    const sb_symbol *stem =
        sb_stemmer_stem(english, (const sb_symbol *)probes[i], (int)strlen(probes[i]));
    int length = stem == NULL ? 0 : sb_stemmer_length(english);
    for (int j = 0; j < length; j++) hash = (hash ^ stem[j]) * 16777619u;
    hash = (hash ^ ' ') * 16777619u;
  }
  sb_stemmer_delete(english);
  return hash;
}

static void find_versions(void) {
  UVersionInfo version;
  u_getVersion(version);
  u_versionToString(version, icu);
  u_getUnicodeVersion(version);
  u_versionToString(version, unicode);
  uint32_t print = fingerprint();
  if (print == FINGERPRINT_2_2_0) {
    snprintf(stemmer, sizeof stemmer, "2.2.0");
  } else {
    snprintf(stemmer, sizeof stemmer, "unknown-%08x", print);
  }
}

const char *pl_icu_version(void) {
  pthread_once(&once, find_versions);
  return icu;
}

const char *pl_unicode_version(void) {
  pthread_once(&once, find_versions);
  return unicode;
}

const char *pl_stemmer_version(void) {
  pthread_once(&once, find_versions);
  return stemmer;
}
