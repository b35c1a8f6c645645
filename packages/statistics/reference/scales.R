# Alpha and what belongs to it: psych where psych agrees with the formula (asked below), else the formula.
item_sets <- list(
  scale18 = make_items(104, 18, 0.7, points = 4),
  scale9_with_holes = make_items(193, 9, 0.75, missing = 30, points = 4),
  two_items = make_items(25, 2, 0.5),
  unrelated = make_items(60, 6, 0),
  three_cases = make_items(3, 4, 0.6, points = 7),
  large_offset = make_items(40, 5, 0.6, points = 7) + 1e6,
  binary = make_items(80, 5, 0.8, points = 2),
  near_collinear = { a <- make_items(70, 4, 0.9, points = 9); cbind(a, a[, 1] + round(rnorm(70, sd = .01), 3)) },
  holes_everywhere = make_items(60, 7, 0.6, missing = 60, points = 5)
)
sums_of <- function(v) { k <- ncol(v); total <- sum(v); own <- sum(diag(v)); squared <- sum(v^2) - sum(diag(v)^2)
  list(alpha = k / (k - 1) * (1 - own / total), lambda2 = 1 - own / total + sqrt(k / (k - 1) * squared) / total) }
average <- function(v) mean(cov2cor(v)[lower.tri(v)])
stepped <- function(r, k) k * r / (1 + (k - 1) * r)
reliability_of <- function(v, n, level) {
  k <- ncol(v); a <- sums_of(v); r <- average(v); z <- qnorm((1 + level) / 2)
  q <- 2 * k^2 / ((k - 1)^2 * sum(v)^3) * (sum(v) * (sum(diag(v %*% v)) + sum(diag(v))^2) - 2 * sum(diag(v)) * sum(v %*% v))
  ci <- psych::alpha.ci(a$alpha, n, k, p.val = 1 - level)
  list(raw = a$alpha, standardised = stepped(r, k), averageCorrelation = r, lambda2 = a$lambda2,
    feldt = list(low = ci$lower.ci, high = ci$upper.ci),
    duhachek = list(standardError = sqrt(q / n), low = a$alpha - z * sqrt(q / n), high = a$alpha + z * sqrt(q / n)),
    totalStandardDeviation = sqrt(sum(v)), standardErrorOfMeasurement = sqrt(sum(v)) * sqrt(1 - a$alpha), items = k, n = n)
}
items_of <- function(v, means, counts) lapply(seq_len(ncol(v)), function(i) {
  rest <- v[-i, -i, drop = FALSE]; shared <- sum(v[i, -i])
  list(n = counts[i], mean = means[i], standardDeviation = sqrt(v[i, i]),
    itemTotalCorrelation = (shared + v[i, i]) / sqrt(v[i, i] * sum(v)), itemRestCorrelation = shared / sqrt(v[i, i] * sum(rest)),
    ifDropped = if (ncol(v) > 2) list(alpha = sums_of(rest)$alpha, standardisedAlpha = stepped(average(rest), ncol(rest)),
      averageCorrelation = average(rest), lambda2 = sums_of(rest)$lambda2))
})
turn <- function(items, which, low, high) { items[, which] <- low + high - items[, which]; items }
alpha_reference <- lapply(item_sets, function(items) {
  complete <- items[stats::complete.cases(items), , drop = FALSE]
  listwise <- cov(complete); pairwise <- cov(items, use = "pairwise.complete.obs")
  pairs <- crossprod(!is.na(items))
  k <- ncol(items)
  theirs <- suppressMessages(suppressWarnings(psych::alpha(as.data.frame(items), check.keys = FALSE, warnings = FALSE)))
  ours <- reliability_of(pairwise, nrow(items), .95); each <- items_of(pairwise, colMeans(items, na.rm = TRUE), colSums(!is.na(items)))
  stopifnot(all.equal(theirs$total$raw_alpha, ours$raw), all.equal(theirs$total$std.alpha, ours$standardised), all.equal(theirs$total$ase, ours$duhachek$standardError),
    anyNA(items) || all.equal(theirs$item.stats$raw.r, sapply(each, `[[`, "itemTotalCorrelation")), anyNA(items) || all.equal(theirs$item.stats$r.drop, sapply(each, `[[`, "itemRestCorrelation")),
    k == 2 || all.equal(theirs$alpha.drop$raw_alpha, sapply(each, function(e) e$ifDropped$alpha)),
    k == 2 || all.equal(psych::splitHalf(`dimnames<-`(cov2cor(pairwise), list(1:k, 1:k)), n.sample = 10, brute = FALSE, check.keys = FALSE)$lambda2, sums_of(cov2cor(pairwise))$lambda2))
  listed <- function(m) lapply(seq_len(ncol(m)), function(j) I(m[, j]))
  low <- min(items, na.rm = TRUE) - 1; high <- max(items, na.rm = TRUE)
  list(
    items = listed(items), level = .9,
    listwise = reliability_of(listwise, nrow(complete), .9), listwiseItems = items_of(listwise, colMeans(complete), rep(nrow(complete), k)),
    pairwise = reliability_of(pairwise, min(pairs), .9), pairwiseItems = each,
    reversal = list(items = I(c(0, k - 1)), minimum = low, maximum = high),
    reversed = reliability_of(cov(turn(complete, c(1, k), low, high)), nrow(complete), .9),
    reversedMean = mean(turn(complete, 1, low, high)[, 1]))
})

# One factor: lavaan, started again from its own answer with its optimiser tightened. Its RMSEA interval stops at four digits: the same
# equation with a tight root.
factor_sets <- list(
  five = round(sapply(c(.8, .7, .6, .5, .4), function(l, f) l * f + sqrt(1 - l^2) * rnorm(300), f = rnorm(300)), 4),
  three = make_items(150, 3, .7), four = make_items(80, 4, .6, points = 7),
  scale18 = item_sets$scale18, with_holes = item_sets$scale9_with_holes,
  two_factors = { f <- rnorm(200); g <- .4 * f + rnorm(200); round(cbind(sapply(1:3, function(i) f + rnorm(200)), sapply(1:4, function(i) g + rnorm(200, sd = .7))), 3) },
  scaled = sweep(make_items(120, 6, .7), 2, c(1, 10, .1, 1000, 3, 25), "*"),
  negative = { a <- make_items(140, 5, .75); a[, 3] <- 6 - a[, 3]; a },
  heywood = { f <- rnorm(60); round(cbind(f + rnorm(60, sd = .05), .4 * f + rnorm(60), .35 * f + rnorm(60), .5 * f + rnorm(60)), 3) },
  weak = make_items(400, 6, .3)
)
factors <- lapply(factor_sets, function(items) {
  complete <- as.data.frame(items[complete.cases(items), ]); names(complete) <- paste0("x", seq_len(ncol(items)))
  syntax <- paste("f =~", paste(names(complete), collapse = " + "))
  fitted <- function(...) suppressWarnings(lavaan::cfa(syntax, complete, std.lv = TRUE, ...))
  fit <- fitted()
  # nlminb, asked for the last digits, reports failure although it is there: kept if it went lower.
  fine <- fitted(start = fit, optim.force.converged = TRUE, control = list(rel.tol = 1e-15, x.tol = 1e-14, abs.tol = 0, sing.tol = 0))
  depth <- function(f) lavaan::lavInspect(f, "optim")$fx
  if (depth(fine) <= depth(fit)) fit <- fine
  m <- as.list(lavaan::fitMeasures(fit)); e <- lavaan::parameterEstimates(fit); l <- e[e$op == "=~", ]
  theta <- e[e$op == "~~" & e$lhs != "f", "est"]; lambda <- l$est; sign <- if (sum(suppressWarnings(lavaan::standardizedSolution(fit, se = FALSE))$est.std[seq_along(lambda)]) < 0) -1 else 1
  s <- suppressWarnings(lavaan::standardizedSolution(fit, se = FALSE)); std <- s[s$op == "=~", "est.std"] * sign; n <- nrow(complete)
  omega <- function(l, t) sum(l)^2 / (sum(l)^2 + sum(t))
  limits <- if (m$df == 0) c(0, 0) else limits_of(function(ncp) noncentral_chi_tails(m$chisq, m$df, ncp), 0, 10 * m$chisq + 100, .9)
  stopifnot(abs(sqrt(limits[1] / (n * max(1, m$df))) - m$rmsea.ci.lower) < 1e-3, abs(sqrt(limits[2] / (n * max(1, m$df))) - m$rmsea.ci.upper) < 1e-3)
  list(items = lapply(seq_len(ncol(items)), function(j) I(items[, j])),
    expected = list(chiSquare = if (m$df == 0) 0 else m$chisq, df = m$df, p = if (m$df == 0) NULL else m$pvalue, baselineChiSquare = m$baseline.chisq, baselineDf = m$baseline.df,
      cfi = m$cfi, tli = m$tli, rmsea = m$rmsea, rmseaLow = sqrt(limits[1] / (n * max(1, m$df))), rmseaHigh = sqrt(limits[2] / (n * max(1, m$df))),
      omega = omega(lambda, theta), standardisedOmega = omega(std, 1 - std^2), n = n, missing = nrow(items) - n, items = ncol(items), isHeywood = any(theta < 0)),
    srmr = m$srmr,
    factorItems = lapply(seq_along(lambda), function(i) c(
      list(loading = sign * lambda[i], standardisedLoading = std[i], residualVariance = theta[i]),
      # Where items differ by powers of ten lavaan cannot invert its information.
      if (!is.na(l$se[i]) && l$se[i] > 0) list(standardError = l$se[i]))))
})

# Polychoric correlations in two steps, the score set to 0 by a tight root over mvtnorm's bivariate normal
# (polycor's and psych's optimisers stop at four digits).
bivariate_lower <- function(x, y, rho) {
  if (x == -Inf || y == -Inf) return(0)
  if (x == Inf || y == Inf) return(pnorm(min(x, y)))
  as.numeric(mvtnorm::pmvnorm(upper = c(x, y), corr = matrix(c(1, rho, rho, 1), 2), algorithm = mvtnorm::TVPACK(abseps = 1e-15)))
}
two_step <- function(counts) {
  t <- counts / sum(counts); rc <- c(-Inf, qnorm(cumsum(rowSums(t))[-nrow(t)]), Inf); cc <- c(-Inf, qnorm(cumsum(colSums(t))[-ncol(t)]), Inf)
  score <- function(rho) {
    s <- matrix(c(1, rho, rho, 1), 2)
    below <- outer(seq_along(rc), seq_along(cc), Vectorize(function(i, j) bivariate_lower(rc[i], cc[j], rho)))
    density <- outer(seq_along(rc), seq_along(cc), Vectorize(function(i, j) if (is.infinite(rc[i]) || is.infinite(cc[j])) 0 else mvtnorm::dmvnorm(c(rc[i], cc[j]), sigma = s)))
    cell <- function(g) g[-1, -1, drop = FALSE] - g[-nrow(g), -1, drop = FALSE] - g[-1, -ncol(g), drop = FALSE] + g[-nrow(g), -ncol(g), drop = FALSE]
    sum((t * cell(density) / cell(below))[t > 0])
  }
  grid <- seq(-.998, .998, length.out = 80); slopes <- sapply(grid, score)
  peak <- which(head(slopes, -1) > 0 & tail(slopes, -1) <= 0)
  if (length(peak) != 1) { print(counts); print(rbind(grid, slopes)); stop("no single peak") }
  list(rho = uniroot(score, grid[peak + 0:1], tol = 1e-15, maxiter = 1e4)$root, thresholdsX = I(rc[is.finite(rc)]), thresholdsY = I(cc[is.finite(cc)]))
}
ordinal_pairs <- list(
  likert = list(item_sets$scale18[, 1], item_sets$scale18[, 5]), binary = list(item_sets$binary[, 1], item_sets$binary[, 3]),
  holes = list(item_sets$scale9_with_holes[, 2], item_sets$scale9_with_holes[, 7]), unrelated = list(item_sets$unrelated[, 1], item_sets$unrelated[, 2]),
  strong = { a <- sample(1:5, 150, TRUE); list(a, pmin(5, pmax(1, a + sample(c(-2, 0, 0, 0, 0, 1), 150, TRUE)))) },
  opposite = { a <- sample(1:4, 90, TRUE); list(a, 5 - pmin(4, pmax(1, a + sample(-1:1, 90, TRUE)))) },
  skewed = list(sample(c(0, 1, 2, 9), 300, TRUE, c(.8, .1, .07, .03)), sample(1:3, 300, TRUE, c(.05, .15, .8))))
polychorics <- lapply(ordinal_pairs, function(d) {
  ok <- complete.cases(d[[1]], d[[2]]); t <- table(d[[1]][ok], d[[2]][ok]); t <- matrix(t, nrow(t)); half <- t; half[half == 0] <- .5
  plain <- two_step(t)
  list(x = I(d[[1]]), y = I(d[[2]]), plain = plain, half = two_step(half)[1], n = sum(ok))
})
ordinal <- lapply(item_sets[c("scale9_with_holes", "binary", "holes_everywhere")], function(items) {
  k <- ncol(items); m <- diag(k)
  for (i in 2:k) for (j in 1:(i - 1)) { ok <- complete.cases(items[, c(i, j)]); t <- table(items[ok, i], items[ok, j]); m[i, j] <- m[j, i] <- two_step(matrix(t, nrow(t)))$rho }
  list(items = lapply(seq_len(k), function(j) I(items[, j])), correlations = m, alpha = stepped(mean(m[lower.tri(m)]), k), n = min(crossprod(!is.na(items))))
})
# The bivariate normal itself.
bivariate <- expand.grid(x = c(-3, -.4, 0, 1.3, 6), y = c(-2.5, .1, .9), rho = c(-.999, -.95, -.7, -.2, .05, .5, .93, .97, .9999))
bivariate$lower <- mapply(bivariate_lower, bivariate$x, bivariate$y, bivariate$rho)
bivariate$density <- mapply(function(x, y, rho) mvtnorm::dmvnorm(c(x, y), sigma = matrix(c(1, rho, rho, 1), 2)), bivariate$x, bivariate$y, bivariate$rho)
write_reference(list(alpha = alpha_reference, factors = factors, polychorics = polychorics, ordinal = ordinal, bivariate = bivariate), "scales")
