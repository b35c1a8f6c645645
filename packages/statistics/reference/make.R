# Writes every file of expected values:
#   Rscript packages/statistics/reference/make.R [folder]
# into `expected` beside this script unless a folder is named; the packages it asks for are all in
# Debian (r-cran-*). `node scripts/reference-values.ts` calls it and compares.
here <- dirname(sub("^--file=", "", grep("^--file=", commandArgs(FALSE), value = TRUE)))
given <- commandArgs(TRUE)
folder <- if (length(given) > 0) given[1] else file.path(here, "expected")

# The shortest of 15, 16 and 17 significant digits that reads back as the same double.
number_text <- function(x) {
  text <- sprintf("%.15g", x)
  for (digits in c(16, 17)) {
    loose <- is.finite(x) & suppressWarnings(as.numeric(text) != x)
    if (!any(loose)) break
    text[loose] <- sprintf(paste0("%.", digits, "g"), x[loose])
  }
  text
}

quoted <- function(x) paste0('"', gsub('(["\\\\])', '\\\\\\1', x), '"')

# JSON as the tests read it: a missing value is null, infinity is its name, a vector of one is a
# bare value unless marked by I(), named lists and vectors are objects, data frames arrays of rows.
json <- function(x) {
  if (is.null(x)) return("null")
  if (is.data.frame(x)) {
    rows <- lapply(seq_len(nrow(x)), function(i) lapply(x, function(column) column[[i]]))
    return(json(rows))
  }
  if (is.matrix(x)) return(json(lapply(seq_len(nrow(x)), function(i) I(as.vector(x[i, ])))))
  if (is.list(x)) {
    inner <- vapply(x, json, "")
    if (is.null(names(x))) return(paste0("[", paste(inner, collapse = ","), "]"))
    return(paste0("{", paste0(quoted(names(x)), ":", inner, collapse = ","), "}"))
  }
  if (is.factor(x)) x <- as.character(x)
  text <- if (is.character(x)) quoted(x)
    else if (is.logical(x)) tolower(as.character(x))
    else ifelse(is.infinite(x), quoted(ifelse(x > 0, "Infinity", "-Infinity")), number_text(x))
  if (any(is.nan(x) & !is.na(text))) stop("a reference value is NaN")
  text[is.na(x)] <- "null"
  if (length(names(x)) > 0) return(paste0("{", paste0(quoted(names(x)), ":", text, collapse = ","), "}"))
  if (length(x) == 1 && !inherits(x, "AsIs")) return(text)
  paste0("[", paste(text, collapse = ","), "]")
}

write_reference <- function(reference, name) {
  writeLines(json(reference), file.path(folder, paste0(name, ".json")))
}

dir.create(folder, showWarnings = FALSE)
set.seed(20221122)
source(file.path(here, "noncentral.R"))
source(file.path(here, "data-sets.R"))
parts <- c("distributions", "describe", "counts", "proportion", "scales", "association", "compare", "clusters",
  "regression", "change", "consistency", "mixed", "imputation", "missing", "occasions", "blocks")
for (part in parts) {
  set.seed(20221122)
  source(file.path(here, paste0(part, ".R")))
}
