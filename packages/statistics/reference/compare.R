# Two groups. t.test; effect sizes: effectsize for the estimate, the interval by the noncentral t with
# a tight root (effectsize's own optimiser stops at three digits).
some <- function(n, mean = 0, sd = 1, digits = 2, missing = 0) { x <- round(rnorm(n, mean, sd), digits); if (missing) x[sample(n, missing)] <- NA; x }
two <- list(
  tiny = list(c(1, 2.5), c(4, 3.5, 6)), equal = list(some(20), some(20, .6)), unbalanced = list(some(8, 3, 2), some(61, 2, .7)),
  missing = list(some(30, 1, 1, 2, 6), some(25, 1.4, 1, 2, 3)), likert = list(sample(1:5, 52, TRUE), sample(1:5, 52, TRUE, c(1, 1, 2, 3, 3))),
  offset = list(1e8 + some(15), 1e8 + some(12, .5)), far = list(some(100), some(100, 5)), alike = list(c(1, 2, 3, 4), c(1, 2, 3, 4)),
  large = list(some(60, 0, 1, 3), some(75, .2, 1, 3)), ties_small = list(c(1, 2, 2, 3, 5), c(2, 3, 4, 5, 5, 5, 5)), single = list(c(7), c(1, 2, 3, 9, 4)),
  uneven_ties = list(sample(0:3, 9, TRUE), sample(0:3, 31, TRUE)), just_below = list(some(49, 0, 1, 4), some(49, .4, 1, 4))
)
ncp_t <- function(t, df, level) limits_of(function(d) noncentral_t_tails(t, df, d), t - 12 - abs(t), t + 12 + abs(t), level)
test_of <- function(test, extra = list()) c(list(t = unname(test$statistic), df = unname(test$parameter), p = test$p.value,
  low = test$conf.int[1], high = test$conf.int[2], standardError = test$stderr), extra)
j_of <- function(df) exp(lgamma(df / 2) - log(sqrt(df / 2)) - lgamma((df - 1) / 2))
effect <- function(d, scale, df, level) { limits <- ncp_t(d / scale, df, level) * scale
  list(estimate = d, low = limits[1], high = limits[2]) }
scaled <- function(e, j) lapply(e, function(v) v * j)
two_groups <- lapply(two, function(g) {
  x <- g[[1]]; y <- g[[2]]; a <- x[!is.na(x)]; b <- y[!is.na(y)]; n <- length(a) + length(b)
  level <- .9
  pooled <- sqrt((sum((a - mean(a))^2) + sum((b - mean(b))^2)) / (n - 2))
  d <- (mean(a) - mean(b)) / pooled
  if (length(a) > 1) stopifnot(all.equal(d, effectsize::cohens_d(a, b)$Cohens_d), all.equal(d * j_of(n - 2), effectsize::hedges_g(a, b)$Hedges_g))
  cohen <- effect(d, sqrt(1 / length(a) + 1 / length(b)), n - 2, level)
  normal <- suppressWarnings(wilcox.test(a, b, exact = FALSE))
  group <- factor(rep(c("a", "b"), c(length(a), length(b))))
  ties <- anyDuplicated(c(a, b)) > 0
  counted <- max(length(a), length(b)) < 50
  exact <- if (!counted) NULL else if (ties) as.numeric(coin::pvalue(coin::wilcox_test(c(a, b) ~ group, distribution = coin::exact(algorithm = "split-up"))))
    else wilcox.test(a, b, exact = TRUE)$p.value
  list(x = I(x), y = I(y), level = level, n = n, missing = length(x) + length(y) - n,
    student = test_of(t.test(a, b, var.equal = TRUE, conf.level = level), list(difference = mean(a) - mean(b))),
    welch = if (length(a) > 1) test_of(t.test(a, b, conf.level = level), list(difference = mean(a) - mean(b))),
    cohenD = cohen, hedgesG = scaled(cohen, j_of(n - 2)),
    mannWhitney = list(u = unname(normal$statistic), normal = normal$p.value, exact = exact))
})

# Paired values.
before <- list(tiny = list(c(5, 7, 9), c(4, 4, 8)), twelve = { a <- some(12, 10, 2); list(a, a - some(12, .4, 1)) }, missing = { a <- some(40, 5, 2, 1, 4); list(a, round(a - some(40, .3, 1, 1, 3), 1)) },
  likert = list(sample(1:5, 45, TRUE), sample(1:5, 45, TRUE)), many = { a <- some(80, 20, 5, 3); list(a, round(a - some(80, 1, 4, 3), 3)) },
  zeros = list(c(3, 3, 4, 5, 2, 6, 7), c(3, 2, 2, 5, 4, 1, 8)), strong = { a <- some(25, 0, 1, 3); list(a, a - round(runif(25, .5, 1), 3)) })
paired <- lapply(before, function(g) {
  x <- g[[1]]; y <- g[[2]]; ok <- !is.na(x) & !is.na(y); a <- x[ok]; b <- y[ok]; level <- .95
  gap <- a - b; d <- mean(gap) / sd(gap); e <- effect(d, 1 / sqrt(sum(ok)), sum(ok) - 1, level)
  # Differences are rounded so that R ranks as ties what are ties.
  gap <- round(gap, 6); kept <- gap[gap != 0]
  normal <- suppressWarnings(wilcox.test(kept, exact = FALSE)); ties <- anyDuplicated(abs(kept)) > 0
  exact <- if (length(kept) >= 50) NULL else if (ties) as.numeric(coin::pvalue(coin::wilcoxsign_test(kept ~ rep(0, length(kept)), distribution = "exact", zero.method = "Wilcoxon")))
    else wilcox.test(kept, exact = TRUE)$p.value
  list(x = I(x), y = I(y), level = level, n = sum(ok), missing = sum(!ok),
    t = test_of(t.test(a, b, paired = TRUE, conf.level = level), list(difference = mean(a - b))),
    cohenD = e, hedgesG = scaled(e, j_of(sum(ok) - 1)),
    signedRank = list(v = unname(normal$statistic), normal = normal$p.value, exact = exact, n = length(kept), zeros = sum(ok) - length(kept)),
    # t.test gives the interval of the mean, we that of its distance.
    one = local({ o <- t.test(a, mu = 4.5, conf.level = level); o$conf.int <- o$conf.int - 4.5; test_of(o, list(difference = mean(a) - 4.5)) }))
})

# Several groups.
ncp_f <- function(f, df1, df2, level) limits_of(function(l) noncentral_f_tails(f, df1, df2, l), 0, 10 * f * df1 + 200, level)
# All splits, one by one.
exact_kruskal <- function(values, sizes) {
  r <- rank(values); n <- length(r)
  h <- function(sums) sum(sums^2 / sizes)
  seen <- h(tapply(r, rep(seq_along(sizes), sizes), sum)); hits <- 0; all <- 0
  walk <- function(left, k, sums) {
    if (k == length(sizes)) { all <<- all + 1; if (h(c(sums, sum(r[left]))) >= seen * (1 - 1e-12)) hits <<- hits + 1; return(invisible()) }
    for (pick in combn(length(left), sizes[k], simplify = FALSE)) walk(left[-pick], k + 1, c(sums, sum(r[left[pick]])))
  }
  walk(seq_len(n), 1, c()); hits / all
}
several <- list(
  tiny = list(c(1, 2, 4), c(3, 6), c(5, 7, 9)), ties = list(c(1, 2, 2), c(2, 3, 3), c(4, 4)), regions = lapply(c(0, .2, .5, -.1), function(m) some(26, m)),
  unbalanced = list(some(4, 1, 3), some(40, 2, 1), some(17, 1.5, .5)), missing = lapply(1:3, function(i) some(20, i / 3, 1, 1, 4)), two = list(some(12), some(15, 1)),
  likert = lapply(1:6, function(i) sample(1:4, 18, TRUE)), clear = lapply(c(0, 3, 9), function(m) some(30, m)), nothing = list(c(1, 2, 3), c(3, 2, 1), c(2, 2, 2.5)), five = lapply(1:3, function(i) some(4, i / 2)))
groups <- lapply(several, function(g) {
  clean <- lapply(g, function(v) v[!is.na(v)]); values <- unlist(clean); sizes <- lengths(clean); group <- factor(rep(seq_along(clean), sizes))
  a <- anova(lm(values ~ group)); ss <- a[["Sum Sq"]]; df <- a[["Df"]]; f <- a[["F value"]][1]; n <- length(values)
  equal <- oneway.test(values ~ group, var.equal = TRUE); welch <- oneway.test(values ~ group)
  stopifnot(all.equal(f, unname(equal$statistic)), all.equal(effectsize::omega_squared(lm(values ~ group), partial = FALSE, verbose = FALSE)$Omega2, max(0, (ss[1] - df[1] * ss[2] / df[2]) / (sum(ss) + ss[2] / df[2]))))
  limits <- ncp_f(f, df[1], df[2], .9); kruskal <- kruskal.test(values, group)
  list(groups = lapply(g, I),
    anova = list(f = f, df1 = df[1], df2 = df[2], p = equal$p.value, sumOfSquaresBetween = ss[1], sumOfSquaresWithin = ss[2], meanSquareBetween = a[["Mean Sq"]][1],
      meanSquareWithin = a[["Mean Sq"]][2], etaSquared = ss[1] / sum(ss), etaSquaredLow = limits[1] / (limits[1] + n), etaSquaredHigh = limits[2] / (limits[2] + n),
      omegaSquared = (ss[1] - df[1] * ss[2] / df[2]) / (sum(ss) + ss[2] / df[2]), n = n),
    welch = if (all(sapply(clean, sd) > 0)) list(f = unname(welch$statistic), df1 = unname(welch$parameter[1]), df2 = unname(welch$parameter[2]), p = welch$p.value, n = n),
    kruskal = c(list(h = unname(kruskal$statistic), df = unname(kruskal$parameter), p = kruskal$p.value, n = n, epsilonSquared = unname(kruskal$statistic) / (n - 1)),
      if (n <= 12) list(exactP = exact_kruskal(values, sizes))))
})
adjust_sets <- list(few = c(.01, .04, .03, .2), ties = c(.05, .05, .001, 1, .05), small = c(1e-40, 1e-12, .5, .02, .0001, .9), one = I(.3), holes = c(.02, NA, .01, NA, .6))
adjusted <- lapply(adjust_sets, function(p) list(p = I(unclass(p)), holm = I(p.adjust(p, "holm")), bh = I(p.adjust(p, "BH")), bonferroni = I(p.adjust(p, "bonferroni"))))
write_reference(list(two = two_groups, paired = paired, groups = groups, adjusted = adjusted), "compare")
