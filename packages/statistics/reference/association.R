# Correlations: cor.test. Intervals that cor.test does not give: their formulas.
distinct <- function(n) round(rnorm(n), 3) + seq_len(n) * 1e-6
pair <- function(x, y) list(x = I(x), y = I(y))
holed <- function(x, k) { x[sample(length(x), k)] <- NA; x }
likert <- function(n, points = 5) sample(points, n, replace = TRUE)
x40 <- distinct(40); x60 <- distinct(60); x1400 <- distinct(1400)
correlation_data <- list(
  four = pair(c(2, 5, 1, 9), c(3, 4, 6, 11)),
  seven = pair(distinct(7), distinct(7)),
  nine = pair(distinct(9), distinct(9)),
  ten = pair(distinct(10), distinct(10)),
  forty_distinct = pair(x40, round(x40 * .4 + distinct(40), 6)),
  sixty_distinct = pair(x60, round(-x60 * .3 + distinct(60), 6)),
  fourteen_hundred = pair(x1400, round(x1400 * .05 + distinct(1400), 6)),
  likert = pair(likert(104), likert(104)),
  likert_strong = { a <- likert(104); pair(a, pmin(5, pmax(1, a + sample(-1:1, 104, TRUE)))) },
  missing = pair(holed(likert(60, 7), 9), holed(round(rnorm(60), 2), 7)),
  near_collinear = { a <- round(rnorm(50, 1e4), 4); pair(a, a + round(rnorm(50, sd = 1e-3), 4)) },
  offset = pair(1e8 + round(rnorm(30), 2), 1e8 + round(rnorm(30), 2)),
  binary = pair(rep(0:1, c(12, 8)), sample(0:1, 20, TRUE)),
  strong = { a <- distinct(45); pair(a, round(a + .1 * distinct(45), 6)) }
)
fisher <- function(r, se, n, level) if (n < 4 || !is.finite(se)) list(low = NULL, high = NULL) else
  list(low = tanh(atanh(r) - qnorm((1 + level) / 2) * se), high = tanh(atanh(r) + qnorm((1 + level) / 2) * se))
correlations <- lapply(correlation_data, function(d) {
  x <- unclass(d$x); y <- unclass(d$y); ok <- !is.na(x) & !is.na(y); n <- sum(ok)
  level <- .9
  p <- cor.test(x, y, conf.level = level)
  s <- suppressWarnings(cor.test(x, y, method = "spearman"))
  k <- suppressWarnings(cor.test(x, y, method = "kendall"))
  rho <- unname(s$estimate); tau <- unname(k$estimate)
  list(x = d$x, y = d$y, level = level, n = n, missing = length(x) - n,
    pearson = list(coefficient = unname(p$estimate), statistic = unname(p$statistic), p = p$p.value,
                   low = p$conf.int[1], high = p$conf.int[2]),
    spearman = c(list(coefficient = rho, p = s$p.value), fisher(rho, sqrt((1 + rho^2 / 2) / (n - 3)), n, level)),
    kendall = c(list(coefficient = tau, p = k$p.value),
                if (n > 4) fisher(tau, sqrt(.437 / (n - 4)), n, level) else list(low = NULL, high = NULL)))
})

# Tables of counts.
tables <- list(
  two = matrix(c(25, 79, 40, 49), 2, byrow = TRUE),
  two_small = matrix(c(3, 1, 1, 3), 2, byrow = TRUE),
  two_zero = matrix(c(0, 7, 6, 5), 2, byrow = TRUE),
  two_corner = matrix(c(9, 0, 0, 6), 2, byrow = TRUE),
  two_close = matrix(c(10, 10, 10, 11), 2, byrow = TRUE),
  two_large = matrix(c(512, 230, 341, 987), 2, byrow = TRUE),
  two_far = matrix(c(300, 10, 12, 280), 2, byrow = TRUE),
  three_two = matrix(c(12, 5, 9, 9, 3, 14), 3, byrow = TRUE),
  job = matrix(c(1, 2, 1, 0, 3, 3, 6, 1, 10, 10, 14, 9, 6, 7, 12, 11), 4),
  regions = matrix(c(9, 2, 4, 4, 7, 1, 0, 3, 12, 5, 6, 6, 3, 0, 8, 2, 5, 5, 1, 1, 4, 3, 2, 4), 12, byrow = TRUE),
  sparse = matrix(c(1, 0, 0, 2, 0, 3, 0, 0, 4, 1, 0, 0, 0, 1, 1, 0, 2, 0, 0, 1), 5),
  uneven = matrix(c(60, 3, 1, 20, 9, 0), 2, byrow = TRUE)
)
tight <- function(f, low, high) uniroot(f, c(low, high), tol = 1e-14, maxiter = 1e4)$root
# fisher.test's own conditional estimate and interval stop at two digits at worst: the same equations, tightened.
conditional <- function(t, level) {
  m <- sum(t[1, ]); n <- sum(t[2, ]); k <- sum(t[, 1]); x <- t[1, 1]
  support <- max(0, k - n):min(k, m)
  logd <- dhyper(support, m, n, k, log = TRUE)
  d <- function(lo) { v <- logd + support * lo; v <- exp(v - max(v)); v / sum(v) }
  alpha <- (1 - level) / 2
  at <- function(f) exp(tight(f, -40, 40))
  list(
    oddsRatio = if (x == min(support)) 0 else if (x == max(support)) Inf else at(function(lo) sum(support * d(lo)) - x),
    low = if (x == min(support)) 0 else at(function(lo) sum(d(lo)[support >= x]) - alpha),
    high = if (x == max(support)) Inf else at(function(lo) alpha - sum(d(lo)[support <= x])))
}
table_tests <- lapply(tables, function(t) {
  plain <- suppressWarnings(chisq.test(t, correct = FALSE))
  yates <- suppressWarnings(chisq.test(t))
  n <- sum(t); r <- nrow(t); k <- ncol(t)
  phi <- max(0, unname(plain$statistic) / n - (r - 1) * (k - 1) / (n - 1))
  narrowed <- function(s) s - (s - 1)^2 / (n - 1)
  fisher <- fisher.test(t, workspace = 2e7)
  two <- r == 2 && k == 2
  if (two) { own <- conditional(t, .95); theirs <- fisher$conf.int
    stopifnot(all.equal(unname(fisher$estimate), own$oddsRatio, tolerance = .05), all.equal(theirs[1], own$low, tolerance = .05)) }
  # An empty line leaves no chi-square, only the exact test.
  whole <- all(rowSums(t) > 0, colSums(t) > 0)
  stopifnot(!whole || all.equal(vcd::assocstats(t)$cramer, sqrt(unname(plain$statistic) / (n * (min(r, k) - 1)))))
  list(
    counts = t,
    plain = if (whole) list(chiSquare = unname(plain$statistic), df = unname(plain$parameter), p = plain$p.value, n = n,
                 expected = unname(plain$expected), residuals = unname(plain$residuals), adjustedResiduals = unname(plain$stdres),
                 cramersV = vcd::assocstats(t)$cramer,
                 cramersVCorrected = sqrt(phi / (min(narrowed(r), narrowed(k)) - 1)), smallestExpected = min(plain$expected)),
    yates = if (whole) list(chiSquare = unname(yates$statistic), p = yates$p.value),
    fisherP = fisher$p.value,
    fisher = if (two) c(list(p = fisher$p.value, n = n), conditional(t, .95)),
    fisher90 = if (two) c(list(p = fisher$p.value), conditional(t, .9)))
})
fits <- list(
  list(counts = c(20, 31, 53), shares = c(1, 1, 1) / 3), list(counts = c(3, 0, 9, 4), shares = c(.1, .2, .4, .3)),
  list(counts = c(480, 521), shares = c(.5, .5)))
fits <- lapply(fits, function(f) { test <- suppressWarnings(chisq.test(f$counts, p = f$shares))
  c(f, list(expected = list(chiSquare = unname(test$statistic), df = unname(test$parameter), p = test$p.value, expected = unname(test$expected)))) })

# Paired answers.
squares <- list(list(c(21, 9, 2, 12)), list(c(30, 12, 3, 30)), list(c(4, 7, 7, 9)), list(c(100, 45, 3, 56)), list(c(20, 10, 5, 3, 30, 15, 2, 6, 40)))
paired <- lapply(squares, function(s) {
  t <- matrix(s[[1]], sqrt(length(s[[1]])), byrow = TRUE)
  test <- function(correct) { m <- mcnemar.test(t, correct = correct); list(chiSquare = unname(m$statistic), df = unname(m$parameter), p = m$p.value) }
  two <- nrow(t) == 2
  list(counts = t, corrected = test(TRUE), plain = test(FALSE),
       exactP = if (two) binom.test(t[1, 2], t[1, 2] + t[2, 1])$p.value)
})
# Cochran's Q: the chi-square form of the Friedman test (identical for zeros and ones).
cochran <- lapply(list(c(20, 3, 0), c(104, 5, 6), c(12, 2, 0), c(60, 7, 11)), function(shape) {
  m <- matrix(rbinom(shape[1] * shape[2], 1, rep(seq(.3, .7, length.out = shape[2]), each = shape[1])), shape[1])
  if (shape[3] > 0) m[sample(length(m), shape[3])] <- NA
  test <- friedman.test(m[complete.cases(m), ])
  list(questions = lapply(seq_len(ncol(m)), function(j) I(m[, j])),
       expected = list(q = unname(test$statistic), df = unname(test$parameter), p = test$p.value, n = sum(complete.cases(m))))
})

# Agreement. Kappa and its error: vcd::Kappa; the error under chance: Fleiss, Cohen and Everitt 1969.
rate <- function(n, k, agree, missing = 0) {
  a <- sample(k, n, TRUE); b <- ifelse(runif(n) < agree, a, sample(k, n, TRUE))
  if (missing) { a[sample(n, missing)] <- NA; b[sample(n, missing)] <- NA }
  list(first = I(a), second = I(b), k = k)
}
ratings <- list(rate(30, 2, .5), rate(104, 4, .6), rate(60, 5, .2, 6), rate(12, 3, .9), rate(500, 7, .4, 20), rate(40, 3, 0))
null_error <- function(t, w) {
  p <- t / sum(t); r <- rowSums(p); k <- colSums(p); pe <- sum(w * outer(r, k))
  means <- outer(as.vector(w %*% k), as.vector(r %*% w), "+")
  sqrt((sum(outer(r, k) * (w - means)^2) - pe^2) / sum(t)) / (1 - pe)
}
kappas <- lapply(ratings, function(d) {
  t <- table(factor(d$first, seq_len(d$k)), factor(d$second, seq_len(d$k)))
  distance <- abs(outer(seq_len(d$k), seq_len(d$k), "-")) / (d$k - 1)
  one <- function(part, w) {
    z <- unname(part["value"]) / null_error(unclass(t), w)
    list(kappa = unname(part["value"]), standardError = unname(part["ASE"]), z = z, p = 2 * pnorm(-abs(z)),
         low = unname(part["value"] - qnorm(.975) * part["ASE"]), high = unname(part["value"] + qnorm(.975) * part["ASE"]), n = sum(t))
  }
  linear <- vcd::Kappa(t, weights = "Equal-Spacing"); quadratic <- vcd::Kappa(t, weights = "Fleiss-Cohen")
  c(d, list(none = one(linear$Unweighted, diag(d$k)), linear = one(linear$Weighted, 1 - distance), quadratic = one(quadratic$Weighted, 1 - distance^2)))
})
# Totals that leave one agreement only, by weight: kappa is 0 in R, its error 0 or NaN, and z is 0 / 0.
fixed <- list(one = list(first = I(c(1, 1, 1, 1)), second = I(c(1, 2, 1, 1)), k = 2, weights = I(c("none", "linear", "quadratic"))),
  other = list(first = I(c(3, 1, 2, 2, 3)), second = I(c(2, 2, 2, 2, 2)), k = 3, weights = I(c("none", "linear", "quadratic"))),
  never = list(first = I(c(1, 1, 2, 2)), second = I(c(3, 4, 3, 3)), k = 4, weights = I(c("none", "linear"))))
for (d in fixed) for (weights in unclass(d$weights)) {
  t <- table(factor(d$first, seq_len(d$k)), factor(d$second, seq_len(d$k)))
  k <- suppressWarnings(vcd::Kappa(t, weights = if (weights == "quadratic") "Fleiss-Cohen" else "Equal-Spacing"))
  part <- round(if (weights == "none") k$Unweighted else k$Weighted, 7)
  stopifnot(part["value"] == 0, is.nan(part["value"] / part["ASE"]))
}
# Krippendorff's alpha straight from its definition: mean difference within units over that of all pairs.
alpha <- function(m, type) {
  m <- m[, colSums(!is.na(m)) >= 2, drop = FALSE]
  all <- m[!is.na(m)]; values <- sort(unique(all)); totals <- table(factor(all, values))
  delta <- function(a, b) switch(type, nominal = (a != b) * 1, interval = (a - b)^2, ratio = ifelse(a == b, 0, ((a - b) / (a + b))^2),
    ordinal = mapply(function(a, b) { s <- values >= min(a, b) & values <= max(a, b)
      (sum(totals[s]) - (totals[values == a] + totals[values == b]) / 2)^2 }, a, b))
  within <- sum(apply(m, 2, function(u) { u <- u[!is.na(u)]; g <- expand.grid(a = u, b = u); sum(delta(g$a, g$b)) / (length(u) - 1) }))
  g <- expand.grid(a = values, b = values)
  between <- sum(delta(g$a, g$b) * as.vector(outer(totals, totals)))
  1 - (length(all) - 1) * within / between
}
# The worked example of Krippendorff 2011, section E: .743, .815, .849, .797.
worked <- rbind(c(1, 2, 3, 3, 2, 1, 4, 1, 2, NA, NA, NA), c(1, 2, 3, 3, 2, 2, 4, 1, 2, 5, NA, 3),
                c(NA, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, NA), c(1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, NA))
rater_sets <- list(worked = worked, two = rbind(likert(30), likert(30)),
  many = { u <- likert(50, 6); m <- t(replicate(5, pmin(6, pmax(1, u + sample(-1:1, 50, TRUE))))); m[sample(250, 60)] <- NA; m },
  decimals = matrix(round(rexp(40), 2), 4))
krippendorff <- lapply(rater_sets, function(m) c(list(ratings = lapply(seq_len(nrow(m)), function(i) I(m[i, ]))),
  sapply(c("nominal", "ordinal", "interval", "ratio"), function(type) unname(alpha(m, type)), simplify = FALSE)))
stopifnot(all.equal(round(unlist(krippendorff$worked[2:5]), 3), c(nominal = .743, ordinal = .815, interval = .849, ratio = .797)))

# ROC: pROC with DeLong's variance.
screens <- lapply(list(c(20, .8), c(104, 1), c(60, 0), c(300, .5), c(15, 3)), function(s) {
  truth <- rep(c(FALSE, TRUE), length.out = s[1])[sample(s[1])]
  list(scores = round(5 + s[2] * truth + rnorm(s[1]), if (s[1] == 104) 0 else 2), truth = truth)
})
screens[[4]]$scores[c(3, 9, 77)] <- NA
rocs <- lapply(screens, function(s) {
  r <- pROC::roc(s$truth, s$scores, levels = c(FALSE, TRUE), direction = "<", quiet = TRUE)
  ci <- as.numeric(suppressWarnings(pROC::ci.auc(r, conf.level = .95))); best <- pROC::coords(r, "best", ret = c("sensitivity", "specificity"))[1, ]
  # With a perfect screener DeLong's variance is 0 and means nothing.
  perfect <- ci[2] == 1
  se <- if (!perfect) sqrt(pROC::var(r))
  list(scores = I(s$scores), truth = I(s$truth), expected = list(auc = ci[2], low = if (!perfect) ci[1], high = if (!perfect) ci[3], standardError = se),
       sensitivity = rev(unname(r$sensitivities)), specificity = rev(unname(r$specificities)), youden = unname(best$sensitivity + best$specificity))
})
write_reference(list(correlations = correlations, tables = table_tests, fits = fits, paired = paired, cochran = cochran,
  kappas = kappas, kappasFixed = fixed, krippendorff = krippendorff, rocs = rocs), "association")
