# lme4 with its own deviance function, whose minimum is found by a golden section and then by a root of its
# numeric slope down to the digits a double has. Degrees of freedom: the Hessian of the likelihood with whole
# matrices (S. R. Searle, G. Casella and C. E. McCulloch, Variance Components, 1992, section 6.6), asked of
# lmerTest, whose numeric derivatives keep fewer digits. Designs are plain columns.
suppressMessages({ library(lme4); library(lmerTest) })
families <- function(sizes, between, slopes, sd = 1, digits = 2, offset = 0) { g <- rep(seq_along(sizes), sizes); n <- length(g)
  x <- sapply(slopes, function(b) round(rnorm(n), 3)); u <- rnorm(length(sizes), 0, between)
  list(y = round(offset + (if (length(slopes)) x %*% slopes else 0) + u[g] + rnorm(n, 0, sd), digits)[seq_len(n)], g = g, x = lapply(seq_along(slopes), function(j) x[, j])) }
with_holes <- function(d) { d$y[c(3, 17)] <- NA; d$g[5] <- NA; d$x[[1]][c(8, 17)] <- NA; d }
mothers <- sample(1:7, 60, TRUE, c(.1, .2, .25, .2, .15, .07, .03))
mixed_sets <- list(
  tiny = list(y = c(1, 2.5, 4, 3, 6.5, 5), g = c(1, 1, 2, 2, 3, 3), x = list()),
  balanced = families(rep(6, 20), .8, c(.5)), children = families(mothers, 1.1, c(.6, -.3), 1.5), missing = with_holes(families(sample(1:5, 40, TRUE), .7, c(.4))),
  dummy = { d <- families(sample(2:6, 25, TRUE), 1, c(.5)); d$x[[2]] <- as.numeric(d$g %% 3 == 1); d$x[[3]] <- as.numeric(d$g %% 3 == 2); d },
  none_between = { d <- families(rep(5, 12), 0, c(.4)); d$y <- d$y - ave(d$y, d$g) * .9; d$y <- round(d$y, 4); d }, strong = families(rep(c(2, 9), 8), 12, c(1)), weak = families(rep(8, 30), .25, c(.2, .1, 0)),
  offset = families(rep(4, 15), 2, c(1), offset = 2000), near_collinear = { d <- families(rep(5, 14), 1, c(.5)); d$x[[2]] <- d$x[[1]] + round(rnorm(70, 0, .01), 4); d },
  many = families(sample(1:12, 80, TRUE), .6, c(.3, .2)), likert = { d <- families(rep(7, 18), .6, c(.4)); d$y <- pmin(5, pmax(1, round(3 + d$y))); d }, two_groups = families(c(14, 9), 1.5, c(.5)))
fitted_model <- function(d, reml) {
  frame <- data.frame(y = d$y, g = d$g); for (j in seq_along(d$x)) frame[[paste0("x", j)]] <- d$x[[j]]
  frame <- frame[complete.cases(frame), ]; frame$g <- factor(frame$g, unique(frame$g))
  formula <- reformulate(c(if (length(d$x)) paste0("x", seq_along(d$x)) else "1", "(1 | g)"), "y")
  parsed <- lFormula(formula, frame, REML = reml, control = lmerControl(check.scaleX = "ignore"))
  devfun <- do.call(mkLmerDevfun, parsed)
  start <- optimize(function(l) devfun(exp(l)), c(-9, 8), tol = 1e-9)$minimum
  # Differences of fourth order, and the place where they vanish.
  slope <- function(l) { h <- 1e-3; (devfun(exp(l - 2 * h)) - 8 * devfun(exp(l - h)) + 8 * devfun(exp(l + h)) - devfun(exp(l + 2 * h))) / (12 * h) }
  theta <- if (devfun(0) <= devfun(exp(start)) + 1e-9) 0 else exp(uniroot(slope, start + c(-.05, .05), extendInt = "upX", tol = 1e-13)$root)
  value <- devfun(theta)
  list(fit = mkMerMod(environment(devfun), list(par = theta, fval = value, feval = 1, conv = 0, message = ""), parsed$reTrms, fr = parsed$fr), devfun = devfun) }
degrees_of <- function(fit, reml) { x <- getME(fit, "X"); y <- getME(fit, "y"); z <- as.matrix(getME(fit, "Z")); s <- as.data.frame(VarCorr(fit))$vcov
  parts <- if (s[1] == 0) list(diag(nrow(x))) else list(z %*% t(z), diag(nrow(x))); inverse <- solve(s[1] * z %*% t(z) + s[2] * diag(nrow(x)))
  covariance <- solve(t(x) %*% inverse %*% x); projection <- inverse - inverse %*% x %*% covariance %*% t(x) %*% inverse; r <- projection %*% y
  inner <- if (reml) projection else inverse
  hessian <- outer(seq_along(parts), seq_along(parts), Vectorize(function(i, j) -sum((inner %*% parts[[i]]) * t(inner %*% parts[[j]])) + 2 * sum((parts[[i]] %*% r) * (projection %*% (parts[[j]] %*% r)))))
  slopes <- sapply(parts, function(v) diag(covariance %*% t(x) %*% inverse %*% v %*% inverse %*% x %*% covariance)); slopes <- matrix(slopes, ncol = length(parts))
  unname(2 * diag(covariance)^2 / rowSums((slopes %*% (2 * solve(hessian))) * slopes)) }
expected_of <- function(d, reml, level) {
  built <- fitted_model(d, reml); fit <- built$fit; b <- fixef(fit); se <- sqrt(diag(as.matrix(vcov(fit)))); t <- b / se
  rich <- suppressWarnings(lmerTest:::as_lmerModLT(fit, built$devfun)); df <- degrees_of(fit, reml)
  stopifnot(all.equal(df, coef(summary(rich, ddf = "Satterthwaite"))[, "df"], tolerance = 1e-6, check.attributes = FALSE))
  built$devfun(getME(fit, "theta")); q <- qt((1 - level) / 2, df, lower.tail = FALSE); z <- qnorm((1 - level) / 2, lower.tail = FALSE)
  variances <- as.data.frame(VarCorr(fit))$vcov; ran <- ranef(fit, condVar = TRUE)$g; labels <- as.numeric(rownames(ran))
  list(coefficients = lapply(seq_along(b), function(j) list(estimate = b[[j]], standardError = se[[j]], statistic = t[[j]])),
    satterthwaite = lapply(seq_along(b), function(j) list(df = df[[j]], p = 2 * pt(-abs(t[[j]]), df[[j]]), low = b[[j]] - q[[j]] * se[[j]], high = b[[j]] + q[[j]] * se[[j]])),
    wald = lapply(seq_along(b), function(j) list(df = NULL, p = 2 * pnorm(-abs(t[[j]])), low = b[[j]] - z * se[[j]], high = b[[j]] + z * se[[j]])),
    summary = list(varianceBetween = variances[1], varianceWithin = variances[2], intraclassCorrelation = variances[1] / sum(variances), isSingular = isSingular(fit),
      logLikelihood = as.numeric(logLik(fit)), aic = AIC(fit), bic = BIC(fit), n = nobs(fit), missing = length(d$y) - nobs(fit)),
    groups = lapply(seq_along(labels), function(i) list(group = labels[i], n = sum(fit@frame$g == labels[i]), intercept = ran[i, 1], standardDeviation = sqrt(attr(ran, "postVar")[1, 1, i])))) }
level <- .9
mixed_reference <- lapply(mixed_sets, function(d) list(outcome = I(d$y), groups = I(d$g), predictors = lapply(d$x, I), level = level,
  reml = expected_of(d, TRUE, level), ml = expected_of(d, FALSE, level)))

# ICC(1): psych for groups of one size; for others the formula.
icc_of <- function(groups, level) { clean <- lapply(groups, function(v) v[!is.na(v)]); values <- unlist(clean); sizes <- lengths(clean); g <- factor(rep(seq_along(clean), sizes))
  m <- anova(lm(values ~ g)); f <- m[["F value"]][1]; df <- m[["Df"]]; n <- length(values); size <- (n - sum(sizes^2) / n) / df[1]
  low <- f / qf((1 - level) / 2, df[1], df[2], lower.tail = FALSE); high <- f * qf((1 - level) / 2, df[2], df[1], lower.tail = FALSE)
  r <- (m[["Mean Sq"]][1] - m[["Mean Sq"]][2]) / (m[["Mean Sq"]][1] + (size - 1) * m[["Mean Sq"]][2])
  found <- list(correlation = r, low = (low - 1) / (low + size - 1), high = (high - 1) / (high + size - 1), f = f, df1 = df[1], df2 = df[2], p = m[["Pr(>F)"]][1], size = size,
    designEffect = 1 + (sum(sizes^2) / n - 1) * max(0, r), groups = length(groups), n = n, missing = length(unlist(groups)) - n)
  if (length(unique(sizes)) == 1) { one <- psych::ICC(do.call(rbind, clean), alpha = 1 - level, lmer = FALSE)$results[1, ]
    stopifnot(all.equal(c(found$correlation, found$low, found$high, found$p), c(one$ICC, one[["lower bound"]], one[["upper bound"]], one$p), check.attributes = FALSE)) }
  list(values = lapply(groups, I), level = level, expected = found) }
grouped <- function(d) unname(split(d$y, d$g))
icc_sets <- list(balanced = grouped(mixed_sets$balanced), children = grouped(mixed_sets$children), negative = grouped(mixed_sets$none_between), missing = { g <- grouped(mixed_sets$balanced)[1:9]; g[[2]][c(1, 4)] <- NA; g[[7]][3] <- NA; g }, two = list(c(1, 2, 4), c(3, 6, 7)))
write_reference(list(models = mixed_reference, icc = lapply(icc_sets, icc_of, level = .95)), "mixed")
