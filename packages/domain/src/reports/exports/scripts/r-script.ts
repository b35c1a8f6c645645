import type { DataTable, MissingLabels } from '../data-table.ts';
import { MISSING_CODES } from '../data-table.ts';
import type { AnalysisNumber } from './analysis-numbers.ts';
import type { AnalysisRecipe } from './analysis-recipe.ts';
import { analysisScript } from './analysis-script.ts';
import { rText as text } from './r-text.ts';

/**
 * An R script (R as it comes, no packages to fetch) that reads the CSV files, names codes, prints every frequency table and
 * summary, and compares each number of the report (`report-numbers.csv`, `report-analyses.csv`) with the one computed here:
 * `report-numbers-checked.csv` and `report-analyses-checked.csv` have both, and the script fails when any differs.
 */
export function rScript(
  tables: readonly DataTable[],
  {
    missingLabels,
    recipe,
    analyses,
  }: {
    missingLabels: MissingLabels;
    recipe: AnalysisRecipe;
    analyses: readonly AnalysisNumber[];
  },
): string {
  const names = tables.map(({ name }) => text(name)).join(', ');
  return `# Reads the data files beside this script and computes the numbers of the report again. Needs R 3.6 or later.
# Run it in their folder: Rscript reproduce.R
# Numbers whose basis is "changed" rest on columns that were made coarser or withheld in part; README.txt says which.

read_file <- function(name) {
  utils::read.csv(paste0(name, ".csv"), colClasses = "character", na.strings = character(0),
    check.names = FALSE, encoding = "UTF-8")
}

# What a missing cell says.
missing_labels <- c(
${named(Object.entries(missingLabels).map(([reason, label]) => [MISSING_CODES[reason as keyof MissingLabels].stata, label]))}
)

# The code of a question that was not shown.
not_shown <- ${text(MISSING_CODES['not-shown'].stata)}

# What the codes of each variable say.
labels <- list(
${tables.map(labelsOfTable).join(',\n')}
)

raw <- sapply(c(${names}), read_file, simplify = FALSE)

# A cell that begins with a point is missing, and says why.
number <- function(cells) {
  cells[startsWith(cells, ".")] <- NA
  as.numeric(cells)
}

${LOGIC}
${analysisScript(recipe, analyses)}
if (!isTRUE(all(checks$agrees[given])) || !isTRUE(all(analyses$agrees[analysed]))) quit(status = 1)
`;
}

const LOGIC = `# The same data as numbers, and with labels for those who prefer words.
texts <- c("export_id", "received")
data <- lapply(raw, function(d) {
  for (name in setdiff(names(d), texts)) d[[name]] <- number(d[[name]])
  d
})
labelled <- sapply(names(data), function(file) {
  d <- data[[file]]
  for (name in names(labels[[file]])) {
    known <- labels[[file]][[name]]
    d[[name]] <- factor(d[[name]], levels = as.numeric(names(known)), labels = make.unique(unname(known)))
  }
  d
}, simplify = FALSE)

for (file in names(data)) {
  for (name in setdiff(names(data[[file]]), texts)) {
    cat("\\n", file, ": ", name, "\\n", sep = "")
    cells <- raw[[file]][[name]]
    absent <- table(missing_labels[cells[startsWith(cells, ".")]])
    if (name %in% names(labels[[file]])) print(table(labelled[[file]][[name]]))
    else print(summary(data[[file]][[name]]))
    if (length(absent) > 0) print(absent)
  }
}

recode <- function(values, points) {
  pairs <- do.call(rbind, strsplit(strsplit(points, ";")[[1]], "="))
  as.numeric(pairs[match(values, as.numeric(pairs[, 1])), 2])
}

# Everything ticked under one question.
mentions <- function(table) {
  ticked <- unique(checks[checks$from == table & checks$statistic == "count" & checks$code == "1", c("data", "variable")])
  sum(mapply(function(file, name) sum(raw[[file]][[name]] == "1"), ticked$data, ticked$variable))
}

compute <- function(check) {
  cells <- raw[[check$data]][[check$variable]]
  family <- raw[[check$data]]$export_id
  if (!is.na(check$row)) cells <- cells[data[[check$data]]$row == check$row]
  # A month is no number.
  values <- suppressWarnings(number(cells))
  if (check$points != "") values <- recode(values, check$points)
  present <- values[!is.na(values)]
  # \`20:25\` counts from 20 to below 25.
  ends <- suppressWarnings(as.numeric(strsplit(check$code, ":", fixed = TRUE)[[1]]))
  chosen <- if (length(ends) == 2) !is.na(values) & values >= ends[1] & values < ends[2]
    else if (check$points == "" && length(ends) == 1 && !is.na(ends)) !is.na(values) & values == ends
    else cells == check$code
  shown <- cells != not_shown
  switch(check$statistic,
    "count" = sum(chosen),
    "percent-of-all" = 100 * sum(chosen) / length(cells),
    "valid-percent" = 100 * sum(chosen) / length(present),
    "n" = length(present),
    "mean" = mean(present),
    "sd" = sd(present),
    "median" = median(present),
    "lower-quartile" = quantile(present, 0.25, names = FALSE),
    "upper-quartile" = quantile(present, 0.75, names = FALSE),
    "minimum" = min(present),
    "maximum" = max(present),
    "percent-of-mentions" = 100 * sum(chosen) / mentions(check$from),
    "respondents" = length(unique(family[chosen])),
    "percent-of-respondents" = 100 * length(unique(family[chosen])) / length(unique(family[!is.na(values)])),
    "asked" = sum(shown),
    "unanswered" = sum(startsWith(cells, ".") & shown),
    "percent-unanswered" = 100 * sum(startsWith(cells, ".") & shown) / sum(shown),
    "missing" = sum(startsWith(cells, ".")),
    "cases" = length(cells),
    "all-cases" = 100 * length(cells) / length(cells),
    "cumulative" = 100 * sum(cells <= check$code) / length(cells),
    "none" = sum(is.na(values) | values == 0),
    "percent-none" = 100 * sum(is.na(values) | values == 0) / length(cells),
    "sum" = sum(present),
    "sum-of" = sum(values[chosen]),
    "mentions" = mentions(check$from),
    "all-mentions" = 100 * mentions(check$from) / mentions(check$from),
    "mean-low" = mean(present) - qt(0.975, length(present) - 1) * sd(present) / sqrt(length(present)),
    "mean-high" = mean(present) + qt(0.975, length(present) - 1) * sd(present) / sqrt(length(present)),
    stop("unknown statistic ", check$statistic))
}

checks <- utils::read.csv("report-numbers.csv", na.strings = character(0), colClasses = c(code = "character",
  points = "character", row = "character", value = "numeric"))
checks$row <- suppressWarnings(as.numeric(checks$row))
# What rests on columns that were made coarser or withheld in part is not in these files any more.
checks$computed <- vapply(seq_len(nrow(checks)),
  function(i) if (checks$basis[i] == "exact") as.numeric(compute(checks[i, ])) else NA_real_, numeric(1))
checks$agrees <- abs(checks$computed - checks$value) <= 1e-9 * pmax(1, abs(checks$value))
given <- checks$basis == "exact"
utils::write.csv(checks, "report-numbers-checked.csv", row.names = FALSE)
cat("\\n", sum(given), " numbers of the report, ", sum(checks$agrees[given]), " the same\\n", sep = "")
if (any(!given)) cat(sum(!given), " more rest on columns that were made coarser or withheld in part\\n", sep = "")
`;

function labelsOfTable({ name, variables }: DataTable): string {
  const coded = variables.filter(({ values }) => values.length > 0);
  const entries = coded.map(
    (variable) =>
      `    ${variable.name} = c(${variable.values
        .map(({ value, label }) => `${text(String(value))} = ${text(label)}`)
        .join(', ')})`,
  );
  return `  ${name} = list(\n${entries.join(',\n')}\n  )`;
}

const named = (pairs: readonly (readonly [string, string])[]) =>
  pairs.map(([name, label]) => `  ${text(name)} = ${text(label)}`).join(',\n');
