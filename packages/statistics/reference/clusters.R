# Values in clusters: the mean with sandwich's cluster-robust variance; intervals of ranks from p.adjust.
clustered <- function(sizes, between, digits = 2, missing = 0) {
  cluster <- rep(seq_along(sizes), sizes)
  x <- round(rnorm(length(sizes), 3, between)[cluster] + rnorm(length(cluster)), digits)
  if (missing) x[sample(length(x), missing)] <- NA
  list(x = x, cluster = cluster)
}
cluster_sets <- list(
  pairs = clustered(rep(2, 12), 1), unequal = clustered(c(1, 1, 2, 3, 5, 8, 1, 4), .8), missing = clustered(sample(1:5, 40, TRUE), .6, 2, 9),
  single = clustered(rep(1, 15), 1), alike = list(x = c(1, 5, 2, 4, 3, 3, 0, 6, 1.5, 4.5), cluster = rep(1:5, each = 2)),
  likert = local({ d <- clustered(sample(1:4, 104, TRUE), .7); d$x <- pmin(4, pmax(1, round(d$x))); d })
)
clusters <- lapply(cluster_sets, function(d) {
  level <- .95
  ok <- !is.na(d$x); x <- d$x[ok]; g <- factor(d$cluster[ok]); k <- nlevels(g); n <- length(x)
  fit <- lm(x ~ 1)
  v <- unname(sandwich::vcovCL(fit, cluster = g, type = "HC0", cadjust = TRUE)[1, 1])
  t <- unname(coef(fit)) / sqrt(v); reach <- qt((1 - level) / 2, k - 1, lower.tail = FALSE) * sqrt(v)
  mean <- list(mean = unname(coef(fit)), standardError = sqrt(v), low = unname(coef(fit)) - reach, high = unname(coef(fit)) + reach,
    p = 2 * pt(abs(t), k - 1, lower.tail = FALSE), designEffect = v / (var(x) / n), clusters = k, n = n, missing = sum(!ok))
  list(x = I(d$x), cluster = I(d$cluster), level = level, clusteredMean = mean)
})

# Ranks: every item against every other by the paired t test.
rank_sets <- list(apart = c(.6, .5, .15, .1), close = c(.32, .3, .28), many = seq(.05, .5, length.out = 9), equal = c(.5, .5, .5, 0))
ranks <- lapply(rank_sets, function(shares) {
  k <- length(shares); x <- sapply(shares, function(s) as.numeric(seq_len(80) %in% sample(80, round(80 * s))))
  p <- outer(seq_len(k), seq_len(k), Vectorize(function(i, j) if (i == j || all(x[, i] == x[, j])) NA else t.test(x[, i], x[, j], paired = TRUE)$p.value))
  e <- colMeans(x)
  rows <- lapply(seq_len(k), function(i) {
    others <- setdiff(seq_len(k), i); apart <- others[which(p.adjust(p[i, others], "holm") <= .05)]
    list(rank = 1 + sum(e > e[i]), low = 1 + sum(e[apart] > e[i]), high = k - sum(e[apart] < e[i]))
  })
  list(estimates = I(e), ps = p, intervals = rows)
})
write_reference(list(clusters = clusters, ranks = ranks), "clusters")
