#include "cresources.h"

#include <string.h>

// One row per table: a name and the file it is embedded from.
#pragma clang diagnostic ignored "-Wc23-extensions"
#define EMBED_BEGIN(symbol) static const char symbol[] = {

EMBED_BEGIN(facets)
#embed "../Appraisal/Resources/facets.tsv"
};

EMBED_BEGIN(headings)
#embed "../Appraisal/Resources/headings.tsv"
};

EMBED_BEGIN(words)
#embed "../Appraisal/Resources/words.tsv"
};

EMBED_BEGIN(method)
#embed "../Appraisal/Resources/method.tsv"
};

EMBED_BEGIN(setting)
#embed "../Appraisal/Resources/setting.tsv"
};

EMBED_BEGIN(condition)
#embed "../Appraisal/Resources/condition.tsv"
};

EMBED_BEGIN(weights)
#embed "../Appraisal/Resources/weights.tsv"
};

EMBED_BEGIN(section_labels)
#embed "../Literature/Resources/section-labels.tsv"
};

EMBED_BEGIN(page_labels)
#embed "../Literature/Resources/page-labels.tsv"
};

EMBED_BEGIN(page_boilerplate)
#embed "../Literature/Resources/page-boilerplate.tsv"
};

EMBED_BEGIN(stop_words)
#embed "../Retrieval/Resources/stop-words.tsv"
};

EMBED_BEGIN(reference_types)
#embed "../Literature/Resources/reference-types.tsv"
};

EMBED_BEGIN(csv_columns)
#embed "../Literature/Resources/csv-columns.tsv"
};

EMBED_BEGIN(latex)
#embed "../Literature/Resources/latex.tsv"
};

EMBED_BEGIN(same_meaning)
#embed "../Retrieval/Resources/same-meaning.tsv"
};

EMBED_BEGIN(schema_search)
#embed "../../docs/schema/search.json"
};

EMBED_BEGIN(schema_document)
#embed "../../docs/schema/document.json"
};

EMBED_BEGIN(schema_facets)
#embed "../../docs/schema/facets.json"
};

EMBED_BEGIN(schema_map)
#embed "../../docs/schema/map.json"
};

EMBED_BEGIN(schema_suggest)
#embed "../../docs/schema/suggest.json"
};

EMBED_BEGIN(schema_health)
#embed "../../docs/schema/health.json"
};

EMBED_BEGIN(schema_ready)
#embed "../../docs/schema/ready.json"
};

EMBED_BEGIN(schema_error)
#embed "../../docs/schema/error.json"
};

EMBED_BEGIN(schema_openapi)
#embed "../../docs/schema/openapi.json"
};

EMBED_BEGIN(page_style)
#embed "../Service/Resources/page.css"
};

EMBED_BEGIN(page_script)
#embed "../Service/Resources/page.js"
};

EMBED_BEGIN(page_icon)
#embed "../Service/Resources/page.svg"
};

EMBED_BEGIN(schema_json_rpc)
#embed "../../docs/schema/json-rpc.json"
};

EMBED_BEGIN(schema_json_rpc_request)
#embed "../../docs/schema/json-rpc-request.json"
};

typedef struct {
  const char *name;
  const char *bytes;
  size_t length;
} resource;

static const resource resources[] = {
    {"facets.tsv", facets, sizeof facets},
    {"headings.tsv", headings, sizeof headings},
    {"words.tsv", words, sizeof words},
    {"method.tsv", method, sizeof method},
    {"setting.tsv", setting, sizeof setting},
    {"condition.tsv", condition, sizeof condition},
    {"weights.tsv", weights, sizeof weights},
    {"section-labels.tsv", section_labels, sizeof section_labels},
    {"page-labels.tsv", page_labels, sizeof page_labels},
    {"reference-types.tsv", reference_types, sizeof reference_types},
    {"csv-columns.tsv", csv_columns, sizeof csv_columns},
    {"latex.tsv", latex, sizeof latex},
    {"page-boilerplate.tsv", page_boilerplate, sizeof page_boilerplate},
    {"stop-words.tsv", stop_words, sizeof stop_words},
    {"same-meaning.tsv", same_meaning, sizeof same_meaning},
    {"page.css", page_style, sizeof page_style},
    {"page.js", page_script, sizeof page_script},
    {"page.svg", page_icon, sizeof page_icon},
    {"schema/search.json", schema_search, sizeof schema_search},
    {"schema/document.json", schema_document, sizeof schema_document},
    {"schema/facets.json", schema_facets, sizeof schema_facets},
    {"schema/map.json", schema_map, sizeof schema_map},
    {"schema/suggest.json", schema_suggest, sizeof schema_suggest},
    {"schema/health.json", schema_health, sizeof schema_health},
    {"schema/ready.json", schema_ready, sizeof schema_ready},
    {"schema/error.json", schema_error, sizeof schema_error},
    {"schema/openapi.json", schema_openapi, sizeof schema_openapi},
    {"schema/json-rpc.json", schema_json_rpc, sizeof schema_json_rpc},
    {"schema/json-rpc-request.json", schema_json_rpc_request, sizeof schema_json_rpc_request},
};

const char *pl_resource(const char *name, size_t *length) {
  for (size_t i = 0; i < sizeof resources / sizeof *resources; i++) {
    if (strcmp(resources[i].name, name) == 0) {
      *length = resources[i].length;
      return resources[i].bytes;
    }
  }
  *length = 0;
  return NULL;
}
