# The same work in R: Rscript bench/statistics/baseline.R FILE
suppressPackageStartupMessages(library(data.table))
file <- commandArgs(TRUE)[1]
d <- fread(file, stringsAsFactors = FALSE)
first <- paste0("w", 1:18); second <- paste0("c", 1:9)
frequencies <- lapply(d, table, useNA = "always")
for (s in list(first, second)) { m <- as.matrix(d[, ..s]); sums <- rowSums(m); means <- rowMeans(m) }
alpha <- function(columns) {
  m <- as.matrix(d[, ..columns]); m <- m[complete.cases(m), ]; v <- cov(m); n <- ncol(m)
  one <- function(v) { k <- ncol(v); k / (k - 1) * (1 - sum(diag(v)) / sum(v)) }
  list(raw = one(v), mean = colMeans(m), sd = sqrt(diag(v)),
    rest = sapply(seq_len(n), function(i) sum(v[i, -i]) / sqrt(v[i, i] * sum(v[-i, -i]))),
    dropped = sapply(seq_len(n), function(i) one(v[-i, -i])))
}
a <- alpha(first); b <- alpha(second)
d[, wellbeing := rowMeans(as.matrix(d[, ..first]))]
ols <- summary(lm(wellbeing ~ factor(region) + age + children + income + distress, d))
logistic <- summary(glm(clinical ~ factor(region) + age + children + distress, binomial, d))
cat(jsonlite::toJSON(list(rows = nrow(d), alphas = c(a$raw, b$raw), rest = a$rest[1], ols = unname(ols$coefficients[, 1]),
  olsErrors = unname(ols$coefficients[, 2]), logistic = unname(logistic$coefficients[, 1]), logisticErrors = unname(logistic$coefficients[, 2])), digits = NA, auto_unbox = TRUE), "\n", sep = "")
source(file.path(dirname(sub("^--file=", "", grep("^--file=", commandArgs(FALSE), value = TRUE))), "cost.R"))
