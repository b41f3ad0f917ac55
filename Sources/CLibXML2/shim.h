#ifndef BUNRI_CLIBXML2_SHIM_H
#define BUNRI_CLIBXML2_SHIM_H

// The headers of a libxml2 that was built with ICU include ICU's, whose declarations clash with
// those of Foundation. Nothing here needs the converters, so the switch is turned off first.
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED

#include <libxml/parser.h>
#include <libxml/tree.h>
#include <libxml/xmlerror.h>
#include <libxml/xmlschemas.h>
#include <libxml/xmlschemastypes.h>
#include <libxml/xmlwriter.h>
#include <libxml/xpath.h>
#include <libxml/xpathInternals.h>

/// `xmlFree` is a mutable global variable, which Swift 6 does not let through.
static inline void bunri_xmlFree(void *pointer) { xmlFree(pointer); }

/// Where errors of a thread go that belong to no parser; libxml2 prints them unless told otherwise.
typedef struct {
  xmlStructuredErrorFunc _Nullable function;
  void *_Nullable context;
} bunri_xmlErrorHandler;

/// Sets the thread's handler and returns the one before.
static inline bunri_xmlErrorHandler bunri_xmlSetErrorHandler(bunri_xmlErrorHandler handler) {
  bunri_xmlErrorHandler before = {xmlStructuredError, xmlStructuredErrorContext};
  xmlSetStructuredErrorFunc(handler.context, handler.function);
  return before;
}

#endif
