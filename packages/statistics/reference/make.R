# Writes every file of expected values beside this script:
#   Rscript packages/statistics/reference/make.R
# Needs base R and jsonlite (Debian: r-base-core r-cran-jsonlite). The random data sets are seeded.
here <- dirname(sub("^--file=", "", grep("^--file=", commandArgs(FALSE), value = TRUE)))

# jsonlite writes at most 15 significant digits, a hundred thousand times finer than the tests ask;
# the data themselves have fewer.
write_reference <- function(reference, name) {
  text <- jsonlite::toJSON(reference, digits = I(15), auto_unbox = TRUE, null = "null", na = "null")
  writeLines(text, file.path(here, "expected", paste0(name, ".json")))
}

source(file.path(here, "data-sets.R"))
for (part in c("describe", "counts", "proportion", "distributions", "reliability")) {
  source(file.path(here, paste0(part, ".R")))
}
